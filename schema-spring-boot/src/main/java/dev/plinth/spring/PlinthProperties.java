package dev.plinth.spring;

import dev.plinth.Finding;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The properties {@code plinth.*} that concern every store.
 *
 * @param mode What happens with the schema when the application starts.
 * @param deadline How long it may take, for each schema, all its stores together.
 * @param failOn Findings that end the start, after everything was done as usual. Failures always do; where nothing is said,
 *     missing and drift do in the mode verify.
 * @param stores Which schema goes where, one entry for each pair, where there is more than one data source. Without any,
 *     every Schema bean goes to the one data source and the one DynamoDB client.
 */
@ConfigurationProperties("plinth")
public record PlinthProperties(
        @DefaultValue("apply") Mode mode,
        @DefaultValue("5m") Duration deadline,
        @Nullable Set<Finding> failOn,
        @DefaultValue Map<String, Target> stores) {

    /**
     * One schema and where it goes.
     *
     * @param schema Name of the Schema bean; the only one where nothing is said.
     * @param dataSource Name of the DataSource bean for the PostgreSQL tables; the only or primary one where nothing is said.
     * @param dynamoDbClient Name of the DynamoDbClient or DynamoDbAsyncClient bean for the DynamoDB tables; the only or primary
     *     one where nothing is said.
     * @param mode What happens with this schema; what plinth.mode says where nothing is said.
     */
    public record Target(
            @DefaultValue("") String schema,
            @DefaultValue("") String dataSource,
            @DefaultValue("") String dynamoDbClient,
            @Nullable Mode mode) {

        static Target of(String schema) {
            return new Target(schema, "", "", null);
        }
    }

    Mode mode(Target target) {
        return target.mode() == null ? mode : target.mode();
    }

    Set<Finding> forbidden(Mode chosen) {
        if (failOn != null) {
            return failOn;
        }
        return switch (chosen) {
            case VERIFY -> Set.of(Finding.MISSING, Finding.DRIFT);
            case APPLY, OFF -> Set.of();
        };
    }
}

package dev.plinth.dynamo.internal.inspect;

import dev.plinth.diff.LiveDynamoTable;
import dev.plinth.diff.LiveEncryption;
import dev.plinth.diff.LiveGlobalIndex;
import dev.plinth.diff.LiveReplication;
import dev.plinth.diff.LiveScaling;
import dev.plinth.diff.LiveSettings;
import dev.plinth.diff.LiveValue;
import dev.plinth.dynamo.internal.inspect.Capabilities.Feature;
import dev.plinth.dynamo.internal.inspect.Observed.Contents;
import dev.plinth.model.dynamo.ContributorInsights;
import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.model.dynamo.GlobalIndex;
import dev.plinth.model.dynamo.StreamView;
import dev.plinth.model.dynamo.TableClass;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.SSEDescription;
import software.amazon.awssdk.services.dynamodb.model.SSEStatus;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/**
 * Looks at a declared table: one DescribeTable, and one call more for each declared part that it does not tell of.
 *
 * @param scaling asks what scales, which another service knows, in so much time
 */
public record TableReader(
        DynamoDbClient client,
        DynamoTable declared,
        String tableName,
        Function<Duration, LiveValue<List<LiveScaling>>> scaling) {

    private static final int REGION_OF_ARN = 3;

    /**
     * Looks now; no call takes longer than {@code time}.
     *
     * @throws software.amazon.awssdk.core.exception.SdkException as the SDK throws it
     */
    public Observed read(Duration time) {
        try {
            TableDescription table = client.describeTable(
                    DescribeTableRequest.builder()
                            .tableName(tableName)
                            .overrideConfiguration(call -> call.apiCallTimeout(time))
                            .build())
                    .table();
            return present(table, time);
        } catch (ResourceNotFoundException absent) {
            return new Observed.Absent();
        }
    }

    /** Whether the table holds items: reads one at most. */
    public Contents contents(Duration time) {
        try {
            return client.scan(scan -> scan.tableName(tableName)
                    .limit(1)
                    .consistentRead(true)
                    .overrideConfiguration(call -> call.apiCallTimeout(time)))
                    .items()
                    .isEmpty() ? Contents.NONE : Contents.SOME;
        } catch (DynamoDbException refused) {
            // what is refused for another reason may be answered the next time
            return ErrorCodes.code(refused).equals("AccessDeniedException") ? Contents.UNKNOWN : Contents.NOT_ASKED;
        }
    }

    private Observed present(TableDescription table, Duration time) {
        String arn = Objects.toString(table.tableArn(), "");
        Capabilities capabilities = Capabilities.of(arn);
        boolean answers = switch (LiveTables.status(table)) {
            case ACTIVE, UPDATING, UNKNOWN -> true;
            case CREATING, DELETING, INACCESSIBLE_ENCRYPTION_CREDENTIALS, ARCHIVING, ARCHIVED,
                    REPLICATION_NOT_AUTHORIZED ->
                false;
        };
        CompanionReader companions =
                new CompanionReader(client, declared, tableName, arn, capabilities, answers, time);
        LiveDynamoTable live = LiveTables.live(
                declared.name(),
                table,
                table.globalSecondaryIndexes().stream().map(index -> index(index, table, companions)).toList(),
                settings(table, capabilities, companions, time));
        return Observed.Present.of(
                declared,
                live,
                Objects.toString(table.tableId(), ""),
                arn,
                Objects.toString(table.tableStatusAsString(), ""));
    }

    private LiveGlobalIndex index(
            GlobalSecondaryIndexDescription index, TableDescription table, CompanionReader companions) {
        ContributorInsights wanted = declared.globalIndexes().stream()
                .filter(other -> other.name().equals(index.indexName()))
                .findFirst()
                .map(GlobalIndex::contributorInsights)
                .orElse(null);
        var stage = LiveIndexes.stage(index.indexStatus(), index.backfilling());
        return new LiveGlobalIndex(
                LiveIndexes.global(index, LiveTables.isPaidPerRequest(table)),
                stage,
                LiveCapacity.warmThroughput(index.warmThroughput()),
                stage.isReady() || wanted == null
                        ? companions.contributorInsights(index.indexName(), wanted)
                        : new LiveValue.Absent<>());
    }

    private LiveSettings settings(
            TableDescription table, Capabilities capabilities, CompanionReader companions, Duration time) {
        return new LiveSettings(
                encryption(table, capabilities),
                stream(table),
                tableClass(table, capabilities),
                LiveValue.of(Optional.ofNullable(table.deletionProtectionEnabled())),
                LiveCapacity.warmThroughput(table.warmThroughput()),
                companions.timeToLive(),
                companions.pointInTimeRecovery(),
                companions.tags(),
                companions.resourcePolicy(),
                companions.contributorInsights(null, declared.settings().contributorInsights()),
                companions.kinesisDestinations(),
                replication(table, capabilities),
                scaling(companions, time));
    }

    /** No description, or a disabled one, stands for a key that AWS owns. */
    private static LiveEncryption encryption(TableDescription table, Capabilities capabilities) {
        if (!capabilities.offers(Feature.ENCRYPTION)) {
            return new LiveEncryption.NotReported();
        }
        SSEDescription encryption = table.sseDescription();
        boolean off = encryption == null || encryption.status() == SSEStatus.DISABLED
                || encryption.status() == SSEStatus.DISABLING;
        return off
                ? new LiveEncryption.AwsOwned()
                : new LiveEncryption.AccountKey(Objects.toString(encryption.kmsMasterKeyArn(), "of the account"));
    }

    private static LiveValue<StreamView> stream(TableDescription table) {
        StreamSpecification stream = table.streamSpecification();
        if (stream == null || !Boolean.TRUE.equals(stream.streamEnabled())) {
            return new LiveValue.Absent<>();
        }
        return Stream.of(StreamView.values())
                .filter(view -> view.name().equals(stream.streamViewTypeAsString()))
                .findFirst()
                .<LiveValue<StreamView>>map(LiveValue.Present::new)
                .orElseGet(() -> new LiveValue.Unreadable<>("its stream has the view type "
                        + stream.streamViewTypeAsString() + ", which this version does not know"));
    }

    /** A table without a summary is of the standard class. */
    private static LiveValue<TableClass> tableClass(TableDescription table, Capabilities capabilities) {
        if (!capabilities.offers(Feature.TABLE_CLASS)) {
            return new LiveValue.NotOffered<>(capabilities.refusal(Feature.TABLE_CLASS));
        }
        boolean infrequent = table.tableClassSummary() != null
                && TableClass.STANDARD_INFREQUENT_ACCESS.name().equals(table.tableClassSummary().tableClassAsString());
        return new LiveValue.Present<>(infrequent ? TableClass.STANDARD_INFREQUENT_ACCESS : TableClass.STANDARD);
    }

    private LiveValue<LiveReplication> replication(TableDescription table, Capabilities capabilities) {
        if (declared.settings().replication().isNone()) {
            return new LiveValue.NotAsked<>();
        }
        if (!capabilities.offers(Feature.REPLICAS)) {
            return new LiveValue.NotOffered<>(capabilities.refusal(Feature.REPLICAS));
        }
        String[] arn = Objects.toString(table.tableArn(), "").split(":", -1);
        String region = arn.length > REGION_OF_ARN ? arn[REGION_OF_ARN] : "";
        return new LiveValue.Present<>(LiveReplicas.of(table, region));
    }

    /** Nothing is asked of another service for the tables of an emulator, nor before there is a table to scale. */
    private LiveValue<List<LiveScaling>> scaling(CompanionReader companions, Duration time) {
        if (Declared.scaling(declared).isEmpty()) {
            return new LiveValue.NotAsked<>();
        }
        if (!companions.capabilities().offers(Feature.AUTO_SCALING)) {
            return new LiveValue.NotOffered<>(companions.capabilities().refusal(Feature.AUTO_SCALING));
        }
        return companions.answers() ? scaling.apply(time) : new LiveValue.Absent<>();
    }
}

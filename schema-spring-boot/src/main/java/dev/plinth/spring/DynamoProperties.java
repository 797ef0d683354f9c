package dev.plinth.spring;

import dev.plinth.dynamo.GuardedAddition;
import dev.plinth.dynamo.IndexWait;
import dev.plinth.dynamo.TableNames;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The options of {@link dev.plinth.dynamo.DynamoStore}.
 *
 * @param tablePrefix What stands before every table name, such as "staging-".
 * @param tableSuffix What stands behind every table name.
 * @param tableNames Names of single tables, by the declared name; taken as they are, without prefix and suffix. A name with
 *     anything but lower-case letters, digits and '-' is written in brackets.
 * @param indexWait How long to wait for indexes that are added to tables that exist.
 * @param allow Additions that have consequences for the users of a table and are held back otherwise.
 * @param inFlight How many calls are in flight at one time.
 */
@ConfigurationProperties("plinth.dynamodb")
public record DynamoProperties(
        @DefaultValue("") String tablePrefix,
        @DefaultValue("") String tableSuffix,
        @DefaultValue Map<String, String> tableNames,
        @DefaultValue("started") IndexWait indexWait,
        @DefaultValue Set<GuardedAddition> allow,
        @DefaultValue("4") int inFlight) {

    TableNames names() {
        TableNames names = TableNames.asDeclared().prefix(tablePrefix).suffix(tableSuffix);
        for (Map.Entry<String, String> own : tableNames.entrySet()) {
            names = names.map(own.getKey(), own.getValue());
        }
        return names;
    }
}

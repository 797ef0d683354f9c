package dev.plinth.dynamo.internal.workbench;

import dev.plinth.model.Schema;
import dev.plinth.model.dynamo.Billing;
import dev.plinth.model.dynamo.Capacity;
import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.model.dynamo.GlobalIndex;
import dev.plinth.model.dynamo.TableSettings;
import java.util.ArrayList;
import java.util.List;

/** What a schema says and a data model has no place for. */
public final class LeftOut {

    private final String table;
    private final List<String> lines = new ArrayList<>();

    private LeftOut(String table) {
        this.table = table;
    }

    /** One line for each. */
    public static List<String> of(Schema schema) {
        return schema.dynamoTables().stream().flatMap(table -> of(table).stream()).toList();
    }

    static boolean hasKeyOfSeveral(GlobalIndex index) {
        return index.key().partitionKey().size() > 1 || index.key().sortKey().size() > 1;
    }

    private static List<String> of(DynamoTable table) {
        LeftOut left = new LeftOut(table.name());
        table.localIndexes().forEach(index -> left.add("local index " + index.name(), true));
        table.globalIndexes().forEach(left::index);
        table.vectorIndexes().forEach(index -> left.add("vector index " + index.name(), true));
        left.add("maximum throughput",
                table.billing() instanceof Billing.PayPerRequest perRequest && perRequest.maximum() != null);
        left.settings(table.settings());
        left.add("descriptions", hasDescriptions(table));
        return left.lines;
    }

    private void index(GlobalIndex index) {
        String name = "global index " + index.name();
        if (hasKeyOfSeveral(index)) {
            add(name + ", whose key has several attributes", true);
        } else {
            add("capacity of " + name, !index.capacity().equals(Capacity.UNSPECIFIED));
            add("Contributor Insights of " + name, index.contributorInsights() != null);
        }
    }

    private void settings(TableSettings settings) {
        add("warm throughput", settings.warmThroughput() != null);
        add("encryption", settings.encryption() != null);
        add("stream", settings.stream() != null);
        add("table class", settings.tableClass() != null);
        add("deletion protection", settings.deletionProtection());
        add("time to live", settings.timeToLive() != null);
        add("point-in-time recovery", settings.pointInTimeRecovery() != null);
        add("tags", !settings.tags().isEmpty());
        add("resource policy", settings.resourcePolicy() != null);
        add("Contributor Insights", settings.contributorInsights() != null);
        add("Kinesis destinations", !settings.kinesisDestinations().isEmpty());
        add("replicas", !settings.replication().isNone());
    }

    private static boolean hasDescriptions(DynamoTable table) {
        return table.description() != null
                || table.attributes().stream().anyMatch(attribute -> attribute.description() != null)
                || table.globalIndexes().stream().anyMatch(index -> index.description() != null);
    }

    private void add(String what, boolean is) {
        if (is) {
            lines.add("table " + table + ": " + what);
        }
    }
}

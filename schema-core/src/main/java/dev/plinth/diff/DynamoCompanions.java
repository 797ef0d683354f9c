package dev.plinth.diff;

import dev.plinth.diff.DynamoChange.AddReplicas;
import dev.plinth.diff.DynamoChange.EnableContributorInsights;
import dev.plinth.diff.DynamoChange.EnableKinesisDestination;
import dev.plinth.diff.DynamoChange.EnablePointInTimeRecovery;
import dev.plinth.diff.DynamoChange.EnableTimeToLive;
import dev.plinth.diff.DynamoChange.RegisterAutoScaling;
import dev.plinth.model.dynamo.AutoScaling;
import dev.plinth.model.dynamo.Billing;
import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.model.dynamo.GlobalIndex;
import dev.plinth.model.dynamo.Replication;
import dev.plinth.model.dynamo.TableSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The parts of a table that CreateTable cannot carry, in the order in which they are added. */
final class DynamoCompanions {

    private DynamoCompanions() {}

    static List<DynamoChange> of(DynamoTable table) {
        TableSettings settings = table.settings();
        String name = table.name();
        List<DynamoChange> changes = new ArrayList<>();
        if (settings.timeToLive() != null) {
            changes.add(new EnableTimeToLive(name, settings.timeToLive()));
        }
        if (settings.pointInTimeRecovery() != null) {
            changes.add(new EnablePointInTimeRecovery(name, settings.pointInTimeRecovery()));
        }
        settings.kinesisDestinations().forEach(to -> changes.add(new EnableKinesisDestination(name, to)));
        changes.addAll(insights(table));
        changes.addAll(scaling(table));
        changes.addAll(replicas(name, settings.replication()));
        return changes;
    }

    private static List<DynamoChange> insights(DynamoTable table) {
        List<DynamoChange> changes = new ArrayList<>();
        if (table.settings().contributorInsights() != null) {
            changes.add(new EnableContributorInsights(
                    table.name(), null, table.settings().contributorInsights()));
        }
        for (GlobalIndex index : table.globalIndexes()) {
            if (index.contributorInsights() != null) {
                changes.add(new EnableContributorInsights(table.name(), index.name(), index.contributorInsights()));
            }
        }
        return changes;
    }

    /** What auto scaling is declared for. */
    static List<RegisterAutoScaling> scaling(DynamoTable table) {
        return table.billing() instanceof Billing.Provisioned provisioned
                ? Stream.concat(
                        scaling(table, null, provisioned.autoScaling()),
                        table.globalIndexes().stream().flatMap(
                                index -> scaling(table, index.name(), index.capacity().autoScaling())))
                        .toList()
                : List.of();
    }

    private static Stream<RegisterAutoScaling> scaling(
            DynamoTable table, @Nullable String index, AutoScaling scaling) {
        return Stream.concat(
                Stream.ofNullable(scaling.reads())
                        .map(range -> new RegisterAutoScaling(table.name(), index, ScalingDimension.READS, range)),
                Stream.ofNullable(scaling.writes())
                        .map(range -> new RegisterAutoScaling(table.name(), index, ScalingDimension.WRITES, range)));
    }

    /** One call a replica; with strong consistency all regions have to come in one. */
    static List<AddReplicas> replicas(String table, Replication replication) {
        if (replication.isNone()) {
            return List.of();
        }
        return switch (replication.consistency()) {
            case STRONG -> List.of(new AddReplicas(table, replication));
            case EVENTUAL ->
                replication.replicas().stream()
                        .map(replica -> new AddReplicas(
                                table,
                                new Replication(Replication.Consistency.EVENTUAL, List.of(replica), null)))
                        .toList();
        };
    }
}

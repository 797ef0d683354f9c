package dev.plinth.dynamo.internal.apply;

import dev.plinth.Hazard;
import dev.plinth.Step;
import dev.plinth.diff.DynamoChange;
import dev.plinth.diff.DynamoChange.AddGlobalIndex;
import dev.plinth.diff.DynamoChange.CreateDynamoTable;
import dev.plinth.diff.DynamoChange.EnablePointInTimeRecovery;
import dev.plinth.dynamo.internal.render.RequestJson;
import dev.plinth.dynamo.internal.render.TableRequests;
import dev.plinth.model.dynamo.Billing;
import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.model.dynamo.GlobalIndex;
import java.util.List;

/** A change with its reason, its hazards and its request. */
final class PlannedSteps {

    private static final Hazard SLOW = new Hazard(
            Hazard.Kind.TAKES_LONG,
            "DynamoDB takes 8 to 17 minutes to add an index, also to an empty table, and one at a time");
    private static final Hazard SLOW_AND_COSTLY = new Hazard(
            Hazard.Kind.TAKES_LONG,
            SLOW.message() + "; filling it uses the index's own write capacity and can throttle writes to the table");

    private PlannedSteps() {}

    static Step of(DynamoChange change, String tableName) {
        return Step.planned(
                change, reason(change), hazards(change), List.of(RequestJson.of(TableRequests.of(change, tableName))));
    }

    private static String reason(DynamoChange change) {
        return switch (change) {
            case CreateDynamoTable create -> "the table does not exist";
            case EnablePointInTimeRecovery recovery -> "point-in-time recovery is off";
            case AddGlobalIndex index -> "the index does not exist";
        };
    }

    private static List<Hazard> hazards(DynamoChange change) {
        return switch (change) {
            case CreateDynamoTable create -> List.of();
            case EnablePointInTimeRecovery recovery -> List.of();
            case AddGlobalIndex(DynamoTable table, GlobalIndex index) ->
                List.of(rejects(index), table.billing() instanceof Billing.Provisioned ? SLOW_AND_COSTLY : SLOW);
        };
    }

    private static Hazard rejects(GlobalIndex index) {
        List<String> keys = index.key().attributes();
        return new Hazard(
                Hazard.Kind.REJECTS_WRITES,
                "from then on DynamoDB refuses items of the table whose " + String.join(" or ", keys)
                        + " is empty or of another type than declared; items that are there already stay out of the index");
    }
}

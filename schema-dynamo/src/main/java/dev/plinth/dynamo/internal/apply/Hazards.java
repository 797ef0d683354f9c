package dev.plinth.dynamo.internal.apply;

import dev.plinth.Hazard;
import dev.plinth.diff.DynamoChange;
import dev.plinth.diff.DynamoChange.AddGlobalIndex;
import dev.plinth.dynamo.GuardedAddition;
import dev.plinth.model.dynamo.Billing;
import java.util.List;

/** What an addition to a table that exists does to those who use it. */
final class Hazards {

    private static final Hazard SLOW = new Hazard(
            Hazard.Kind.TAKES_LONG,
            "DynamoDB takes 8 to 17 minutes to add an index, also to an empty table, and one at a time");
    private static final Hazard SLOW_AND_COSTLY = new Hazard(
            Hazard.Kind.TAKES_LONG,
            SLOW.message() + "; filling it uses the index's own write capacity and can throttle writes to the table");

    private Hazards() {}

    static List<Hazard> of(DynamoChange change) {
        return Guards.guard(change).map(guard -> of(change, guard)).orElse(List.of());
    }

    private static List<Hazard> of(DynamoChange change, GuardedAddition guard) {
        return switch (guard) {
            case GLOBAL_INDEX -> change instanceof AddGlobalIndex index ? ofIndex(index) : List.of(SLOW);
            case VECTOR_INDEX -> List.of(new Hazard(Hazard.Kind.REJECTS_WRITES, guard.consequence()), SLOW);
            case TIME_TO_LIVE -> List.of(new Hazard(Hazard.Kind.DELETES_DATA, guard.consequence()));
            case REPLICAS -> List.of(new Hazard(Hazard.Kind.COSTS_MONEY, guard.consequence()));
            case RESOURCE_POLICY -> List.of(new Hazard(Hazard.Kind.CHANGES_ACCESS, guard.consequence()));
            case DELETION_PROTECTION -> List.of(new Hazard(Hazard.Kind.CHANGES_ACCESS, guard.consequence()));
            case WARM_THROUGHPUT -> List.of(new Hazard(Hazard.Kind.COSTS_MONEY, guard.consequence()));
            case ON_DEMAND_MAXIMUM -> List.of(new Hazard(Hazard.Kind.REJECTS_WRITES, guard.consequence()));
        };
    }

    private static List<Hazard> ofIndex(AddGlobalIndex change) {
        List<String> keys = change.index().key().attributes();
        Hazard rejects = new Hazard(
                Hazard.Kind.REJECTS_WRITES,
                "from then on DynamoDB refuses items of the table whose " + String.join(" or ", keys)
                        + " is empty or of another type than declared; items that are there already stay out of the index");
        boolean provisioned = change.definition().billing() instanceof Billing.Provisioned;
        return List.of(rejects, provisioned ? SLOW_AND_COSTLY : SLOW);
    }
}

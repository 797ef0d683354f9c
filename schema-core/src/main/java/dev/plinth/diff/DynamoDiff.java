package dev.plinth.diff;

import dev.plinth.diff.Change.AddGlobalIndex;
import dev.plinth.diff.Change.CreateDynamoTable;
import dev.plinth.diff.Change.DynamoChange;
import dev.plinth.diff.Change.EnablePointInTimeRecovery;
import dev.plinth.diff.LiveDynamoTable.Recovery;
import dev.plinth.diff.LiveDynamoTable.Status;
import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.model.dynamo.GlobalIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Compares a declared DynamoDB table with the live one. What is live and not declared is nobody's business here. */
public final class DynamoDiff {

    private DynamoDiff() {}

    /** What is missing where there is no table at all. */
    public static List<DynamoChange> absent(DynamoTable declared) {
        CreateDynamoTable create = new CreateDynamoTable(declared);
        return declared.pointInTimeRecovery() ? List.of(create, recovery(declared)) : List.of(create);
    }

    /**
     * What is missing and what differs. The missing parts are in the order in which they are best added: point-in-time
     * recovery takes a second, an index minutes.
     */
    public static Difference<DynamoChange> compare(DynamoTable declared, LiveDynamoTable live) {
        return new Difference<>(missing(declared, live), DynamoDrift.of(declared, live));
    }

    /** What somebody has begun to create and is not complete yet. */
    public static List<DynamoChange> begun(DynamoTable declared, LiveDynamoTable live) {
        if (live.status() == Status.CREATING) {
            return List.of(new CreateDynamoTable(declared));
        }
        return declared.globalIndexes().stream()
                .filter(index -> live.globalIndex(index.name())
                        .filter(LiveGlobalIndex::isBeingBuilt)
                        .isPresent())
                .<DynamoChange>map(index -> new AddGlobalIndex(declared, index))
                .toList();
    }

    /** What is begun or missing. */
    public static List<DynamoChange> incomplete(DynamoTable declared, LiveDynamoTable live) {
        return Stream.concat(begun(declared, live).stream(), missing(declared, live).stream()).toList();
    }

    /** The indexes of a declared table that the schema does not declare, one phrase each. */
    public static List<String> unmanaged(DynamoTable declared, LiveDynamoTable live) {
        List<String> names = declared.globalIndexes().stream().map(GlobalIndex::name).toList();
        Stream<String> global = live.globalIndexes().stream()
                .map(LiveGlobalIndex::name)
                .filter(name -> !names.contains(name))
                .map(name -> "global index " + name + " on " + declared.name());
        Stream<String> local = live.localIndexes().stream()
                .map(name -> "local index " + name + " on " + declared.name());
        return Stream.concat(global, local).sorted().toList();
    }

    private static List<DynamoChange> missing(DynamoTable declared, LiveDynamoTable live) {
        List<DynamoChange> missing = new ArrayList<>();
        if (declared.pointInTimeRecovery() && live.recovery() != Recovery.ENABLED) {
            missing.add(recovery(declared));
        }
        for (GlobalIndex index : declared.globalIndexes()) {
            if (live.globalIndex(index.name()).filter(found -> !found.isGoing()).isEmpty()) {
                missing.add(new AddGlobalIndex(declared, index));
            }
        }
        return missing;
    }

    private static EnablePointInTimeRecovery recovery(DynamoTable declared) {
        return new EnablePointInTimeRecovery(declared.name());
    }
}

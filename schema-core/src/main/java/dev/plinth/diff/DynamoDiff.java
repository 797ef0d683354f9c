package dev.plinth.diff;

import dev.plinth.diff.DynamoChange.CreateDynamoTable;
import dev.plinth.diff.LiveDynamoTable.Status;
import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.model.dynamo.GlobalIndex;
import dev.plinth.model.dynamo.LocalIndex;
import dev.plinth.model.dynamo.VectorIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares a declared DynamoDB table with the live one. What is live and not declared is nobody's business here. */
public final class DynamoDiff {

    private DynamoDiff() {}

    /** What is missing where there is no table at all: the table, then what CreateTable cannot carry. */
    public static List<DynamoChange> absent(DynamoTable declared) {
        List<DynamoChange> changes = new ArrayList<>();
        changes.add(new CreateDynamoTable(declared));
        changes.addAll(DynamoCompanions.of(declared));
        return changes;
    }

    /**
     * What is missing and what differs. The missing parts are in the order in which they are best added: what takes a
     * second first, then what takes minutes. Of a table that is being deleted everything is missing, and nothing differs.
     */
    public static DynamoDifference compare(DynamoTable declared, LiveDynamoTable live) {
        DynamoFindings findings = new DynamoFindings();
        if (live.isGoing()) {
            absent(declared).forEach(findings::missing);
            return findings.difference();
        }
        if (live.status() == Status.CREATING) {
            findings.begun(new CreateDynamoTable(declared));
        }
        new DynamoTableDiff(declared, live, findings).compare();
        new DynamoSettingsDiff(declared, live, findings).compare();
        new DynamoCapacityDiff(declared, live, findings).compare();
        new DynamoIndexDiff(declared, live, findings).compare();
        new DynamoScalingDiff(declared, live, findings).compare();
        new DynamoReplicationDiff(declared, live, findings).compare();
        return findings.difference();
    }

    /** The indexes of a declared table that the schema does not declare, one phrase each. */
    public static List<String> unmanaged(DynamoTable declared, LiveDynamoTable live) {
        if (live.isGoing()) {
            return List.of();
        }
        Set<String> names = Stream.of(
                declared.globalIndexes().stream().map(GlobalIndex::name),
                declared.localIndexes().stream().map(LocalIndex::name),
                declared.vectorIndexes().stream().map(VectorIndex::name))
                .flatMap(all -> all)
                .collect(Collectors.toSet());
        return Stream.of(
                phrases("global index ", live.globalIndexes().stream().map(LiveGlobalIndex::name), names, declared),
                phrases("local index ", live.localIndexes().stream().map(LocalIndex::name), names, declared),
                phrases("vector index ", live.vectorIndexes().stream().map(LiveVectorIndex::name), names, declared))
                .flatMap(all -> all)
                .sorted()
                .toList();
    }

    private static Stream<String> phrases(
            String kind, Stream<String> live, Set<String> declared, DynamoTable table) {
        return live.filter(name -> !declared.contains(name)).map(name -> kind + name + " on " + table.name());
    }
}

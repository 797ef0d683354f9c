package dev.plinth.diff;

import dev.plinth.model.dynamo.DynamoTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A difference, one line for each thing that it says, so that a test can compare all of it. */
final class Differences {

    private Differences() {}

    static List<String> of(DynamoTable declared, LiveTables live) {
        DynamoDifference difference = DynamoDiff.compare(declared, live.table());
        List<String> lines = new ArrayList<>();
        difference.missing().forEach(change -> lines.add("missing " + change.subject().display()));
        difference.begun().forEach(change -> lines.add("begun " + change.subject().display()));
        reasons("not offered ", difference.notOffered(), lines);
        reasons("unreadable ", difference.unreadable(), lines);
        reasons("given up ", difference.givenUp(), lines);
        difference.drift().forEach(drift -> lines.add(drift.kind() + " " + drift.comparison()));
        return lines;
    }

    private static void reasons(String word, Map<DynamoChange, String> reasons, List<String> lines) {
        reasons.forEach((change, reason) -> lines.add(word + change.subject().display() + ": " + reason));
    }
}

package dev.plinth.diff;

import dev.plinth.model.dynamo.Replica;
import dev.plinth.model.dynamo.Replication;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Names of what belongs to a table or to one of its indexes. */
final class DynamoSubjects {

    private DynamoSubjects() {}

    static Subject of(ObjectKind kind, String table, @Nullable String index) {
        return Subject.of(kind, name(table, index));
    }

    static String name(String table, @Nullable String index) {
        return index == null ? table : "of index " + index + " on " + table;
    }

    static List<String> regions(Replication replication) {
        return Stream.concat(
                replication.replicas().stream().map(Replica::region),
                Stream.ofNullable(replication.witness()))
                .toList();
    }
}

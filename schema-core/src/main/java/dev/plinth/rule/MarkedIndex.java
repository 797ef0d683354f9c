package dev.plinth.rule;

import dev.plinth.model.sql.Constraint;
import dev.plinth.model.sql.Index;
import dev.plinth.model.sql.IndexKey;
import dev.plinth.model.sql.ReplicaIdentity;
import dev.plinth.model.sql.Table;
import java.util.List;
import java.util.stream.Stream;

/**
 * CLUSTER ON names a whole index of the table, and REPLICA IDENTITY USING INDEX one that is unique over columns that are NOT
 * NULL and not checked late.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html">ALTER TABLE</a>
 */
final class MarkedIndex implements TableRule {

    @Override
    public Stream<Problem> check(Table table) {
        String cluster = table.options().clusterOn();
        Stream<Problem> ofCluster = cluster == null
                ? Stream.empty()
                : Stream.of(cluster)
                        .filter(name -> !names(table).contains(name))
                        .map(name -> unknown(table, name));
        return table.options().replicaIdentity() instanceof ReplicaIdentity.UsingIndex(String index)
                ? Stream.concat(ofCluster, identity(table, index))
                : ofCluster;
    }

    private Stream<Problem> identity(Table table, String name) {
        if (!names(table).contains(name)) {
            return Stream.of(unknown(table, name));
        }
        List<String> columns = columns(table, name);
        boolean isFit = !columns.isEmpty()
                && columns.stream()
                        .allMatch(column -> table.column(column).filter(it -> !it.nullable()).isPresent());
        return isFit
                ? Stream.empty()
                : Stream.of(error(
                        TableRule.part(table, name),
                        "cannot name the rows of the table for replication",
                        "Use an index that is unique, over columns that are NOT NULL, not partial and not deferrable."));
    }

    private Problem unknown(Table table, String name) {
        List<String> known = names(table);
        return error(
                TableRule.part(table, name),
                "no such index: " + name,
                Suggestion.orElse(name, known, "Its indexes are " + String.join(", ", known) + "."));
    }

    private static List<String> names(Table table) {
        return Stream.concat(
                table.constraints(Constraint.Key.class).stream().map(Constraint::name),
                table.indexes().stream().map(Index::name))
                .toList();
    }

    /** The columns that are unique together by that index; none where it does not serve. */
    private static List<String> columns(Table table, String name) {
        Stream<List<String>> ofKeys = table.constraints(Constraint.Key.class).stream()
                .filter(key -> key.name().equals(name) && !key.options().isDeferrable())
                .map(key -> switch (key) {
                    case Constraint.PrimaryKey primary -> primary.columns();
                    case Constraint.Unique unique -> unique.columns();
                    case Constraint.Exclusion ignored -> List.<String>of();
                });
        Stream<List<String>> ofIndexes = table.indexes().stream()
                .filter(index -> index.name().equals(name) && index.unique() && index.predicate() == null)
                .map(index -> index.keys().stream()
                        .map(key -> key.target() instanceof IndexKey.Target.OfColumn(String column) ? column : "")
                        .toList());
        return Stream.concat(ofKeys, ofIndexes).findFirst().orElse(List.of());
    }
}

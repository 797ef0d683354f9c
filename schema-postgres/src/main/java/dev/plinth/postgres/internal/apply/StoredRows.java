package dev.plinth.postgres.internal.apply;

import dev.plinth.diff.Change.AddAttribute;
import dev.plinth.diff.Change.AddColumn;
import dev.plinth.diff.Change.SqlChange;
import dev.plinth.model.QualifiedName;
import dev.plinth.postgres.internal.sql.SqlText;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Types and tables whose rows are values of columns, be it inside of other types. */
final class StoredRows {

    private StoredRows() {}

    /** The type or table whose rows get something more by an addition. */
    static @Nullable QualifiedName changedBy(SqlChange change) {
        return change instanceof AddAttribute added
                ? added.type()
                : change instanceof AddColumn column ? column.table() : null;
    }

    /** Those that additions change; none where the server refuses to answer. */
    static Set<QualifiedName> among(Session session, List<SqlChange> additions) throws SQLException {
        List<QualifiedName> changed = additions.stream()
                .map(StoredRows::changedBy)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (changed.isEmpty()) {
            return Set.of();
        }
        Optional<List<List<String>>> found = Preflight.ask(session, query(changed));
        Set<QualifiedName> stored = new HashSet<>();
        found.ifPresent(rows -> rows.forEach(row -> stored.add(changed.get(Integer.parseInt(row.getFirst())))));
        return stored;
    }

    /** A partitioned table counts without any partition, as it does for PostgreSQL. */
    private static String query(List<QualifiedName> names) {
        String values = IntStream.range(0, names.size())
                .mapToObj(place -> "(" + place + ", " + SqlText.literal(names.get(place).namespace()) + ", "
                        + SqlText.literal(names.get(place).name()) + ")")
                .collect(Collectors.joining(", "));
        return """
                WITH RECURSIVE holder(place, type) AS (
                    SELECT v.place, t.oid
                      FROM (VALUES %s) AS v(place, namespace, name)
                      JOIN pg_namespace n ON n.nspname = v.namespace
                      JOIN pg_type t ON t.typnamespace = n.oid AND t.typname = v.name
                    UNION
                    SELECT h.place, t.oid FROM holder h JOIN %s)
                SELECT DISTINCT h.place
                  FROM holder h
                  JOIN pg_attribute a ON a.atttypid = h.type AND a.attnum > 0 AND NOT a.attisdropped
                  JOIN pg_class c ON c.oid = a.attrelid AND c.relkind IN ('r', 'm', 'p')"""
                .formatted(values, TypeHolders.JOIN);
    }
}

package dev.plinth.postgres.internal.apply;

import dev.plinth.diff.Change.AddColumn;
import dev.plinth.diff.Change.SqlChange;
import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Generation;
import dev.plinth.postgres.internal.sql.SqlText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Tables below one that gets an identity column, which PostgreSQL adds to no table that has any; since version 17 to a
 * partitioned one. Nobody has to have declared them.
 */
final class ChildTables {

    private ChildTables() {}

    /** A query for the names of a few of them; empty for any other addition. */
    static Optional<String> query(SqlChange change) {
        return change instanceof AddColumn added && added.column().generation() instanceof Generation.Identity
                ? Optional.of("""
                        SELECT n.nspname, b.relname
                          FROM pg_catalog.pg_inherits i JOIN pg_catalog.pg_class c ON c.oid = i.inhparent
                          JOIN pg_catalog.pg_class b ON b.oid = i.inhrelid
                          JOIN pg_catalog.pg_namespace n ON n.oid = b.relnamespace
                         WHERE i.inhparent = %s::pg_catalog.regclass
                           AND (c.relkind <> 'p' OR current_setting('server_version_num')::integer < 170000)
                         ORDER BY 1, 2 LIMIT 3"""
                        .formatted(SqlText.literal(SqlText.qualified(added.table()))))
                : Optional.empty();
    }

    /** Why the column cannot be added; empty where there is no table below. */
    static Optional<String> obstacle(List<List<String>> rows) {
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of("PostgreSQL adds an identity column to no table that has tables below it, for example "
                        + rows.stream()
                                .map(row -> new QualifiedName(row.get(0), row.get(1)).display())
                                .collect(Collectors.joining(", "))
                        + "; declare it with defaultTo(nextval(...)), or detach those and attach them again in a migration");
    }
}

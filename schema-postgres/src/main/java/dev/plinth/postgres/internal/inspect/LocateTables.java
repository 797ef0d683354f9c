package dev.plinth.postgres.internal.inspect;

import dev.plinth.model.sql.MaterializedView;
import dev.plinth.model.sql.View;
import java.sql.ResultSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks the declared tables up once and leaves their oids in a setting, so that every other query of the message is an
 * index scan over them and the message carries the names once. Views and materialized views are among them: they have
 * triggers and indexes as tables have them.
 */
final class LocateTables implements CatalogQuery {

    /** The names of relations, and the kinds that those have to be. */
    private record Kind(Names names, String kinds) {

        String sql() {
            return "SELECT d.namespace, d.name, k.kind FROM " + names.sql() + " AS d(namespace, name), unnest('{"
                    + kinds
                    + "}'::\"char\"[]) AS k(kind)";
        }
    }

    private final Scope scope;

    LocateTables(Scope scope) {
        this.scope = scope;
    }

    @Override
    public String sql() {
        return """
                SELECT set_config('%s', (
                    SELECT coalesce(array_agg(c.oid), '{}')::text
                      FROM %s
                      JOIN pg_namespace n ON n.nspname = d.namespace
                      JOIN pg_class c ON c.relnamespace = n.oid AND c.relname = d.name
                     WHERE %s %s), true)"""
                .formatted(TABLES, names(), kinds(), scope.tables().andOwn("pg_class", "c.oid"));
    }

    private String names() {
        Names views = scope.named(View.class);
        Names materialized = scope.named(MaterializedView.class);
        if (scope.isEverything() || views.isEmpty() && materialized.isEmpty()) {
            return scope.tables().sql() + " AS d(namespace, name)";
        }
        return Stream.of(
                new Kind(scope.tables(), "r,p"), new Kind(views, "v"), new Kind(materialized, "m"))
                .map(Kind::sql)
                .collect(Collectors.joining(" UNION ALL ", "(", ") AS d(namespace, name, kind)"));
    }

    private String kinds() {
        if (scope.isEverything()) {
            return "c.relkind IN ('r', 'p', 'v', 'm')";
        }
        return scope.named(View.class).isEmpty() && scope.named(MaterializedView.class).isEmpty()
                ? "c.relkind IN ('r', 'p')"
                : "c.relkind = d.kind";
    }

    @Override
    public void read(ResultSet row) {
        // Only the setting counts.
    }
}

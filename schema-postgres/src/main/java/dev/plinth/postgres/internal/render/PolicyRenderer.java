package dev.plinth.postgres.internal.render;

import dev.plinth.diff.Change.CreatePolicy;
import dev.plinth.diff.Change.EnableRowSecurity;
import dev.plinth.diff.Change.ForceRowSecurity;
import dev.plinth.diff.Change.OnRowSecurity;
import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.Policy;
import dev.plinth.postgres.internal.sql.SqlText;
import org.jooq.QueryPart;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Row level security. Templates, as jOOQ has no word for it; what PostgreSQL does by default is left out. */
final class PolicyRenderer {

    QueryPart add(OnRowSecurity added) {
        return switch (added) {
            case EnableRowSecurity enabled ->
                DSL.query("ALTER TABLE {0} ENABLE ROW LEVEL SECURITY", Parts.name(enabled.table()));
            case ForceRowSecurity forced ->
                DSL.query("ALTER TABLE {0} FORCE ROW LEVEL SECURITY", Parts.name(forced.table()));
            case CreatePolicy created -> create(created.table(), created.policy());
        };
    }

    private static QueryPart create(QualifiedName table, Policy policy) {
        return DSL.query(
                "CREATE POLICY {0} ON {1}{2}{3}{4}{5}{6}",
                DSL.name(policy.name()),
                Parts.name(table),
                Parts.raw(policy.permissive() ? "" : " AS RESTRICTIVE"),
                Parts.raw(policy.command() == Policy.Command.ALL ? "" : " FOR " + policy.command()),
                Parts.raw(policy.roles().isEmpty() ? "" : " TO " + SqlText.identifiers(policy.roles())),
                Parts.raw(condition(" USING ", policy.using())),
                Parts.raw(condition(" WITH CHECK ", policy.withCheck())));
    }

    private static String condition(String word, @Nullable Expression condition) {
        return condition == null ? "" : word + SqlText.parenthesised(condition);
    }

    /** The query that finds that it is done: enabling it again would wait for every reader of the table. */
    static String probe(OnRowSecurity added) {
        String table = SqlText.literal(SqlText.qualified(added.table())) + "::pg_catalog.regclass";
        return switch (added) {
            case EnableRowSecurity ignored ->
                "SELECT FROM pg_catalog.pg_class WHERE oid = " + table + " AND relrowsecurity";
            case ForceRowSecurity ignored ->
                "SELECT FROM pg_catalog.pg_class WHERE oid = " + table + " AND relforcerowsecurity";
            case CreatePolicy created ->
                "SELECT FROM pg_catalog.pg_policy WHERE polrelid = " + table + " AND polname = "
                        + SqlText.literal(created.policy().name());
        };
    }
}

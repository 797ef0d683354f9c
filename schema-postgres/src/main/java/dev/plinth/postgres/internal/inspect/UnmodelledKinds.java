package dev.plinth.postgres.internal.inspect;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Objects that belong to another one, and that the model has no record for, a query each: a kind, and a name. What extensions
 * own is left out. A kind that the model learns goes away here.
 */
final class UnmodelledKinds {

    private UnmodelledKinds() {}

    /** Each with two columns. {@code %1$s} stands for the namespaces, as an array. */
    static Stream<String> queries() {
        return Stream.of(
                "SELECT 'user mapping', o.usename || ' on ' || o.srvname FROM pg_user_mappings o",
                ofRelation("rule", "pg_rewrite", "ev_class", "o.rulename") + " AND o.rulename <> '_RETURN'",
                "SELECT 'foreign table', o.relname FROM pg_class o JOIN pg_namespace n ON n.oid = o.relnamespace"
                        + " WHERE o.relkind = 'f' AND o.relispartition AND n.nspname = ANY (%1$s)",
                ofRelation("trigger", "pg_trigger", "tgrelid", "o.tgname")
                        + " AND NOT o.tgisinternal AND c.relkind NOT IN ('r', 'p')",
                ofRelation("index", "pg_index", "indrelid", "o.indexrelid::regclass")
                        + " AND c.relkind NOT IN ('r', 'p', 't')");
    }

    private static String ofRelation(String kind, String catalog, String relation, String name) {
        return "SELECT '" + kind + "', " + name + " || ' on ' || c.relname FROM " + catalog
                + " o JOIN pg_class c ON c.oid = o."
                + relation + " JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = ANY (%1$s) AND "
                + Membership.isNone("pg_class", "c.oid");
    }

    /** Queries as one. */
    static String union(Stream<String> queries) {
        return queries.collect(Collectors.joining("\nUNION ALL\n"));
    }
}

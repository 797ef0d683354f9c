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
                // Between types of the server, by functions of it; others are named with the namespaces that they touch.
                "SELECT 'transform', 'for ' || format_type(o.trftype, NULL) || ' language ' || l.lanname FROM pg_transform o"
                        + " JOIN pg_language l ON l.oid = o.trflang WHERE o.trftype < 16384 AND o.trffromsql < 16384"
                        + " AND o.trftosql < 16384 AND " + Membership.isNone("pg_transform", "o.oid"),
                ofRelation("rule", "pg_rewrite", "ev_class", "o.rulename",
                        "o.rulename <> '_RETURN' AND c.relkind NOT IN ('r', 'p', 'v', 'm')"),
                "SELECT 'foreign table', " + TargetSource.RELATION_NAME
                        + UnmodelledFacts.from("", "c.relkind = 'f' AND c.relispartition"),
                ofRelation("trigger", "pg_trigger", "tgrelid", "o.tgname",
                        "NOT o.tgisinternal AND c.relkind NOT IN ('r', 'p', 'v')"),
                ofRelation("index", "pg_index", "indrelid",
                        "(SELECT x.relname FROM pg_class x WHERE x.oid = o.indexrelid)",
                        "c.relkind NOT IN ('r', 'p', 'm', 't')"));
    }

    private static String ofRelation(
            String kind, String catalog, String relation, String name, String condition) {
        return "SELECT '" + kind + "', " + name + " || ' on ' || " + TargetSource.RELATION_NAME
                + UnmodelledFacts.from("JOIN " + catalog + " o ON o." + relation + " = c.oid", condition);
    }

    /** Queries as one. */
    static String union(Stream<String> queries) {
        return queries.collect(Collectors.joining("\nUNION ALL\n"));
    }
}

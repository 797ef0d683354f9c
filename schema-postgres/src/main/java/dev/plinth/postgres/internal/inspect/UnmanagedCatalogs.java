package dev.plinth.postgres.internal.inspect;

import dev.plinth.model.sql.Cast;
import dev.plinth.model.sql.Extension;
import dev.plinth.model.sql.Statistics;
import dev.plinth.model.sql.TextSearchConfiguration;
import dev.plinth.model.sql.TextSearchDictionary;
import dev.plinth.model.sql.UserOperator;
import dev.plinth.postgres.internal.sql.ArrayLiterals;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Queries for the kinds of object that few schemas declare, or none can: in its namespaces, and in the database as a whole. What an
 * extension brings is left out, and so is what belongs to another object.
 */
final class UnmanagedCatalogs {

    private UnmanagedCatalogs() {}

    /**
     * One query: a kind, a namespace (null for what has none), a name.
     *
     * @param namespaces a {@code name[]}, as SQL
     * @param scope what is declared
     */
    static String sql(String namespaces, Scope scope) {
        return Stream.of(
                inNamespaces(namespaces, scope),
                betweenTypes(namespaces, scope),
                ofDatabase(scope.schema().extensions()))
                .flatMap(it -> it)
                .collect(Collectors.joining("\nUNION ALL\n"));
    }

    private static Stream<String> inNamespaces(String namespaces, Scope scope) {
        String method = "(SELECT m.amname FROM pg_am m WHERE m.oid = o.opc%s)";
        return Stream.of(
                named("operator", "pg_operator", "oprnamespace",
                        "o.oprname || '(' || coalesce(format_type(nullif(o.oprleft, 0), NULL) || ', ', '')"
                                + " || format_type(o.oprright, NULL) || ')'",
                        namespaces)
                        + " AND o.oprcode <> 0" + undeclared(scope.named(UserOperator.class), "o.oprname"),
                named("operator class", "pg_opclass", "opcnamespace",
                        "o.opcname || ' for ' || " + method.formatted("method"), namespaces),
                named("operator family", "pg_opfamily", "opfnamespace",
                        "o.opfname || ' for ' || " + method.formatted("method").replace("o.opc", "o.opf"), namespaces)
                        + " AND NOT EXISTS (SELECT FROM pg_opclass k WHERE k.opcfamily = o.oid"
                        + " AND k.opcname = o.opfname)",
                named("conversion", "pg_conversion", "connamespace", "o.conname", namespaces),
                named("text search configuration", "pg_ts_config", "cfgnamespace", "o.cfgname", namespaces)
                        + undeclared(scope.named(TextSearchConfiguration.class), "o.cfgname"),
                named("text search dictionary", "pg_ts_dict", "dictnamespace", "o.dictname", namespaces)
                        + undeclared(scope.named(TextSearchDictionary.class), "o.dictname"),
                named("text search parser", "pg_ts_parser", "prsnamespace", "o.prsname", namespaces),
                named("text search template", "pg_ts_template", "tmplnamespace", "o.tmplname", namespaces),
                named("statistics object", "pg_statistic_ext", "stxnamespace", "o.stxname", namespaces)
                        + undeclared(scope.named(Statistics.class), "o.stxname"),
                named("base type", "pg_type", "typnamespace", "o.typname", namespaces)
                        + " AND o.typtype IN ('b', 'p') AND o.typcategory <> 'A'");
    }

    /** Casts and transforms have no namespace; their types and functions do. */
    private static Stream<String> betweenTypes(String namespaces, Scope scope) {
        String touched =
                "SELECT kind, namespace, name FROM (%s) AS x(kind, namespace, name) WHERE namespace IS NOT NULL";
        String types =
                "(SELECT n.nspname FROM pg_namespace n WHERE n.nspname = ANY (" + namespaces + ") AND n.oid IN (%s,"
                        + " (SELECT f.pronamespace FROM pg_proc f WHERE f.oid IN (%s))) LIMIT 1)";
        return Stream.of(
                found("cast", types.formatted(namespaceOf("o.castsource") + ", " + namespaceOf("o.casttarget"),
                        "o.castfunc"),
                        "'(' || format_type(o.castsource, NULL) || ' AS ' || format_type(o.casttarget, NULL) || ')'",
                        "pg_cast") + " AND o.oid >= 16384 AND " + scope.named(Cast.class).isEmpty(),
                found("transform", types.formatted(namespaceOf("o.trftype"), "o.trffromsql"),
                        "'for ' || format_type(o.trftype, NULL) || ' language '"
                                + " || (SELECT l.lanname FROM pg_language l WHERE l.oid = o.trflang)",
                        "pg_transform"))
                .map(touched::formatted);
    }

    private static Stream<String> ofDatabase(List<Extension> declared) {
        String known = ArrayLiterals.names(
                Stream.concat(Stream.of("plpgsql"), declared.stream().map(Extension::name)).toList());
        return Stream.of(
                found("event trigger", "NULL::name", "o.evtname::text", "pg_event_trigger"),
                found("publication", "NULL::name", "o.pubname::text", "pg_publication"),
                found("foreign-data wrapper", "NULL::name", "o.fdwname::text", "pg_foreign_data_wrapper"),
                found("server", "NULL::name", "o.srvname::text", "pg_foreign_server"),
                found("language", "NULL::name", "o.lanname::text", "pg_language") + " AND o.oid >= 16384",
                found("access method", "NULL::name", "o.amname::text", "pg_am") + " AND o.oid >= 16384",
                found("extension", "NULL::name", "o.extname::text", "pg_extension") + " AND o.extname <> ALL (" + known
                        + ")",
                "SELECT 'subscription', NULL::name, o.subname::text FROM pg_subscription o WHERE o.subdbid ="
                        + " (SELECT b.oid FROM pg_database b WHERE b.datname = current_database())");
    }

    private static String named(String kind, String catalog, String namespace, String name, String namespaces) {
        return "SELECT '" + kind + "', n.nspname, " + name + " FROM " + catalog
                + " o JOIN pg_namespace n ON n.oid = o." + namespace + " WHERE n.nspname = ANY (" + namespaces
                + ") AND "
                + Membership.isNone(catalog, "o.oid");
    }

    private static String undeclared(Names declared, String name) {
        return " AND NOT EXISTS (SELECT FROM " + declared.sql()
                + " AS d(namespace, name) WHERE d.namespace = n.nspname AND d.name = " + name + ")";
    }

    private static String found(String kind, String namespace, String name, String catalog) {
        return "SELECT '" + kind + "', " + namespace + ", " + name + " FROM " + catalog + " o WHERE "
                + Membership.isNone(catalog, "o.oid");
    }

    private static String namespaceOf(String type) {
        return "(SELECT t.typnamespace FROM pg_type t WHERE t.oid = " + type + ")";
    }
}

package dev.plinth.postgres.internal.inspect;

import java.util.stream.Stream;

/**
 * What objects of the model can have that it has no words for, and that their own readers do not look at: a query each, the
 * object and the fact. A fact that the model learns goes away here.
 */
final class UnmodelledFacts {

    /** A relation for a person, as SQL. */
    private static final String RELATION = "CASE c.relkind WHEN 'S' THEN 'sequence ' WHEN 'c' THEN 'composite type '"
            + " WHEN 'i' THEN 'index ' WHEN 'I' THEN 'index ' WHEN 'v' THEN 'view ' WHEN 'm' THEN 'materialized view '"
            + " WHEN 'f' THEN 'foreign table ' ELSE 'table ' END"
            + " || CASE n.nspname WHEN 'public' THEN '' ELSE n.nspname || '.' END || c.relname";

    private UnmodelledFacts() {}

    /** Each with two columns. {@code %1$s} stands for the namespaces, as an array. */
    static Stream<String> queries() {
        return Stream.of(
                ofRelations("'privileges'", "c.relacl IS NOT NULL AND c.relkind NOT IN ('i', 'I', 't')"),
                ofRelations("'partitions (' || (SELECT count(*) - 1 FROM pg_partition_tree(c.oid)) || ')'",
                        "c.relkind = 'p' AND EXISTS (SELECT FROM pg_inherits h WHERE h.inhparent = c.oid)"),
                columns("'privileges'", "a.attacl IS NOT NULL"),
                privileges("'function ' || o.proname", "pg_proc", "pro"),
                privileges("'type ' || o.typname", "pg_type", "typ"),
                "SELECT 'namespace ' || n.nspname, 'privileges' FROM pg_namespace n WHERE n.nspname = ANY (%1$s)"
                        + " AND n.nspacl IS DISTINCT FROM (SELECT initprivs FROM pg_init_privs"
                        + " WHERE classoid = 'pg_namespace'::regclass AND objoid = n.oid)",
                "SELECT 'default privileges of ' || pg_get_userbyid(o.defaclrole), 'privileges' FROM pg_default_acl o"
                        + " LEFT JOIN pg_namespace n ON n.oid = o.defaclnamespace"
                        + " WHERE n.nspname = ANY (%1$s) OR o.defaclnamespace = 0",
                "SELECT 'database ' || d.datname, array_to_string(s.setconfig, ', ') FROM pg_db_role_setting s"
                        + " JOIN pg_database d ON d.oid = s.setdatabase WHERE d.datname = current_database()",
                said("pg_description", "'COMMENT'",
                        "(o.objoid >= 16384 OR i.type = 'schema' AND o.description <> 'standard public schema')"),
                said("pg_seclabel", "'SECURITY LABEL'", "true"));
    }

    private static String ofRelations(String fact, String condition) {
        return "SELECT " + RELATION + ", " + fact + from("", condition);
    }

    private static String columns(String fact, String condition) {
        return "SELECT " + RELATION + " || '.' || a.attname, " + fact
                + from("JOIN pg_attribute a ON a.attrelid = c.oid",
                        "a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p', 'c') AND " + condition);
    }

    private static String privileges(String object, String catalog, String prefix) {
        return "SELECT " + object + ", 'privileges' FROM " + catalog + " o JOIN pg_namespace n ON n.oid = o." + prefix
                + "namespace WHERE n.nspname = ANY (%1$s) AND o." + prefix + "acl IS NOT NULL AND "
                + Membership.isNone(catalog, "o.oid");
    }

    /** What was said of objects of the namespaces, and of those that are in none. Names come in quotes where they need them. */
    private static String said(String catalog, String fact, String condition) {
        return "SELECT i.type || ' ' || i.identity, " + fact + " FROM " + catalog
                + " o CROSS JOIN LATERAL pg_identify_object(o.classoid, o.objoid, o.objsubid) i"
                + " CROSS JOIN LATERAL (SELECT coalesce(i.schema, (SELECT quote_ident(n.nspname) FROM pg_class r"
                + " JOIN pg_namespace n ON n.oid = r.relnamespace WHERE r.oid = CASE o.classoid"
                + " WHEN 'pg_trigger'::regclass THEN (SELECT t.tgrelid FROM pg_trigger t WHERE t.oid = o.objoid)"
                + " WHEN 'pg_policy'::regclass THEN (SELECT p.polrelid FROM pg_policy p WHERE p.oid = o.objoid)"
                + " WHEN 'pg_rewrite'::regclass THEN (SELECT w.ev_class FROM pg_rewrite w WHERE w.oid = o.objoid) END),"
                + " CASE o.classoid WHEN 'pg_namespace'::regclass THEN i.name END)) AS s(namespace)"
                + " WHERE i.identity IS NOT NULL AND (s.namespace IS NULL"
                + " OR s.namespace IN (SELECT quote_ident(x) FROM unnest(%1$s) AS x))"
                + " AND " + condition
                + " AND o.classoid <> 'pg_extension'::regclass AND NOT EXISTS (SELECT FROM pg_depend m"
                + " WHERE m.classid = o.classoid AND m.objid = o.objoid AND m.deptype = 'e')";
    }

    private static String from(String join, String condition) {
        return " FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace " + join
                + " WHERE n.nspname = ANY (%1$s) AND NOT c.relispartition AND " + condition + " AND "
                + Membership.isNone("pg_class", "c.oid");
    }
}

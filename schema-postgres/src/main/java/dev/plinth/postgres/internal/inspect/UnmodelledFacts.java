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
                ofRelations("'FORCE ROW LEVEL SECURITY'", "c.relforcerowsecurity"),
                ofRelations("'privileges'", "c.relacl IS NOT NULL AND c.relkind NOT IN ('i', 'I', 't')"),
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
                said("pg_description", "'COMMENT'", "objsubid"),
                said("pg_seclabel", "'SECURITY LABEL'", "objsubid"));
    }

    private static String ofRelations(String fact, String condition) {
        return "SELECT " + RELATION + ", " + fact + from("", condition);
    }

    private static String columns(String fact, String condition) {
        return "SELECT " + RELATION + " || '.' || a.attname, " + fact
                + from("JOIN pg_attribute a ON a.attrelid = c.oid JOIN pg_type t ON t.oid = a.atttypid",
                        "a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p', 'c') AND " + condition);
    }

    private static String privileges(String object, String catalog, String prefix) {
        return "SELECT " + object + ", 'privileges' FROM " + catalog + " o JOIN pg_namespace n ON n.oid = o." + prefix
                + "namespace WHERE n.nspname = ANY (%1$s) AND o." + prefix + "acl IS NOT NULL AND "
                + UnmodelledKinds.isNoMember(catalog, "o.oid");
    }

    /** What was said of objects of the namespaces, and of those that are in none. */
    private static String said(String catalog, String fact, String part) {
        return "SELECT coalesce(i.type || ' ' || i.identity, ''), " + fact + " FROM " + catalog
                + " o CROSS JOIN LATERAL pg_identify_object(o.classoid, o.objoid, o." + part + ") i"
                + " LEFT JOIN pg_constraint k ON o.classoid = 'pg_constraint'::regclass AND k.oid = o.objoid"
                + " LEFT JOIN pg_trigger t ON o.classoid = 'pg_trigger'::regclass AND t.oid = o.objoid"
                + " LEFT JOIN pg_class r ON r.oid = t.tgrelid"
                + " LEFT JOIN pg_namespace n ON n.oid = coalesce(k.connamespace, r.relnamespace)"
                + " WHERE o.objoid >= 16384 AND coalesce(i.schema, n.nspname) = ANY (%1$s)"
                + " AND o.classoid <> 'pg_extension'::regclass AND NOT EXISTS (SELECT FROM pg_depend m"
                + " WHERE m.classid = o.classoid AND m.objid = o.objoid AND m.deptype = 'e')";
    }

    private static String from(String join, String condition) {
        return " FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace " + join
                + " WHERE n.nspname = ANY (%1$s) AND NOT c.relispartition AND " + condition + " AND "
                + UnmodelledKinds.isNoMember("pg_class", "c.oid");
    }
}

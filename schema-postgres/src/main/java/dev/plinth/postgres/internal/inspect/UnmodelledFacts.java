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

    /** Whether something is said of an object whose kind has no comments in the model. */
    private static final String IS_NOT_READ = "NOT (o.classoid = ANY ('{pg_constraint,pg_trigger,pg_policy,pg_proc,"
            + "pg_type,pg_collation,pg_operator,pg_cast,pg_namespace,pg_rewrite,pg_statistic_ext}'::regclass[]) OR o.classoid = 'pg_class'::regclass"
            + " AND (o.objsubid > 0 OR EXISTS (SELECT FROM pg_class r WHERE r.oid = o.objoid"
            + " AND r.relkind IN ('r', 'p', 'v', 'm', 'i', 'I', 'S'))))";

    private UnmodelledFacts() {}

    /** Each with two columns. {@code %1$s} stands for the namespaces, as an array. */
    static Stream<String> queries() {
        return Stream.of(
                ofRelations("'privileges'", "c.relacl IS NOT NULL AND c.relkind = 'f'"),
                columns("'privileges'", "a.attacl IS NOT NULL"),
                "SELECT 'default privileges of ' || pg_get_userbyid(o.defaclrole), 'privileges' FROM pg_default_acl o"
                        + " WHERE o.defaclnamespace = 0",
                "SELECT 'database ' || d.datname, array_to_string(s.setconfig, ', ') FROM pg_db_role_setting s"
                        + " JOIN pg_database d ON d.oid = s.setdatabase WHERE d.datname = current_database()",
                "SELECT 'trigger ' || o.tgname || ' on ' || CASE n.nspname WHEN 'public' THEN '' ELSE n.nspname || '.' END"
                        + " || c.relname, CASE o.tgenabled WHEN 'D' THEN 'DISABLE TRIGGER' WHEN 'R'"
                        + " THEN 'ENABLE REPLICA TRIGGER' ELSE 'ENABLE ALWAYS TRIGGER' END"
                        + from("JOIN pg_trigger o ON o.tgrelid = c.oid", "o.tgisinternal AND o.tgenabled <> 'O'"),
                "SELECT 'table ' || o.inhrelid::regclass, 'DETACH PARTITION CONCURRENTLY, not finished'"
                        + " FROM pg_inherits o WHERE o.inhdetachpending",
                said("pg_description", "'COMMENT'", "o.objoid >= 16384 AND " + IS_NOT_READ),
                said("pg_seclabel", "'SECURITY LABEL'", "true"));
    }

    private static String ofRelations(String fact, String condition) {
        return "SELECT " + RELATION + ", " + fact + from("", condition);
    }

    private static String columns(String fact, String condition) {
        return "SELECT " + RELATION + " || '.' || a.attname, " + fact
                + from("JOIN pg_attribute a ON a.attrelid = c.oid",
                        "a.attnum > 0 AND NOT a.attisdropped AND c.relkind = 'f' AND " + condition);
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
                + " WHERE n.nspname = ANY (%1$s) AND " + condition + " AND "
                + Membership.isNone("pg_class", "c.oid");
    }
}

package dev.plinth.postgres.internal.inspect;

import java.util.stream.Stream;

/**
 * What objects of the model can have that it has no words for, and that their own readers do not look at: a query each, the
 * object and the fact. A fact that the model learns goes away here.
 */
final class UnmodelledFacts {

    /** A table for a person, as SQL. */
    private static final String TABLE =
            "CASE c.relkind WHEN 'f' THEN 'foreign table ' ELSE 'table ' END || " + TargetSource.RELATION_NAME;

    /** Whether something is said of an object whose kind has no comments in the model. */
    private static final String IS_NOT_READ = "NOT (o.classoid = ANY ('{pg_constraint,pg_trigger,pg_policy,pg_proc,"
            + "pg_type,pg_collation,pg_operator,pg_cast,pg_namespace,pg_rewrite,pg_statistic_ext,pg_ts_dict,pg_ts_config}'::regclass[]) OR o.classoid = 'pg_class'::regclass"
            + " AND (o.objsubid > 0 OR EXISTS (SELECT FROM pg_class r WHERE r.oid = o.objoid"
            + " AND r.relkind IN ('r', 'p', 'v', 'm', 'i', 'I', 'S'))))";

    private UnmodelledFacts() {}

    /** Each with two columns. {@code %1$s} stands for the namespaces, as an array. */
    static Stream<String> queries() {
        return Stream.of(
                "SELECT " + TABLE + ", 'privileges'" + from("", "c.relacl IS NOT NULL AND c.relkind = 'f'"),
                "SELECT " + TABLE + " || '.' || a.attname, 'privileges'"
                        + from("JOIN pg_attribute a ON a.attrelid = c.oid",
                                "a.attacl IS NOT NULL AND a.attnum > 0 AND NOT a.attisdropped AND c.relkind = 'f'"),
                "SELECT 'default privileges of ' || pg_get_userbyid(o.defaclrole), 'privileges' FROM pg_default_acl o"
                        + " WHERE o.defaclnamespace = 0",
                "SELECT 'database ' || d.datname, array_to_string(s.setconfig, ', ') FROM pg_db_role_setting s"
                        + " JOIN pg_database d ON d.oid = s.setdatabase WHERE d.datname = current_database()",
                "SELECT 'trigger ' || o.tgname || ' on ' || " + TargetSource.RELATION_NAME
                        + ", CASE o.tgenabled WHEN 'D' THEN 'DISABLE TRIGGER' WHEN 'R'"
                        + " THEN 'ENABLE REPLICA TRIGGER' ELSE 'ENABLE ALWAYS TRIGGER' END"
                        + from("JOIN pg_trigger o ON o.tgrelid = c.oid", "o.tgisinternal AND o.tgenabled <> 'O'"),
                "SELECT " + TABLE + ", 'DETACH PARTITION CONCURRENTLY, not finished'"
                        + from("JOIN pg_inherits o ON o.inhrelid = c.oid", "o.inhdetachpending"),
                "SELECT 'domain ' || CASE n.nspname WHEN 'public' THEN '' ELSE n.nspname || '.' END || t.typname,"
                        + " 'CONSTRAINT ' || o.conname || ' NOT NULL' FROM pg_constraint o JOIN pg_type t ON t.oid = o.contypid"
                        + " JOIN pg_namespace n ON n.oid = t.typnamespace WHERE n.nspname = ANY (%1$s) AND o.contype = 'n'"
                        + " AND o.conname <> t.typname || '_not_null' AND octet_length(t.typname) < 54 AND "
                        + Membership.isNone("pg_type", "t.oid"),
                // Of plpgsql, which is in every database, and where the one is gone that the extension came with.
                "SELECT 'extension ' || o.extname, CASE WHEN c.text IS NULL THEN 'COMMENT ... IS NULL' ELSE 'COMMENT' END FROM pg_extension o"
                        + " LEFT JOIN pg_available_extensions a ON a.name = o.extname"
                        + " CROSS JOIN LATERAL obj_description(o.oid, 'pg_extension') AS c(text)"
                        + " WHERE c.text IS DISTINCT FROM a.comment AND (c.text IS NULL OR o.extname = 'plpgsql')",
                dependent(),
                said("pg_description", "'COMMENT'", "o.objoid >= 16384 AND " + IS_NOT_READ),
                said("pg_seclabel", "'SECURITY LABEL'", "true"));
    }

    /** What goes with an extension that it does not belong to. */
    private static String dependent() {
        return "SELECT i.type || ' ' || i.identity, 'DEPENDS ON EXTENSION ' || quote_ident(e.extname) FROM pg_depend o"
                + " JOIN pg_extension e ON e.oid = o.refobjid"
                + " CROSS JOIN LATERAL pg_identify_object(o.classid, o.objid, o.objsubid) i"
                + " WHERE o.refclassid = 'pg_extension'::regclass AND o.deptype = 'x' AND coalesce(i.schema,"
                + " (SELECT quote_ident(n.nspname) FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid"
                + " JOIN pg_namespace n ON n.oid = c.relnamespace WHERE o.classid = 'pg_trigger'::regclass"
                + " AND t.oid = o.objid)) IN (SELECT quote_ident(x) FROM unnest(%1$s) AS x)";
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
                + " AND o.classoid <> 'pg_extension'::regclass AND "
                + Membership.isOfNoExtension("o.classoid", "o.objoid");
    }

    /** Relations {@code c} of the namespaces {@code n}. */
    static String from(String join, String condition) {
        return " FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace " + join
                + " WHERE n.nspname = ANY (%1$s) AND " + condition + " AND "
                + Membership.isNone("pg_class", "c.oid");
    }
}

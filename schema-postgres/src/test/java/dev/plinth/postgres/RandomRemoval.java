package dev.plinth.postgres;

import dev.plinth.postgres.testing.TestDatabase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Takes away some of what a database has, with all that depends on it. Not the sequence of a default: without it the
 * column is still there, and Plinth alters none. Nor the check of a domain inside of another type, which PostgreSQL
 * cannot add. A column of which something is said stays, as a dump says it in the order of columns.
 */
final class RandomRemoval {

    /** A statement for each thing that can be dropped: a line a kind. */
    private static final String REMOVALS = """
            SELECT format('DROP TABLE %s CASCADE', c.oid::regclass) FROM pg_class c WHERE c.relkind IN ('r', 'p') AND %s
            UNION ALL
            SELECT format('DROP INDEX %s', c.oid::regclass) FROM pg_class c WHERE c.relkind IN ('i', 'I') AND NOT c.relispartition AND %s
               AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = c.oid)
            UNION ALL
            SELECT format('DROP SEQUENCE %s', c.oid::regclass) FROM pg_class c WHERE c.relkind = 'S' AND %s
               AND NOT EXISTS (
                   SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype IN ('a', 'i') OR d.refobjid = c.oid)
            UNION ALL
            SELECT format('ALTER TABLE %s DROP COLUMN %I CASCADE', c.oid::regclass, a.attname)
              FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
               AND a.attinhcount = 0 AND a.attacl IS NULL AND col_description(c.oid, a.attnum) IS NULL
               AND (a.attidentity = '' OR NOT EXISTS (SELECT FROM pg_inherits h WHERE h.inhparent = c.oid))
             WHERE c.relkind = 'r' AND %s
            UNION ALL
            SELECT format('ALTER TABLE %s DROP CONSTRAINT %I CASCADE', c.oid::regclass, k.conname)
              FROM pg_class c JOIN pg_constraint k ON k.conrelid = c.oid AND k.contype IN ('p', 'u', 'c', 'f', 'x')
               AND k.coninhcount = 0 AND k.conparentid = 0
             WHERE %s
            UNION ALL
            SELECT format('DROP TRIGGER %I ON %s', t.tgname, c.oid::regclass)
              FROM pg_class c JOIN pg_trigger t ON t.tgrelid = c.oid AND NOT t.tgisinternal
               AND t.tgparentid = 0 WHERE %s
            UNION ALL
            SELECT format('DROP %s %s CASCADE', CASE c.relkind WHEN 'v' THEN 'VIEW' ELSE 'MATERIALIZED VIEW' END,
                          c.oid::regclass) FROM pg_class c WHERE c.relkind IN ('v', 'm') AND %s
            UNION ALL
            SELECT format('ALTER VIEW %s ALTER %I DROP DEFAULT', c.oid::regclass, a.attname)
              FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.atthasdef WHERE c.relkind = 'v' AND %s
            UNION ALL
            SELECT format('DROP RULE %I ON %s', r.rulename, c.oid::regclass)
              FROM pg_class c JOIN pg_rewrite r ON r.ev_class = c.oid AND r.rulename <> '_RETURN' WHERE %s
            UNION ALL
            SELECT format('DROP POLICY %I ON %s', p.polname, c.oid::regclass)
              FROM pg_class c JOIN pg_policy p ON p.polrelid = c.oid WHERE %s
            UNION ALL
            SELECT format('ALTER TABLE %s DISABLE ROW LEVEL SECURITY', c.oid::regclass) FROM pg_class c
             WHERE c.relrowsecurity AND %s
            UNION ALL
            SELECT format('DROP ROUTINE %s CASCADE', p.oid::regprocedure) FROM pg_proc p
             WHERE p.oid >= 16384 AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype IN ('i', 'e'))
            UNION ALL
            SELECT format('DROP TYPE %s CASCADE', t.oid::regtype)
              FROM pg_type t LEFT JOIN pg_class c ON c.oid = t.typrelid
             WHERE t.oid >= 16384 AND (t.typtype IN ('e', 'd', 'r') OR c.relkind = 'c')
               AND t.typnamespace <> 'information_schema'::regnamespace
            UNION ALL
            SELECT format('ALTER DOMAIN %s DROP CONSTRAINT %I', k.contypid::regtype, k.conname)
              FROM pg_constraint k JOIN pg_type t ON t.oid = k.contypid
             WHERE k.contypid >= 16384 AND k.contype = 'c' AND NOT EXISTS (
                   SELECT FROM pg_depend d LEFT JOIN pg_class c ON d.classid = 'pg_class'::regclass AND c.oid = d.objid
                    WHERE d.refclassid = 'pg_type'::regclass AND (d.refobjid = t.typarray OR d.refobjid = t.oid
                      AND (c.relkind = 'c' OR d.classid = 'pg_type'::regclass AND d.objid <> t.typarray)))
            UNION ALL
            SELECT format('DROP COLLATION %I.%I CASCADE', n.nspname, o.collname)
              FROM pg_collation o JOIN pg_namespace n ON n.oid = o.collnamespace WHERE o.oid >= 16384
            UNION ALL
            SELECT format('DROP STATISTICS %I.%I', n.nspname, x.stxname)
              FROM pg_statistic_ext x JOIN pg_namespace n ON n.oid = x.stxnamespace
            UNION ALL
            SELECT format('DROP TEXT SEARCH DICTIONARY %s CASCADE', o.oid::regdictionary) FROM pg_ts_dict o WHERE o.oid >= 16384
            UNION ALL
            SELECT format('DROP TEXT SEARCH CONFIGURATION %s CASCADE', o.oid::regconfig) FROM pg_ts_config o
             WHERE o.oid >= 16384
            UNION ALL
            SELECT format('DROP OPERATOR %s', o.oid::regoperator) FROM pg_operator o WHERE o.oid >= 16384
            UNION ALL
            SELECT format('DROP CAST (%s AS %s)', castsource::regtype, casttarget::regtype) FROM pg_cast
             WHERE oid >= 16384 AND castmethod = 'i'
            UNION ALL
            SELECT format('COMMENT ON TABLE %s IS NULL', c.oid::regclass) FROM pg_class c
             WHERE c.relkind IN ('r', 'p') AND obj_description(c.oid, 'pg_class') IS NOT NULL AND %s
            UNION ALL
            SELECT format('REVOKE ALL ON TABLE %s FROM PUBLIC, pg_monitor CASCADE', c.oid::regclass) FROM pg_class c
             WHERE c.relkind IN ('r', 'p') AND c.relacl IS NOT NULL AND %s
            ORDER BY 1""".replace("%s\n",
            "c.oid >= 16384 AND c.relnamespace::regnamespace::text !~ '^(pg_|information_schema)'\n");

    private RandomRemoval() {}

    /** One to six things; what went with another one is passed over. */
    static List<String> from(TestDatabase database, Random random) {
        List<String> removals = new ArrayList<>(database.query(REMOVALS));
        Collections.shuffle(removals, random);
        List<String> chosen = removals.subList(0, Math.min(removals.size(), 1 + random.nextInt(6)));
        for (String removal : chosen) {
            database.execute("DO $remove$ BEGIN " + removal + "; EXCEPTION WHEN undefined_table OR undefined_object"
                    + " OR undefined_column OR undefined_function OR invalid_schema_name THEN NULL; END $remove$");
        }
        return chosen;
    }
}

package dev.plinth.postgres.testing;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything in a database that a schema can create, one line an object, in a fixed order: the columns of a table by
 * name. Written for the tests alone, with the server's own deparsing functions. Members of extensions are left out.
 */
public final class CatalogListing {

    /** Names outside {@code pg_catalog} are printed qualified. */
    private static final String PIN = "SET search_path = ''; SET quote_all_identifiers = off";

    private static final String IS_OURS = " !~ '^(pg_|information_schema)'";

    private static final List<String> QUERIES = List.of(
            """
            SELECT 'extension ' || extname || ' in ' || extnamespace::regnamespace || ' version ' || extversion
            FROM pg_catalog.pg_extension
            WHERE extname <> 'plpgsql'
            """,
            """
            SELECT 'namespace ' || nspname || coalesce(' ' || nspacl::text, '') FROM pg_catalog.pg_namespace n
            WHERE nspname %1$s AND %2$s
            """,
            """
            SELECT 'relation ' || c.oid::regclass || ' kind ' || c.relkind::text || ' persistence ' || c.relpersistence::text
                || coalesce(' method ' || am.amname, '') || coalesce(' with ' || c.reloptions::text, '')
                || coalesce(' access ' || c.relacl::text, '')
                || CASE WHEN c.relrowsecurity THEN ' row security' ELSE '' END
                || CASE WHEN c.relforcerowsecurity THEN ' forced' ELSE '' END
                || CASE WHEN c.relispartition THEN ' partition ' || pg_get_expr(c.relpartbound, c.oid) ELSE '' END
                || coalesce(' by ' || pg_get_partkeydef(c.oid), '')
                || coalesce(' of type ' || nullif(c.reloftype, 0)::regtype, '')
                || CASE WHEN c.relkind IN ('v', 'm') THEN E'\\n' || pg_get_viewdef(c.oid) ELSE '' END
            FROM pg_catalog.pg_class c LEFT JOIN pg_catalog.pg_am am ON am.oid = c.relam
            WHERE c.relkind NOT IN ('i', 'I', 't') AND c.relnamespace::regnamespace::text %1$s AND %3$s
            """,
            """
            SELECT 'column ' || c.oid::regclass || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
                || CASE WHEN a.attnotnull THEN ' not null' ELSE '' END
                || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')
                || CASE WHEN a.attgenerated <> '' THEN ' generated ' || a.attgenerated::text ELSE '' END
                || CASE WHEN a.attidentity <> '' THEN ' identity ' || a.attidentity::text ELSE '' END
                || CASE WHEN a.attcollation <> t.typcollation THEN ' collate ' || a.attcollation::regcollation ELSE '' END
                || CASE WHEN a.attinhcount > 0 THEN ' inherited' ELSE '' END
                || coalesce(' access ' || a.attacl::text, '') || coalesce(' options ' || a.attoptions::text, '') || ' storage ' || a.attstorage::text
            FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
            JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
            LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
            WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p', 'f', 'c', 'v', 'm')
            AND c.relnamespace::regnamespace::text %1$s AND %3$s
            """,
            """
            SELECT 'constraint ' || coalesce(nullif(o.conrelid, 0)::regclass::text, o.contypid::regtype::text) || ' '
                || o.conname || ' ' || pg_get_constraintdef(o.oid) || CASE WHEN o.convalidated THEN '' ELSE ' (unproved)' END
                || CASE WHEN o.conislocal THEN '' ELSE ' inherited' END
                || CASE WHEN o.connoinherit AND o.contype = 'c' THEN ' no inherit' ELSE '' END
            FROM pg_catalog.pg_constraint o LEFT JOIN pg_catalog.pg_class c ON c.oid = o.conrelid
            WHERE o.contype NOT IN ('n', 't') AND o.connamespace::regnamespace::text %1$s
            AND (c.oid IS NULL OR %3$s)
            """,
            """
            SELECT 'index ' || pg_get_indexdef(i.indexrelid) || CASE WHEN i.indisvalid THEN '' ELSE ' (invalid)' END
                || CASE WHEN i.indisclustered THEN ' (cluster)' ELSE '' END
                || CASE WHEN i.indisreplident THEN ' (replica identity)' ELSE '' END
                || coalesce(' of constraint ' || o.conname, '')
            FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indrelid
            LEFT JOIN pg_catalog.pg_constraint o ON o.conindid = i.indexrelid AND o.contype IN ('p', 'u', 'x')
            WHERE c.relkind <> 't' AND c.relnamespace::regnamespace::text %1$s AND %3$s
            """,
            """
            SELECT 'trigger ' || pg_get_triggerdef(t.oid) || ' enabled ' || t.tgenabled::text
            FROM pg_catalog.pg_trigger t JOIN pg_catalog.pg_class c ON c.oid = t.tgrelid
            WHERE NOT t.tgisinternal AND c.relnamespace::regnamespace::text %1$s AND %3$s
            """,
            """
            SELECT 'event trigger ' || evtname || ' ' || evtevent || ' ' || evtfoid::regprocedure
            FROM pg_catalog.pg_event_trigger
            """,
            """
            SELECT 'function ' || p.oid::regprocedure || coalesce(' access ' || p.proacl::text, '') || E'\\n'
                || rtrim(pg_get_functiondef(p.oid), E'\\n')
            FROM pg_catalog.pg_proc p WHERE p.prokind <> 'a' AND p.pronamespace::regnamespace::text %1$s AND %4$s
            """,
            """
            SELECT 'aggregate ' || p.oid::regprocedure || ' (' || pg_get_function_arguments(p.oid) || ') returns '
                || pg_get_function_result(p.oid) || ' parallel ' || p.proparallel::text || ' state '
                || a.aggtranstype::regtype || ', ' || a.aggmtranstype::regtype || ' sort ' || a.aggsortop::regoperator
                || ' ' || (to_jsonb(a) - '{aggfnoid,aggtranstype,aggmtranstype,aggsortop}'::text[])::text
            FROM pg_catalog.pg_aggregate a JOIN pg_catalog.pg_proc p ON p.oid = a.aggfnoid
            WHERE p.pronamespace::regnamespace::text %1$s AND %4$s
            """,
            """
            SELECT 'sequence ' || s.seqrelid::regclass || ' ' || s.seqtypid::regtype || ' start ' || s.seqstart
                || ' increment ' || s.seqincrement || ' min ' || s.seqmin || ' max ' || s.seqmax || ' cache ' || s.seqcache
                || CASE WHEN s.seqcycle THEN ' cycle' ELSE '' END
                || coalesce(' owned by ' || d.refobjid::regclass || '.' || a.attname, '')
            FROM pg_catalog.pg_sequence s JOIN pg_catalog.pg_class c ON c.oid = s.seqrelid
            LEFT JOIN pg_catalog.pg_depend d ON d.objid = c.oid AND d.deptype IN ('a', 'i')
                AND d.classid = 'pg_catalog.pg_class'::regclass AND d.refobjsubid > 0
            LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
            WHERE c.relnamespace::regnamespace::text %1$s AND %3$s
            """,
            """
            SELECT 'type ' || t.oid::regtype || ' kind ' || t.typtype::text || coalesce(' access ' || t.typacl::text, '')
                || CASE WHEN t.typtype = 'd' THEN ' of ' || format_type(t.typbasetype, t.typtypmod)
                    || CASE WHEN t.typnotnull THEN ' not null' ELSE '' END || ' collate ' || t.typcollation::regcollation || coalesce(' default ' || pg_get_expr(t.typdefaultbin, 0), '')
                    ELSE '' END
                || coalesce((SELECT ' labels ' || string_agg(quote_literal(e.enumlabel), ', ' ORDER BY e.enumsortorder)
                    FROM pg_catalog.pg_enum e WHERE e.enumtypid = t.oid), '')
            FROM pg_catalog.pg_type t
            WHERE t.typtype IN ('e', 'd', 'r') AND t.typnamespace::regnamespace::text %1$s AND %5$s
            """,
            """
            SELECT 'range ' || r.rngtypid::regtype || ' of ' || r.rngsubtype::regtype || ' multirange '
                || r.rngmultitypid::regtype || ' opclass ' || o.opcname || ' collation ' || r.rngcollation::regcollation
                || ' diff ' || r.rngsubdiff || ' canonical ' || r.rngcanonical
            FROM pg_catalog.pg_range r JOIN pg_catalog.pg_type t ON t.oid = r.rngtypid
            JOIN pg_catalog.pg_opclass o ON o.oid = r.rngsubopc
            WHERE t.typnamespace::regnamespace::text %1$s AND %5$s
            """,
            """
            SELECT 'collation ' || c.oid::regcollation || ' ' || (to_jsonb(c) - '{oid,collowner,collnamespace,collversion,collencoding}'::text[])
            FROM pg_catalog.pg_collation c WHERE c.collnamespace::regnamespace::text %1$s
            """,
            """
            SELECT 'statistics ' || pg_get_statisticsobjdef(s.oid) || coalesce(' target ' || nullif(s.stxstattarget, -1), '')
            FROM pg_catalog.pg_statistic_ext s WHERE s.stxnamespace::regnamespace::text %1$s
            """,
            """
            SELECT 'text search dictionary ' || d.oid::regdictionary || ' of ' || t.tmplnamespace::regnamespace || '.'
                || t.tmplname || coalesce(' with ' || d.dictinitoption, '')
            FROM pg_catalog.pg_ts_dict d JOIN pg_catalog.pg_ts_template t ON t.oid = d.dicttemplate
            WHERE d.dictnamespace::regnamespace::text %1$s AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend e
                WHERE e.deptype = 'e' AND e.objid = d.oid AND e.classid = 'pg_catalog.pg_ts_dict'::regclass)
            """,
            """
            SELECT 'text search configuration ' || c.oid::regconfig || ' of ' || p.prsnamespace::regnamespace || '.'
                || p.prsname || coalesce(' maps ' || (SELECT string_agg(m.maptokentype || ' ' || m.mapdict::regdictionary,
                    ', ' ORDER BY m.maptokentype, m.mapseqno) FROM pg_catalog.pg_ts_config_map m WHERE m.mapcfg = c.oid), '')
            FROM pg_catalog.pg_ts_config c JOIN pg_catalog.pg_ts_parser p ON p.oid = c.cfgparser
            WHERE c.cfgnamespace::regnamespace::text %1$s AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend e
                WHERE e.deptype = 'e' AND e.objid = c.oid AND e.classid = 'pg_catalog.pg_ts_config'::regclass)
            """,
            """
            SELECT 'policy ' || polname || ' on ' || polrelid::regclass || ' for ' || polcmd::text
                || CASE WHEN polpermissive THEN '' ELSE ' restrictive' END || ' to '
                || (SELECT string_agg(r::regrole::text, ',' ORDER BY r::regrole::text) FROM unnest(polroles) AS r)
                || coalesce(' using ' || pg_get_expr(polqual, polrelid), '')
                || coalesce(' with check ' || pg_get_expr(polwithcheck, polrelid), '')
            FROM pg_catalog.pg_policy
            """,
            """
            SELECT 'operator ' || o.oid::regoperator || ' calls ' || o.oprcode || ' commutator ' || o.oprcom::regoperator
                || ' negator ' || o.oprnegate::regoperator || ' restrict ' || o.oprrest || ' join ' || o.oprjoin
                || CASE WHEN o.oprcanhash THEN ' hashes' ELSE '' END || CASE WHEN o.oprcanmerge THEN ' merges' ELSE '' END
            FROM pg_catalog.pg_operator o WHERE o.oprnamespace::regnamespace::text %1$s AND NOT EXISTS (
                SELECT FROM pg_catalog.pg_depend e WHERE e.deptype = 'e' AND e.objid = o.oid
                AND e.classid = 'pg_catalog.pg_operator'::regclass)
            """,
            """
            SELECT 'cast ' || c.castsource::regtype || ' as ' || c.casttarget::regtype || ' ' || c.castmethod::text || c.castcontext::text
                || coalesce(' ' || nullif(c.castfunc, 0)::regprocedure, '')
            FROM pg_catalog.pg_cast c WHERE c.oid >= 16384 AND NOT EXISTS (
                SELECT FROM pg_catalog.pg_depend e WHERE e.deptype IN ('e', 'i') AND e.objid = c.oid
                AND e.classid = 'pg_catalog.pg_cast'::regclass)
            """,
            """
            SELECT 'default privileges of ' || defaclrole::regrole || coalesce(' in ' || nullif(defaclnamespace, 0)::regnamespace, '')
                || ' on ' || defaclobjtype::text || ' ' || defaclacl::text
            FROM pg_catalog.pg_default_acl
            """,
            """
            SELECT 'comment on ' || i.type || ' ' || i.identity || ' is ' || quote_literal(d.description)
            FROM pg_catalog.pg_description d,
                LATERAL pg_catalog.pg_identify_object(d.classoid, d.objoid, d.objsubid) i
            WHERE d.objoid >= 16384 AND coalesce(i.schema, 'public') %1$s AND i.type <> 'extension'
            AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend e WHERE e.classid = d.classoid AND e.objid = d.objoid
                AND e.deptype = 'e')
            """);

    private CatalogListing() {}

    /** Lists what the connection's database holds; changes session settings of the connection. */
    public static String of(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(PIN);
            StringBuilder listing = new StringBuilder();
            for (String query : QUERIES) {
                lines(statement, complete(query)).forEach(line -> listing.append(line).append('\n'));
            }
            return listing.toString();
        }
    }

    private static String complete(String query) {
        return query.formatted(IS_OURS, notOfExtension("pg_namespace", "n"), notOfExtension("pg_class", "c"),
                notOfExtension("pg_proc", "p"), notOfExtension("pg_type", "t"));
    }

    private static String notOfExtension(String catalog, String alias) {
        return "NOT EXISTS (SELECT FROM pg_catalog.pg_depend e WHERE e.deptype = 'e' AND e.objid = " + alias
                + ".oid AND e.classid = 'pg_catalog." + catalog + "'::regclass)";
    }

    private static List<String> lines(Statement statement, String query) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
        }
        return lines.stream().sorted().toList();
    }
}

package dev.plinth.postgres.internal.compare;

import dev.plinth.postgres.internal.sql.SqlText;

/**
 * A DO block that compares the queries of views, inside the read-only inspection transaction. The live text is that of
 * {@code pg_get_viewdef}. Where the texts differ by more than white space, EXPLAIN plans both over empty row sets of the
 * types of their tables ({@code jsonb_populate_recordset}), which stand before the query under the bare names of the tables.
 * So nobody needs the right to read a table, no constraint, policy or view below takes part in the plan, and nothing of them
 * is run. Columns are asked for by name and by position: a query that calls them otherwise has another plan.
 *
 * <p>One plan means one query. Another plan means nothing, as a query can be written in many ways: that stays undecided. So
 * does what a plan does not show (window frames, VALUES, sub-plans, several limits, ...), a query that reaches for a function outside
 * {@code pg_catalog}, as planning may run it, and one that names other tables than the live one depends on.
 */
final class ViewBlock {

    /** What the block found: the question, the namespace of the view, the verdict. */
    static final String ANSWERS = """
            SELECT question, namespace, verdict
              FROM jsonb_to_recordset(current_setting('plinth.views')::jsonb)
                   AS answer(question integer, namespace text, verdict text)""";

    /** Strings and quoted names, whose text is no code. */
    private static final String QUOTED = "'(''(?:[^'']|'''')*''|\"(?:[^\"]|\"\")*\")'";

    /** Words whose meaning a plan does not show in full, or that only a table itself understands. */
    private static final String UNSHOWN = "'\\m(collate|fetch|over|recursive|values|only|tablesample"
            + "|operator|xmltable|json_table)\\M"
            + "|\\m(limit|offset)\\M(?!\\s+[0-9]+\\s*($|\\)|(limit|offset|union|intersect|except)\\M))"
            + "|\\mdistinct\\s+on\\M|\\mfor\\s+(no\\s+key\\s+)?(update|key|share)\\M'";

    /** A plan shows that there is a limit, and not which. */
    private static final String LIMITS = "'\\m(limit|offset)\\s+([0-9]+)'";

    /** Behind the bare name of a table: a query inside of the query that has the same name. */
    private static final String TWIN = "'\"?\\s*(\\([^()]*\\)\\s*)?\\mas\\s*(not\\s+)?(materialized\\s*)?\\('";

    /**
     * The pairs: {@code whole} is the declared text with its names as PostgreSQL prints them, {@code bare} the same with the
     * tables without their namespaces; {@code named} are the tables that it names, {@code read} those that the live view reads.
     */
    private static final String PAIRS = """
            WITH question AS MATERIALIZED (
              SELECT * FROM unnest(:questions) AS q(number, namespace, name, renamed, plain)),
            piece AS MATERIALIZED (
              SELECT * FROM unnest(:pieces) AS p(question, place, before, namespace, name, own)),
            asked AS MATERIALIZED (
              SELECT q.number, q.renamed, q.plain, n.nspname AS home, c.oid
                FROM question q
                JOIN pg_namespace n ON n.nspname = q.namespace OR q.namespace = 'public' AND n.nspname = ANY (:homes)
                JOIN pg_class c ON c.relnamespace = n.oid AND c.relname = q.name
               WHERE c.oid = ANY (:tables) AND c.relkind IN ('v', 'm')),
            name AS MATERIALIZED (
              SELECT a.oid, p.place, p.before, n.oid AS namespace, p.name, r.oid AS relation,
                     quote_ident(CASE WHEN p.own THEN a.home ELSE p.namespace END) || '.' || quote_ident(p.name) AS whole
                FROM asked a
                JOIN piece p ON p.question = a.number
                LEFT JOIN pg_namespace n ON n.nspname = CASE WHEN p.own THEN a.home ELSE p.namespace END
                     AND n.nspname <> 'pg_catalog'
                LEFT JOIN pg_class r ON r.relnamespace = n.oid AND r.relname = p.name
                     AND r.relkind IN ('r', 'p', 'v', 'm', 'f'))
            SELECT a.number, a.home, a.renamed, a.plain, t.whole, t.bare, t.named, t.calls,
                   rtrim(btrim(pg_get_viewdef(a.oid)), ';') AS live,
                   ARRAY(SELECT c.attname FROM pg_attribute c
                          WHERE c.attrelid = a.oid AND c.attnum > 0 ORDER BY c.attnum) AS columns,
                   ARRAY(SELECT DISTINCT c.oid
                           FROM pg_rewrite r
                           JOIN pg_depend d ON d.classid = 'pg_rewrite'::regclass AND d.objid = r.oid
                           JOIN pg_class c ON d.refclassid = 'pg_class'::regclass AND c.oid = d.refobjid
                          WHERE r.ev_class = a.oid AND r.rulename = '_RETURN' AND c.oid <> a.oid
                            AND c.relkind IN ('r', 'p', 'v', 'm', 'f') ORDER BY 1) AS read,
                   EXISTS (SELECT FROM pg_rewrite r
                             JOIN pg_depend d ON d.classid = 'pg_rewrite'::regclass AND d.objid = r.oid
                            WHERE r.ev_class = a.oid AND r.rulename = '_RETURN'
                              AND d.refclassid IN ('pg_proc'::regclass, 'pg_operator'::regclass)) AS foreign_code
              FROM asked a
             CROSS JOIN LATERAL (
                   SELECT btrim(string_agg(m.before || CASE WHEN m.name = '' THEN '' ELSE m.whole END, ''
                                           ORDER BY m.place)) AS whole,
                          string_agg(m.before || CASE WHEN m.name = '' THEN '' WHEN m.relation IS NULL THEN m.whole
                                                      ELSE quote_ident(m.name) END, '' ORDER BY m.place) AS bare,
                          ARRAY(SELECT DISTINCT o.relation FROM name o
                                 WHERE o.oid = a.oid AND o.relation IS NOT NULL ORDER BY 1) AS named,
                          EXISTS (SELECT FROM name o JOIN pg_proc f ON f.pronamespace = o.namespace AND f.proname = o.name
                                   WHERE o.oid = a.oid) AS calls
                     FROM name m WHERE m.oid = a.oid) AS t""";

    private static final String BLOCK = """
            DECLARE
              item record;
              relation record;
              live text;
              tables text;
              columns text;
              head text;
              tail text;
              plan json;
              other json;
              outputs text[];
              pair text;
              known jsonb := '{}';
              answers jsonb[] := '{}';
              verdict text;
            BEGIN
              FOR item IN
                :pairs
              LOOP
                verdict := 'UNDECIDED';
                live := item.live;
                IF item.whole = live OR item.plain
                   AND regexp_replace(regexp_replace(item.whole, '\\s+', ' ', 'g'), ' ?([(),]) ?', '\\1', 'g')
                     = regexp_replace(regexp_replace(live, '\\s+', ' ', 'g'), ' ?([(),]) ?', '\\1', 'g')
                   AND ARRAY(SELECT m[1] FROM regexp_matches(item.whole, :quoted, 'g') AS m)
                     = ARRAY(SELECT m[1] FROM regexp_matches(live, :quoted, 'g') AS m)
                THEN
                  verdict := 'EQUAL';
                ELSIF item.plain AND NOT item.calls AND NOT item.foreign_code AND item.named = item.read
                   AND regexp_replace(item.whole, :quoted, ' ', 'g') !~* :unshown
                   AND regexp_replace(live, :quoted, ' ', 'g') !~* :unshown
                   AND ARRAY(SELECT lower(m[1]) || m[2] FROM regexp_matches(item.whole, :limits, 'gi') AS m)
                     = ARRAY(SELECT lower(m[1]) || m[2] FROM regexp_matches(live, :limits, 'gi') AS m)
                THEN
                  tables := '';
                  columns := '';
                  FOR relation IN
                    SELECT c.relname AS name, quote_ident(c.relname) AS bare, format('%I.%I', n.nspname, c.relname) AS whole,
                           c.reltype::regtype AS type, count(*) OVER (PARTITION BY c.relname) AS namesakes,
                           (SELECT string_agg(ROW(t.attname, t.atttypid, t.atttypmod, t.attcollation)::text, '' ORDER BY t.attnum)
                              FROM pg_attribute t WHERE t.attrelid = c.oid AND t.attnum > 0) AS columns
                      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                     WHERE c.oid = ANY (item.read) ORDER BY c.relname
                  LOOP
                    IF relation.namesakes > 1
                       OR concat_ws(';', item.bare, live)
                          ~* ('(?<![\\w$])' || regexp_replace(relation.name, '(\\W)', '\\\\\\1', 'g') || :twin)
                       OR EXISTS (SELECT FROM regexp_matches(live, :quoted, 'g') AS m WHERE strpos(m[1], relation.whole) > 0)
                    THEN
                      tables := NULL;
                    END IF;
                    live := regexp_replace(
                        live,
                        '(?<![\\w$".])' || regexp_replace(relation.whole, '(\\W)', '\\\\\\1', 'g') || '(?![\\w$"])',
                        replace(relation.bare, '\\', '\\\\'), 'g');
                    tables := tables || format(
                        ', %s AS NOT MATERIALIZED (SELECT * FROM jsonb_populate_recordset(NULL::%s, ''[]'') AS %1$s)',
                        relation.bare, relation.type);
                    columns := columns || relation.columns;
                  END LOOP;
                  pair := md5(concat_ws(chr(1), item.bare, live, columns, item.renamed, item.columns::text));
                  IF known -> pair IS NOT NULL THEN
                    verdict := known ->> pair;
                  ELSIF tables IS NOT NULL THEN
                    BEGIN
                      columns := (SELECT string_agg(format('v.%I', c.name), ', ' ORDER BY c.place)
                                    FROM unnest(item.columns) WITH ORDINALITY AS c(name, place));
                      head := 'EXPLAIN (VERBOSE, COSTS OFF, FORMAT JSON) ' || regexp_replace(tables, '^, (.*)$', 'WITH \\1 ')
                          || 'SELECT ' || columns || ', v.* FROM (';
                      tail := ') AS v';
                      IF item.renamed > 0 THEN
                        tail := tail || '(' || (SELECT string_agg(quote_ident(c.name), ', ' ORDER BY c.place)
                                    FROM unnest(item.columns) WITH ORDINALITY AS c(name, place)
                                   WHERE c.place <= item.renamed) || ')';
                      END IF;
                      EXECUTE head || item.bare || tail INTO plan;
                      EXECUTE head || live || tail INTO other;
                      outputs := ARRAY(SELECT json_array_elements_text(plan -> 0 -> 'Plan' -> 'Output'));
                      IF plan::text = other::text AND plan::text !~ 'SubPlan|InitPlan'
                         AND (SELECT count(*) FROM regexp_matches(plan::text, '"Node Type": "Limit"', 'g')) < 2
                         AND cardinality(outputs) = 2 * cardinality(item.columns)
                         AND cardinality(item.columns) = (
                             SELECT count(DISTINCT o.text) FROM unnest(outputs[cardinality(item.columns) + 1:]) AS o(text))
                      THEN
                        verdict := 'EQUAL';
                      END IF;
                    EXCEPTION WHEN OTHERS THEN
                      verdict := 'UNDECIDED';
                    END;
                    known := known || jsonb_build_object(pair, verdict);
                  END IF;
                END IF;
                answers := answers || jsonb_build_object('question', item.number, 'namespace', item.home, 'verdict', verdict);
              END LOOP;
              PERFORM set_config('plinth.views', to_jsonb(answers)::text, true);
            END""";

    private ViewBlock() {}

    /**
     * The statement that asks.
     *
     * @param questions the views, as {@code unnest} takes them
     * @param pieces the pieces of their texts
     * @param homes the namespaces that have what the schema declares in {@code public}, as an array
     * @param tables the oids of the views to ask about
     */
    static String sql(String questions, String pieces, String homes, String tables) {
        String body = BLOCK.replace(":pairs", PAIRS)
                .replace(":quoted", QUOTED)
                .replace(":unshown", UNSHOWN)
                .replace(":limits", LIMITS)
                .replace(":twin", TWIN)
                .replace(":homes", homes)
                .replace(":tables", tables)
                .replace(":questions", questions)
                .replace(":pieces", pieces);
        return "DO " + SqlText.literal(body);
    }
}

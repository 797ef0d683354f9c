package dev.plinth.postgres.internal.compare;

import dev.plinth.postgres.internal.sql.ArrayLiterals;
import dev.plinth.postgres.internal.sql.CatalogText;
import dev.plinth.postgres.internal.sql.SqlText;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A DO block that asks the planner. It runs inside the read-only inspection transaction, so the comparison costs no round
 * trip of its own: it reads the live text of each question, and where that differs from the declared one lets EXPLAIN
 * write both in the planner's normal form. A text that cannot be planned is caught and stays undecided.
 *
 * <p>Nothing is asked twice: a pair of spellings of one type, or over the same columns, is put to the planner once, whatever
 * the number of tables that have it, as the tenants of a database do.
 */
final class PlannerBlock {

    /**
     * The statement that returns what the block found: the questions, each with a table it is about, as
     * {@code 0:16401,0:16423,1:16401}, one live spelling, and the verdict.
     */
    static final String ANSWERS = """
            SELECT asked, live, verdict
              FROM jsonb_to_recordset(current_setting('plinth.answers')::jsonb)
                   AS answer(asked text, live text, verdict text)""";

    /**
     * The live spellings of the questions. A check, predicate or key is looked for under its own name, and among all of the
     * table where that name does not exist, as an equivalent may have another name. Defaults are by far the most: they are
     * read in one go, and speak of no column; a constant of a type that each namespace has is spelled with the namespace.
     * Up to PostgreSQL 14 it is the generated column, not its expression, that depends on the functions it calls. The
     * function that a trigger executes is none that its WHEN could call.
     */
    private static final String SPELLINGS = """
            SELECT q.number, d.live, d.column, 'pg_attrdef'::regclass AS class, d.object, d.oid,
                   CASE WHEN q.type = '' THEN q.declared
                        ELSE q.declared || '::' || quote_ident(t.home) || '.' || q.type END AS declared
              FROM (SELECT n.*, CASE WHEN n.name IS NOT NULL THEN pg_get_expr(n.adbin, 0) END AS live
                      FROM (SELECT f.oid AS object, f.adrelid AS oid, f.adnum AS column, f.adbin,
                                   (SELECT a.attname FROM pg_attribute a
                                     WHERE a.attrelid = f.adrelid AND a.attnum = f.adnum AND a.attgenerated = '') AS name
                              FROM pg_attrdef f WHERE f.adrelid = ANY (%s) OFFSET 0) AS n OFFSET 0) AS d
              JOIN tables t ON t.oid = d.oid
              JOIN question q ON q.namespace = t.namespace AND q.relation = t.relname AND q.name = d.name
             WHERE q.place = 'DEFAULT'
            UNION ALL
            SELECT a.number, pg_get_expr(f.adbin, f.adrelid), f.adnum, 'pg_attrdef'::regclass, f.oid, a.oid, a.declared
              FROM (SELECT * FROM pg_attrdef
                     WHERE adrelid = ANY (ARRAY(SELECT oid FROM asked WHERE place = 'GENERATED')) OFFSET 0) AS f
              JOIN asked a ON a.oid = f.adrelid
             WHERE a.place = 'GENERATED' AND a.name = (
                       SELECT t.attname FROM pg_attribute t
                        WHERE t.attrelid = f.adrelid AND t.attnum = f.adnum AND t.attgenerated <> '')
            UNION ALL
            SELECT a.number, pg_get_expr(k.conbin, k.conrelid), NULL, 'pg_constraint'::regclass, k.oid, a.oid,
                   a.declared
              FROM (SELECT * FROM pg_constraint
                     WHERE conrelid = ANY (ARRAY(SELECT oid FROM asked WHERE place = 'CHECK')) AND contype = 'c' OFFSET 0) AS k
              JOIN asked a ON a.oid = k.conrelid
             WHERE a.place = 'CHECK' AND (k.conname = a.name OR a.is_absent)
            UNION ALL
            SELECT a.number, pg_get_expr(i.indpred, i.indrelid), NULL, 'pg_class'::regclass, i.indexrelid, a.oid,
                   a.declared
              FROM (SELECT * FROM pg_index
                     WHERE indrelid = ANY (ARRAY(SELECT oid FROM asked WHERE place = 'PREDICATE')) OFFSET 0) AS i
              JOIN asked a ON a.oid = i.indrelid
             WHERE a.place = 'PREDICATE' AND i.indpred IS NOT NULL
            UNION ALL
            SELECT a.number, pg_get_indexdef(i.indexrelid, key.place::integer, false), NULL, 'pg_class'::regclass,
                   i.indexrelid, a.oid, a.declared
              FROM (SELECT * FROM pg_index
                     WHERE indrelid = ANY (ARRAY(SELECT oid FROM asked WHERE place = 'INDEX_KEY')) OFFSET 0) AS i
              JOIN asked a ON a.oid = i.indrelid, unnest(i.indkey::int2[]) WITH ORDINALITY AS key(number, place)
             WHERE a.place = 'INDEX_KEY' AND key.number = 0
            UNION ALL
            SELECT a.number, format_type(t.atttypid, t.atttypmod), NULL, 'pg_type'::regclass, 0, a.oid, a.declared
              FROM (SELECT * FROM pg_attribute
                     WHERE attrelid = ANY (ARRAY(SELECT oid FROM asked WHERE place = 'TYPE')) OFFSET 0) AS t
              JOIN asked a ON a.oid = t.attrelid AND a.name = t.attname
             WHERE a.place = 'TYPE'""";

    /** The WHEN of triggers. */
    private static final String TRIGGER_CONDITIONS = """

            UNION ALL
            SELECT a.number, %s, NULL, 'pg_trigger'::regclass, g.oid, a.oid, a.declared
              FROM (SELECT * FROM pg_trigger
                     WHERE tgrelid = ANY (ARRAY(SELECT oid FROM asked WHERE place = 'WHEN')) AND NOT tgisinternal OFFSET 0) AS g
              JOIN asked a ON a.oid = g.tgrelid
             WHERE a.place = 'WHEN' AND g.tgqual IS NOT NULL""".formatted(CatalogText.triggerCondition("g.oid"));

    /** Where a schema has such keys; the catalogs print all expressions of a table as one text, so a table with several is not asked. */
    private static final String PARTITION_KEYS = """

            UNION ALL
            SELECT a.number, pg_get_expr(p.partexprs, p.partrelid), NULL, 'pg_class'::regclass, p.partrelid, a.oid, a.declared
              FROM pg_partitioned_table p JOIN asked a ON a.oid = p.partrelid
             WHERE a.place = 'PARTITION_KEY' AND p.partexprs IS NOT NULL
               AND array_length(array_positions(p.partattrs::int2[], 0::int2), 1) = 1""";

    /** Those of policies, by name as those of checks. */
    private static final String POLICY_SPELLINGS = """

            UNION ALL
            SELECT a.number, p.live, NULL, 'pg_policy'::regclass, p.oid, a.oid, a.declared
              FROM (SELECT o.oid, o.polrelid, o.polname, c.place, pg_get_expr(c.condition, o.polrelid) AS live
                      FROM pg_policy o
                     CROSS JOIN LATERAL (VALUES ('USING', o.polqual), ('WITH_CHECK', o.polwithcheck)) AS c(place, condition)
                     WHERE o.polrelid = ANY (ARRAY(SELECT oid FROM asked WHERE place IN ('USING', 'WITH_CHECK')))
                    OFFSET 0) AS p
              JOIN asked a ON a.oid = p.polrelid AND a.place = p.place
             WHERE p.live IS NOT NULL
               AND (p.polname = a.name OR NOT EXISTS (
                       SELECT FROM pg_policy o WHERE o.polrelid = a.oid AND o.polname = a.name))""";

    /**
     * The server guesses ten tables whatever their number, and would join each with every question in a loop: so loops are off
     * while this runs, and OFFSET 0 keeps each catalog read once, by the tables.
     */
    private static final String BLOCK = """
            DECLARE
              item record;
              plan json;
              answers jsonb[] := '{}';
              verdict text;
              loops text := current_setting('enable_nestloop');
            BEGIN
              PERFORM set_config('enable_nestloop', 'off', true);
              FOR item IN
                WITH question AS MATERIALIZED (
                  SELECT * FROM unnest(%s) AS q(number, namespace, relation, place, name, declared, type, plannable)),
                tables AS MATERIALIZED (
                  SELECT c.oid, c.relname, n.nspname AS home,
                         CASE WHEN n.nspname = ANY (%s) THEN 'public' ELSE n.nspname END AS namespace
                    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.oid = ANY (%s)),
                asked AS MATERIALIZED (
                  SELECT q.number, q.place, q.name, q.declared, t.oid,
                         CASE WHEN q.place = 'CHECK' THEN NOT EXISTS (
                             SELECT FROM pg_constraint o
                              WHERE o.conrelid = t.oid AND o.contype = 'c' AND o.conname = q.name) END AS is_absent
                    FROM question q JOIN tables t ON t.relname = q.relation AND t.namespace = q.namespace
                   WHERE q.place <> 'DEFAULT'),
                printed AS MATERIALIZED (%s),
                spelled AS MATERIALIZED (
                  SELECT q.number, q.place, l.declared, q.plannable, q.relation, l.live, l.oid,
                         (SELECT format_type(a.atttypid, a.atttypmod) FROM pg_attribute a
                           WHERE a.attrelid = l.oid AND a.attnum = l.column) AS type,
                         EXISTS (SELECT FROM pg_depend d
                                  WHERE d.classid = l.class AND d.objid = l.object
                                    AND d.refclassid IN ('pg_proc'::regclass, 'pg_operator'::regclass)
                                    AND NOT (d.classid = 'pg_trigger'::regclass AND d.refobjid =
                                             (SELECT g.tgfoid FROM pg_trigger g WHERE g.oid = d.objid)))
                           OR q.place = 'GENERATED' AND EXISTS (
                                SELECT FROM pg_depend d
                                 WHERE d.classid = 'pg_class'::regclass AND d.objid = l.oid AND d.objsubid = l.column
                                   AND d.refclassid IN ('pg_proc'::regclass, 'pg_operator'::regclass)) AS foreign_code
                    FROM printed l JOIN question q ON q.number = l.number
                   WHERE l.declared <> l.live AND '(' || l.declared || ')' <> l.live),
                shaped AS MATERIALIZED (
                  SELECT s.oid, (
                             SELECT string_agg(concat_ws(' ', quote_ident(a.attname), a.atttypid, a.atttypmod, a.attcollation),
                                               ',' ORDER BY a.attnum)
                               FROM pg_attribute a WHERE a.attrelid = s.oid AND a.attnum > 0) AS columns
                    FROM (SELECT DISTINCT oid FROM spelled WHERE place NOT IN ('DEFAULT', 'TYPE')) AS s)
                SELECT place, declared, plannable, live, type, foreign_code, min(relation) AS relation,
                       (SELECT reltype::regtype FROM pg_class WHERE pg_class.oid = min(spelled.oid)) AS row_type,
                       string_agg(number || ':' || spelled.oid, ',') AS asked
                  FROM spelled LEFT JOIN shaped
                    ON shaped.oid = spelled.oid AND spelled.place NOT IN ('DEFAULT', 'TYPE')
                 GROUP BY place, declared, plannable, live, type, foreign_code, columns,
                       CASE WHEN columns IS NOT NULL AND strpos(declared || live, relation) > 0 THEN relation END
              LOOP
                verdict := 'UNDECIDED';
                plan := NULL;
                IF item.plannable
                   AND %s
                   AND NOT item.foreign_code
                THEN
                  BEGIN
                    EXECUTE 'EXPLAIN (VERBOSE, COSTS OFF, FORMAT JSON) ' || CASE item.place
                        WHEN 'DEFAULT' THEN format('SELECT (%%s)::%%s, (%%s)::%%2$s', item.declared, item.type, item.live)
                        WHEN 'TYPE' THEN format('SELECT NULL::%%s, NULL::%%s', item.declared, item.live)
                        WHEN 'WHEN' THEN format(
                            'SELECT (%%s), (%%s) FROM jsonb_populate_recordset(NULL::%%s, ''[]'') AS old,'
                                || ' jsonb_populate_recordset(NULL::%%3$s, ''[]'') AS new',
                            item.declared, item.live, item.row_type)
                        ELSE format('SELECT (%%s), (%%s) FROM jsonb_populate_recordset(NULL::%%s, ''[]'') AS %%I',
                                    item.declared, item.live, item.row_type, item.relation) END
                      INTO plan;
                    %s
                  EXCEPTION WHEN OTHERS THEN
                    verdict := 'UNDECIDED';
                  END;
                END IF;
                answers := answers || jsonb_build_object(
                    'asked', item.asked, 'live', item.live, 'verdict', verdict);
              END LOOP;
              PERFORM set_config('enable_nestloop', loops, true);
              PERFORM set_config('plinth.answers', to_jsonb(answers)::text, true);
            END""";

    private PlannerBlock() {}

    static String sql(List<Question> questions, Set<String> homes, String tables) {
        String body = BLOCK.formatted(
                arrays(questions),
                ArrayLiterals.names(List.copyOf(homes)),
                tables,
                SPELLINGS.formatted(tables)
                        + where(questions, TRIGGER_CONDITIONS, Question.Place.WHEN)
                        + where(questions, PARTITION_KEYS, Question.Place.PARTITION_KEY)
                        + where(questions, POLICY_SPELLINGS, Question.Place.USING, Question.Place.WITH_CHECK),
                PlannerVerdict.LIVE_MAY_BE_PLANNED,
                PlannerVerdict.COMPARE);
        return "DO " + SqlText.literal(body);
    }

    /** The branch where something is asked of these places; a schema without them sends none of it. */
    private static String where(List<Question> questions, String branch, Question.Place... places) {
        return questions.stream().anyMatch(question -> List.of(places).contains(question.place())) ? branch : "";
    }

    private static String arrays(List<Question> questions) {
        return String.join(
                ", ",
                numbers(questions.size()),
                texts(questions, question -> question.table().namespace()),
                texts(questions, question -> question.table().name()),
                texts(questions, question -> question.place().name()),
                texts(questions, Question::name),
                texts(questions, Question::text),
                texts(questions, question -> Objects.requireNonNullElse(question.cast(), "")),
                texts(questions, question -> Boolean.toString(question.mayPlan())) + "::boolean[]");
    }

    private static String numbers(int count) {
        return ArrayLiterals.texts(IntStream.range(0, count).mapToObj(Integer::toString).toList()) + "::integer[]";
    }

    private static String texts(List<Question> questions, Function<Question, String> part) {
        return ArrayLiterals.texts(questions.stream().map(part).toList());
    }
}

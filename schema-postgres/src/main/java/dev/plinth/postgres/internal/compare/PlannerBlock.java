package dev.plinth.postgres.internal.compare;

import dev.plinth.postgres.internal.sql.ArrayLiterals;
import dev.plinth.postgres.internal.sql.SqlText;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A DO block that asks the planner. It runs inside the read-only inspection transaction, so the comparison costs no round
 * trip of its own: it reads the live text of each question, and where that differs from the declared one lets EXPLAIN
 * write both in the planner's normal form. A text that cannot be planned is caught and stays undecided.
 *
 * <p>Tables that have the same columns and the same live text in the same place, as the tenants of a database do, are asked
 * about once.
 */
final class PlannerBlock {

    /** The statement that returns what the block found. */
    static final String ANSWERS = """
            SELECT question, live, verdict, tables
              FROM jsonb_to_recordset(current_setting('plinth.answers')::jsonb)
                   AS answer(question integer, live text, verdict text, tables text)""";

    /**
     * The live spellings of one question. A check, predicate or key is looked for under its own name, and among all of
     * the table where that name does not exist, as an equivalent may have another name. {@code plannable} is false where
     * the object depends on functions or operators that are not built in: planning could run them.
     */
    private static final String LIVE_TEXTS = """
            SELECT pg_get_expr(f.adbin, f.adrelid), format_type(a.atttypid, a.atttypmod), 'pg_attrdef'::regclass, f.oid
              FROM pg_attribute a JOIN pg_attrdef f ON f.adrelid = a.attrelid AND f.adnum = a.attnum
             WHERE q.place IN ('DEFAULT', 'GENERATED') AND a.attrelid = t.oid AND a.attname = q.name
            UNION ALL
            SELECT pg_get_expr(k.conbin, k.conrelid), '', 'pg_constraint'::regclass, k.oid
              FROM pg_constraint k
             WHERE q.place = 'CHECK' AND k.conrelid = t.oid AND k.contype = 'c'
               AND (k.conname = q.name OR NOT EXISTS (
                       SELECT FROM pg_constraint o WHERE o.conrelid = t.oid AND o.contype = 'c' AND o.conname = q.name))
            UNION ALL
            SELECT pg_get_expr(i.indpred, i.indrelid), '', 'pg_class'::regclass, i.indexrelid
              FROM pg_index i
             WHERE q.place = 'PREDICATE' AND i.indrelid = t.oid AND i.indpred IS NOT NULL
            UNION ALL
            SELECT pg_get_indexdef(i.indexrelid, key.place::integer, false), '', 'pg_class'::regclass, i.indexrelid
              FROM pg_index i, unnest(i.indkey::int2[]) WITH ORDINALITY AS key(number, place)
             WHERE q.place = 'INDEX_KEY' AND i.indrelid = t.oid AND key.number = 0
            UNION ALL
            SELECT format_type(a.atttypid, a.atttypmod), '', 'pg_type'::regclass, 0
              FROM pg_attribute a
             WHERE q.place = 'TYPE' AND a.attrelid = t.oid AND a.attname = q.name""";

    private static final String BLOCK = """
            DECLARE
              item record;
              plan json;
              answers jsonb[] := '{}';
              verdict text;
            BEGIN
              FOR item IN
                WITH tables AS MATERIALIZED (
                  SELECT c.oid, n.nspname, c.relname, c.reltype
                    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.oid = ANY (%s)),
                spelled AS (
                  SELECT q.question, q.place, q.declared, q.plannable, t.oid, t.relname, t.reltype, l.live, l.type,
                         EXISTS (SELECT FROM pg_depend d
                                  WHERE d.classid = l.class AND d.objid = l.object
                                    AND d.refclassid IN ('pg_proc'::regclass, 'pg_operator'::regclass)) AS foreign_code,
                         CASE WHEN q.place NOT IN ('DEFAULT', 'TYPE') THEN ARRAY(
                             SELECT ROW(a.attname, a.atttypid, a.atttypmod, a.attcollation)::text FROM pg_attribute a
                              WHERE a.attrelid = t.oid AND a.attnum > 0 ORDER BY a.attnum) END AS columns
                    FROM unnest(%s) AS q(question, namespace, relation, place, name, declared, plannable)
                    JOIN tables t ON t.relname = q.relation
                         AND (t.nspname = q.namespace OR q.namespace = 'public' AND t.nspname = ANY (%s))
                   CROSS JOIN LATERAL (%s) AS l(live, type, class, object)
                   WHERE q.declared <> l.live AND '(' || q.declared || ')' <> l.live)
                SELECT question, place, declared, plannable, relname, live, type, foreign_code,
                       min(reltype)::regtype AS row_type, string_agg(oid::text, ',') AS tables
                  FROM spelled
                 GROUP BY question, place, declared, plannable, relname, live, type, foreign_code, columns
              LOOP
                verdict := 'UNDECIDED';
                plan := NULL;
                IF item.plannable
                   AND regexp_replace(item.live, '''([^'']|'''')*''|"([^"]|"")*"', ' ', 'g') !~* '\\m(collate|select)\\M'
                   AND NOT item.foreign_code
                THEN
                  BEGIN
                    EXECUTE 'EXPLAIN (VERBOSE, COSTS OFF, FORMAT JSON) ' || CASE item.place
                        WHEN 'DEFAULT' THEN format('SELECT (%%s)::%%s, (%%s)::%%2$s', item.declared, item.type, item.live)
                        WHEN 'TYPE' THEN format('SELECT NULL::%%s, NULL::%%s', item.declared, item.live)
                        ELSE format('SELECT (%%s), (%%s) FROM jsonb_populate_recordset(NULL::%%s, ''[]'') AS %%I',
                                    item.declared, item.live, item.row_type, item.relname) END
                      INTO plan;
                    plan := plan -> 0 -> 'Plan' -> 'Output';
                    IF json_array_length(plan) = 2 AND (plan ->> 0) !~ 'SubPlan|InitPlan' THEN
                      verdict := CASE WHEN %s = %s THEN 'EQUAL' ELSE 'DIFFERENT' END;
                    END IF;
                  EXCEPTION WHEN OTHERS THEN
                    verdict := 'UNDECIDED';
                  END;
                END IF;
                answers := answers || jsonb_build_object(
                    'question', item.question, 'live', item.live, 'verdict', verdict,
                    'tables', item.tables);
              END LOOP;
              PERFORM set_config('plinth.answers', to_jsonb(answers)::text, true);
            END""";

    private PlannerBlock() {}

    static String sql(List<Question> questions, Set<String> homes, String tables) {
        String body = BLOCK.formatted(
                tables,
                arrays(questions),
                ArrayLiterals.names(List.copyOf(homes)),
                LIVE_TEXTS,
                sameMoment("0"),
                sameMoment("1"));
        return "DO " + SqlText.literal(body);
    }

    /**
     * {@code now()}, {@code CURRENT_TIMESTAMP} and {@code transaction_timestamp()} are one function with three
     * spellings, which the planner keeps apart. Not inside a text with a string constant, which could contain the words.
     */
    private static String sameMoment(String place) {
        String output = "(plan ->> " + place + ")";
        return "CASE WHEN " + output + " ~ '''' THEN " + output + " ELSE regexp_replace(" + output
                + ", '\\m(CURRENT_TIMESTAMP(?!\\()|transaction_timestamp\\(\\))', 'now()', 'g') END";
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
                texts(questions, question -> Boolean.toString(question.mayPlan())) + "::boolean[]");
    }

    private static String numbers(int count) {
        return ArrayLiterals.texts(IntStream.range(0, count).mapToObj(Integer::toString).toList()) + "::integer[]";
    }

    private static String texts(List<Question> questions, Function<Question, String> part) {
        return ArrayLiterals.texts(questions.stream().map(part).toList());
    }
}

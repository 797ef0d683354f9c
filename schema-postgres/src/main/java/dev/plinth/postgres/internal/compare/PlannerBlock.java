package dev.plinth.postgres.internal.compare;

import dev.plinth.postgres.internal.compare.Question.Place;
import dev.plinth.postgres.internal.sql.ArrayLiterals;
import dev.plinth.postgres.internal.sql.SqlText;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

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

    /** For each place whose questions are found by a name, whether the live table has nothing of that name. */
    private static final Map<Place, String> ABSENT = Map.of(
            Place.CHECK, """

                              WHEN 'CHECK' THEN NOT EXISTS (
                                  SELECT FROM pg_constraint o
                                   WHERE o.conrelid = t.oid AND o.contype = 'c' AND o.conname = q.name)""",
            Place.USING, """

                              WHEN 'USING' THEN NOT EXISTS (
                                  SELECT FROM pg_policy o WHERE o.polrelid = t.oid AND o.polname = q.name)""",
            Place.WITH_CHECK, """

                              WHEN 'WITH_CHECK' THEN NOT EXISTS (
                                  SELECT FROM pg_policy o WHERE o.polrelid = t.oid AND o.polname = q.name)""");

    /**
     * Joins in a loop are off for {@link #QUESTIONS}: the server, which guesses ten tables, would join each with every question.
     * {@link #BLOCK} sets them back.
     */
    private static final String NO_LOOPS = "SET LOCAL enable_nestloop = off";

    /** Which questions are open, with the live spelling. Not in the block, as the plan of a statement outlives it. */
    private static final String QUESTIONS = """
            SELECT set_config('plinth.questions', (SELECT coalesce(jsonb_agg(to_jsonb(open)), '[]') FROM (
                WITH tables AS (
                  SELECT c.oid, c.relname, n.nspname AS home,
                         CASE WHEN n.nspname = ANY (%s) THEN 'public' ELSE n.nspname END AS namespace
                    FROM (SELECT * FROM pg_class
                           WHERE relname = ANY (%s)
                             AND relnamespace = ANY (ARRAY(SELECT oid FROM pg_namespace WHERE nspname = ANY (%s)))
                             AND relkind IN ('r', 'p', 'v', 'm') OFFSET 0) AS c
                    JOIN pg_namespace n ON n.oid = c.relnamespace),
                asked AS MATERIALIZED (
                  SELECT q.number, q.place, q.name, q.plannable, q.relation, t.oid,
                         CASE WHEN q.type = '' THEN q.declared
                              ELSE q.declared || '::' || quote_ident(t.home) || '.' || q.type END AS declared,
                         CASE q.place %s ELSE false END AS is_absent
                    FROM unnest(%s) AS q(number, namespace, relation, place, name, declared, type, plannable)
                    JOIN tables t ON t.relname = q.relation AND t.namespace = q.namespace),
                spelled AS MATERIALIZED (
                  SELECT l.*,
                         CASE WHEN l.column > 0 THEN (
                             SELECT format_type(a.atttypid, a.atttypmod) FROM pg_attribute a
                              WHERE a.attrelid = l.oid AND a.attnum = l.column) END AS type,
                         %s AS foreign_code
                    FROM (%s) AS l
                   WHERE l.place = 'TYPE' OR l.declared <> l.live AND '(' || l.declared || ')' <> l.live),
                shaped AS MATERIALIZED (
                  SELECT s.oid, (
                             SELECT string_agg(concat_ws(' ', quote_ident(a.attname), a.atttypid, a.atttypmod, a.attcollation),
                                               ',' ORDER BY a.attnum)
                               FROM pg_attribute a WHERE a.attrelid = s.oid AND a.attnum > 0) AS columns
                    FROM (SELECT DISTINCT oid FROM spelled WHERE place NOT IN ('DEFAULT', 'TYPE')) AS s)
                SELECT place, declared, plannable AND NOT foreign_code AS plannable, live, type, min(relation) AS relation,
                       (SELECT reltype::regtype::text FROM pg_class WHERE pg_class.oid = min(spelled.oid)) AS row_type,
                       string_agg(number || ':' || spelled.oid, ',') AS asked
                  FROM spelled LEFT JOIN shaped
                    ON shaped.oid = spelled.oid AND spelled.place NOT IN ('DEFAULT', 'TYPE')
                 GROUP BY place, declared, plannable, live, type, foreign_code, columns,
                       CASE WHEN columns IS NOT NULL AND strpos(declared || live, relation) > 0 THEN relation END) AS open)::text,
                true)""";

    private static final String BLOCK = """
            DECLARE
              item record;
              plan json;
              answers jsonb[] := '{}';
              verdict text;
            BEGIN
              PERFORM set_config('enable_nestloop', current_setting('plinth.loops'), true);
              FOR item IN
                SELECT place, declared, plannable, live, type, relation, row_type, asked
                  FROM jsonb_to_recordset(current_setting('plinth.questions')::jsonb) AS question(
                       place text, declared text, plannable boolean, live text, type text, relation text,
                       row_type text, asked text)
              LOOP
                verdict := 'UNDECIDED';
                plan := NULL;
                IF item.plannable AND %s THEN
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
              PERFORM set_config('plinth.answers', to_jsonb(answers)::text, true);
            END""";

    private PlannerBlock() {}

    /**
     * The questions, which are one row that means nothing, the block, and the statement that returns its answers.
     *
     * @param questions by their numbers; none is no statement at all
     * @param homes the namespaces that have what is declared in {@code public}
     */
    static List<String> statements(Map<Integer, Question> questions, Set<String> homes) {
        if (questions.isEmpty()) {
            return List.of();
        }
        Set<Place> places = EnumSet.noneOf(Place.class);
        questions.values().forEach(question -> places.add(question.place()));
        String open = QUESTIONS.formatted(
                ArrayLiterals.names(List.copyOf(homes)),
                names(questions, question -> Stream.of(question.table().name())),
                names(
                        questions,
                        question -> question.table().isInDefaultNamespace()
                                ? homes.stream()
                                : Stream.of(question.table().namespace())),
                absent(places),
                arrays(questions),
                Spellings.callsForeignCode(places),
                Spellings.of(places));
        String body = BLOCK.formatted(PlannerVerdict.LIVE_MAY_BE_PLANNED, PlannerVerdict.COMPARE);
        return List.of(NO_LOOPS, open, "DO " + SqlText.literal(body), ANSWERS);
    }

    private static String names(Map<Integer, Question> questions, Function<Question, Stream<String>> names) {
        return ArrayLiterals.names(
                questions.values().stream().flatMap(names).distinct().toList());
    }

    private static String absent(Set<Place> places) {
        StringBuilder cases = new StringBuilder("WHEN '' THEN false");
        places.forEach(place -> cases.append(ABSENT.getOrDefault(place, "")));
        return cases.toString();
    }

    private static String arrays(Map<Integer, Question> questions) {
        return String.join(
                ", ",
                ArrayLiterals.texts(questions.keySet().stream().map(String::valueOf).toList()) + "::integer[]",
                texts(questions.values(), question -> question.table().namespace()),
                texts(questions.values(), question -> question.table().name()),
                texts(questions.values(), question -> question.place().name()),
                texts(questions.values(), Question::name),
                texts(questions.values(), Question::text),
                texts(questions.values(), question -> Objects.requireNonNullElse(question.cast(), "")),
                texts(questions.values(), question -> Boolean.toString(question.mayPlan())) + "::boolean[]");
    }

    private static String texts(Collection<Question> questions, Function<Question, String> part) {
        return ArrayLiterals.texts(questions.stream().map(part).toList());
    }
}

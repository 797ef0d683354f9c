package dev.plinth.postgres.internal.compare;

import dev.plinth.postgres.internal.compare.Question.Place;
import dev.plinth.postgres.internal.sql.ArrayLiterals;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Which questions about tables and views are open, for {@link PlannerBlock}: those where the live text is another one than the
 * declared one.
 *
 * <p>Nothing is asked twice: a pair of spellings of one type, or over the same columns, is put to the planner once, whatever
 * the number of tables that have it, as the tenants of a database do. So {@code asked} are questions, each with a table it is
 * about: {@code 0:16401,0:16423,1:16401}.
 */
final class OpenQuestions {

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

    private static final String ROWS =
            """
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
            SELECT asked, live, 'UNDECIDED' AS verdict,
                   CASE WHEN plannable AND %s THEN CASE place
                       WHEN 'DEFAULT' THEN format('SELECT (%%1$s)::%%3$s, (%%2$s)::%%3$s', declared, live, type)
                       WHEN 'TYPE' THEN format('SELECT NULL::%%s, NULL::%%s', declared, live)
                       WHEN 'WHEN' THEN format(
                           'SELECT (%%1$s), (%%2$s) FROM jsonb_populate_recordset(NULL::%%3$s, ''[]'') AS old,'
                               || ' jsonb_populate_recordset(NULL::%%3$s, ''[]'') AS new',
                           declared, live, row_type)
                       ELSE format('SELECT (%%1$s), (%%2$s) FROM jsonb_populate_recordset(NULL::%%3$s, ''[]'') AS %%4$I',
                                   declared, live, row_type, relation) END END AS statement
              FROM (
                    SELECT place, declared, plannable AND NOT foreign_code AS plannable, live, type, min(relation) AS relation,
                           (SELECT reltype::regtype::text FROM pg_class WHERE pg_class.oid = min(spelled.oid)) AS row_type,
                           string_agg(number || ':' || spelled.oid, ',') AS asked
                      FROM spelled LEFT JOIN shaped
                        ON shaped.oid = spelled.oid AND spelled.place NOT IN ('DEFAULT', 'TYPE')
                     GROUP BY place, declared, plannable, live, type, foreign_code, columns,
                           CASE WHEN columns IS NOT NULL AND strpos(declared || live, relation) > 0 THEN relation END) AS open""";

    /** What the arrays of texts are cast to. */
    private static final List<String> COLUMN_TYPES = List.of("::integer[]", "", "", "", "", "", "", "::boolean[]");

    private OpenQuestions() {}

    /**
     * The statements that ask, and the one that returns the answers.
     *
     * @param questions by their numbers; none is no statement at all
     * @param homes the namespaces that have what is declared in {@code public}
     */
    static List<String> statements(Map<Integer, Question> questions, Set<String> homes) {
        if (questions.isEmpty()) {
            return List.of();
        }
        Set<Place> places = EnumSet.noneOf(Place.class);
        Set<String> namespaces = new LinkedHashSet<>();
        Set<String> tables = new LinkedHashSet<>();
        for (Question question : questions.values()) {
            places.add(question.place());
            tables.add(question.table().name());
            if (question.table().isInDefaultNamespace()) {
                namespaces.addAll(homes);
            } else {
                namespaces.add(question.table().namespace());
            }
        }
        return PlannerBlock.statements(ROWS.formatted(
                ArrayLiterals.names(List.copyOf(homes)),
                ArrayLiterals.names(List.copyOf(tables)),
                ArrayLiterals.names(List.copyOf(namespaces)),
                absent(places),
                arrays(questions),
                Spellings.callsForeignCode(places),
                Spellings.of(places),
                PlannerVerdict.mayBePlanned("live")));
    }

    private static String absent(Set<Place> places) {
        StringBuilder cases = new StringBuilder("WHEN '' THEN false");
        for (Place place : places) {
            cases.append(ABSENT.getOrDefault(place, ""));
        }
        return cases.toString();
    }

    /** One array for each column of a question, its number first. */
    private static String arrays(Map<Integer, Question> questions) {
        List<List<String>> columns = new ArrayList<>();
        for (int column = 0; column < COLUMN_TYPES.size(); column++) {
            columns.add(new ArrayList<>(questions.size()));
        }
        for (Map.Entry<Integer, Question> entry : questions.entrySet()) {
            Question question = entry.getValue();
            List<String> values = List.of(
                    entry.getKey().toString(),
                    question.table().namespace(),
                    question.table().name(),
                    question.place().name(),
                    question.name(),
                    question.text(),
                    Objects.requireNonNullElse(question.cast(), ""),
                    Boolean.toString(question.mayPlan()));
            for (int column = 0; column < values.size(); column++) {
                columns.get(column).add(values.get(column));
            }
        }
        List<String> arrays = new ArrayList<>();
        for (int column = 0; column < columns.size(); column++) {
            arrays.add(ArrayLiterals.texts(columns.get(column)) + COLUMN_TYPES.get(column));
        }
        return String.join(", ", arrays);
    }
}

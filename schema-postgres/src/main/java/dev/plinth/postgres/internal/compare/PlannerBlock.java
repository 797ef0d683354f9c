package dev.plinth.postgres.internal.compare;

import dev.plinth.postgres.internal.sql.SqlText;
import java.util.List;

/**
 * A DO block that asks the planner. It runs inside the read-only inspection transaction, so the comparison costs no round
 * trip of its own: EXPLAIN writes a declared text and a live one in the planner's normal form. A text that cannot be planned is
 * caught and stays undecided.
 */
final class PlannerBlock {

    /**
     * Joins in a loop are off for {@link #QUESTIONS}: the server, which guesses ten tables, would join each with every question.
     * {@link #BLOCK} sets them back.
     */
    private static final String NO_LOOPS =
            "SELECT set_config('plinth.loops', current_setting('enable_nestloop'), true),"
                    + " set_config('enable_nestloop', 'off', true)";

    /** Not in the block, as the plan of a statement outlives it where the driver gives it a name. */
    private static final String QUESTIONS = """
            SELECT set_config('plinth.questions', (SELECT coalesce(jsonb_agg(to_jsonb(question)), '[]') FROM (
            %s
            ) AS question)::text, true)""";

    private static final String BLOCK = "DO " + SqlText.literal("""
            DECLARE
              item record;
              plan json;
              answers jsonb[] := '{}';
              verdict text;
            BEGIN
              PERFORM set_config('enable_nestloop', current_setting('plinth.loops'), true);
              FOR item IN
                SELECT question.*
                  FROM jsonb_to_recordset(current_setting('plinth.questions')::jsonb)
                       AS question(asked text, live text, verdict text, statement text)
              LOOP
                verdict := item.verdict;
                IF item.statement IS NOT NULL THEN
                  BEGIN
                    EXECUTE 'EXPLAIN (VERBOSE, COSTS OFF, FORMAT JSON) ' || item.statement INTO plan;
                    %s
                  EXCEPTION WHEN OTHERS THEN
                    verdict := 'UNDECIDED';
                  END;
                END IF;
                answers := answers || jsonb_build_object('asked', item.asked, 'live', item.live, 'verdict', verdict);
              END LOOP;
              PERFORM set_config('plinth.answers', to_jsonb(answers)::text, true);
            END""".formatted(PlannerVerdict.COMPARE));

    /** What was asked, one live spelling, and the verdict. */
    private static final String ANSWERS = """
            SELECT asked, live, verdict
              FROM jsonb_to_recordset(current_setting('plinth.answers')::jsonb)
                   AS answer(asked text, live text, verdict text)""";

    private PlannerBlock() {}

    /**
     * The statements that ask, of which the first two return a row each that means nothing, and the one that returns the answers.
     *
     * @param questions a query with the columns {@code asked}, which says what a question is about; {@code live}; {@code verdict},
     *     which holds where there is nothing to plan; and {@code statement}, which selects the declared and the live expression,
     *     null where they may not be planned
     */
    static List<String> statements(String questions) {
        return List.of(NO_LOOPS, QUESTIONS.formatted(questions), BLOCK, ANSWERS);
    }
}

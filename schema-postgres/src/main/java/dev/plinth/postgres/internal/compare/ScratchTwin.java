package dev.plinth.postgres.internal.compare;

import dev.plinth.diff.Answers;
import dev.plinth.diff.Verdict;
import dev.plinth.postgres.internal.sql.SqlText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Decides what the planner could not: each spelling becomes the query of a temporary view, and the server prints it back. What
 * is printed the same is the same. Nothing is planned, so no function is run; the tables are locked as a SELECT locks them;
 * the transaction around it must be rolled back.
 *
 * <p>Each is printed twice, the second time from what the first printed, since PostgreSQL does not always print what it
 * printed before: {@code x IN ('a')} over a varchar comes back in one form from a person's hand and in another from a dump.
 */
public final class ScratchTwin {

    /** Four views a pair, each with its row type, in the lock table until the rollback. */
    public static final int MOST_AT_ONCE = 100;

    private static final String BLOCK = """
            DECLARE
              item record;
              query text;
              view_name text;
              printed text[];
              same jsonb := '{}';
            BEGIN
              FOR item IN
                SELECT * FROM unnest(ARRAY[%s]::text[], ARRAY[%s]::text[]) WITH ORDINALITY AS q(declared, live, number)
              LOOP
                BEGIN
                  printed := '{}';
                  FOREACH query IN ARRAY ARRAY[item.declared, item.live] LOOP
                    FOR pass IN 1..2 LOOP
                      view_name := format('plinth_%%s_%%s_%%s', item.number, cardinality(printed), pass);
                      EXECUTE format('CREATE TEMPORARY VIEW %%I AS %%s', view_name, query);
                      query := pg_get_viewdef(format('pg_temp.%%I', view_name)::regclass);
                    END LOOP;
                    printed := printed || query;
                  END LOOP;
                  same := same || jsonb_build_object(item.number, printed[1] = printed[2]);
                EXCEPTION WHEN OTHERS THEN
                  NULL;
                END;
              END LOOP;
              PERFORM set_config('plinth.twins', same::text, true);
            END""";

    private static final String ANSWERS =
            "SELECT key, value FROM jsonb_each_text(current_setting('plinth.twins')::jsonb)";

    private ScratchTwin() {}

    /** The statements to send inside a transaction; the last one returns the rows for {@link #verdicts}. */
    public static List<String> statements(List<Undecided> pairs) {
        String body = BLOCK.formatted(
                queries(pairs, Undecided::declaredQuery), queries(pairs, Undecided::liveQuery));
        return List.of("DO " + SqlText.literal(body), ANSWERS);
    }

    private static String queries(List<Undecided> pairs, Function<Undecided, String> query) {
        return pairs.stream().map(query).collect(Collectors.joining(", "));
    }

    /** What the rows say; a pair that the server could not print is not among them. */
    public static Map<Answers.Pair, Verdict> verdicts(List<Undecided> pairs, List<List<String>> rows) {
        Map<Answers.Pair, Verdict> verdicts = new HashMap<>();
        for (List<String> row : rows) {
            Answers.Pair pair = pairs.get(Integer.parseInt(row.getFirst()) - 1).pair();
            Verdict verdict = Boolean.parseBoolean(row.get(1)) ? Verdict.EQUAL : Verdict.DIFFERENT;
            verdicts.merge(pair, verdict, (one, other) -> one == other ? one : Verdict.UNDECIDED);
        }
        return verdicts;
    }
}

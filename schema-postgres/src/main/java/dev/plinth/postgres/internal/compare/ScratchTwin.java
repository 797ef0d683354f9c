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
 * Decides what the planner could not: each spelling becomes the query of a temporary view, and what the server keeps of the two is
 * compared. Nothing is planned, so no function is run; the tables are locked as a SELECT locks them; the transaction around it
 * must be rolled back.
 *
 * <p>What is compared is the parse tree of what the server prints for the view: PostgreSQL does not always keep what it printed
 * before. {@code x IN ('a')} over a varchar is one tree from a person's hand and another from a dump. The command of a rule
 * becomes a rule of such a view.
 */
public final class ScratchTwin {

    /** Four views a pair, each with its row type, in the lock table until the rollback. */
    public static final int MOST_AT_ONCE = 100;

    private static final String BLOCK = """
            DECLARE
              item record;
              query text;
              view_name text;
              view_oid oid;
              parts text[];
              rule_name text;
              tree text;
              read_as text[];
              same jsonb := '{}';
            BEGIN
              FOR item IN
                SELECT * FROM unnest(ARRAY[%s]::text[], ARRAY[%s]::text[]) WITH ORDINALITY AS q(declared, live, number)
              LOOP
                BEGIN
                  read_as := '{}';
                  FOREACH query IN ARRAY ARRAY[item.declared, item.live] LOOP
                    FOR pass IN 1..2 LOOP
                      view_name := format('plinth_%%s_%%s_%%s', item.number, cardinality(read_as), pass);
                      parts := string_to_array(query, chr(1));
                      rule_name := CASE cardinality(parts) WHEN 3 THEN 'twin' ELSE '_RETURN' END;
                      EXECUTE format('CREATE TEMPORARY VIEW %%I %%s', view_name, CASE cardinality(parts)
                                     WHEN 3 THEN 'AS SELECT * FROM ' || parts[2]
                                     WHEN 2 THEN '(' || parts[1] || ') AS ' || parts[2]
                                     ELSE 'AS ' || query END);
                      view_oid := format('pg_temp.%%I', view_name)::regclass;
                      IF rule_name = 'twin' THEN
                        EXECUTE format('CREATE RULE twin AS %%s TO pg_temp.%%I %%s', parts[1], view_name, parts[3]);
                        parts[3] := regexp_replace((SELECT pg_get_ruledef(oid) FROM pg_rewrite WHERE ev_class = view_oid
                          AND rulename = rule_name), '^CREATE RULE twin AS\\s+ON \\w+ TO \\S+|;\\s*$', '', 'g');
                        query := array_to_string(parts, chr(1));
                      ELSE
                        query := pg_get_viewdef(view_oid);
                      END IF;
                    END LOOP;
                    SELECT regexp_replace(ev_action::text, %s, '', 'g') INTO tree FROM pg_rewrite
                     WHERE ev_class = view_oid AND rulename = rule_name;
                    read_as := read_as || regexp_replace(tree, format(':relid %%s\\M', view_oid), ':relid itself', 'g');
                  END LOOP;
                  same := same || jsonb_build_object(item.number, read_as[1] = read_as[2]);
                EXCEPTION WHEN OTHERS THEN
                  NULL;
                END;
              END LOOP;
              PERFORM set_config('plinth.twins', same::text, true);
            END""";

    /** What a parse tree says of the text it came from: where something stood, and which of several forms it was written in. */
    private static final String FORM = "':(\\w*location|stmt_len|list_start|list_end|\\w*format) -?\\d+'";

    private static final String ANSWERS =
            "SELECT key, value FROM jsonb_each_text(current_setting('plinth.twins')::jsonb)";

    private ScratchTwin() {}

    /** The statements to send inside a transaction; the last one returns the rows for {@link #verdicts}. */
    public static List<String> statements(List<Undecided> pairs) {
        String body = BLOCK.formatted(
                queries(pairs, Undecided::declaredQuery), queries(pairs, Undecided::liveQuery), FORM);
        return List.of("DO " + SqlText.literal(body), ANSWERS);
    }

    private static String queries(List<Undecided> pairs, Function<Undecided, String> query) {
        return pairs.stream().map(query).collect(Collectors.joining(", "));
    }

    /** What the rows say; a pair that the server could not print is not among them. */
    public static Map<Answers.Pair, Verdict> verdicts(List<Undecided> pairs, List<List<String>> rows) {
        Map<Answers.Pair, Verdict> verdicts = new HashMap<>();
        for (List<String> row : rows) {
            Undecided asked = pairs.get(Integer.parseInt(row.getFirst()) - 1);
            Verdict other = asked.tellsDifference() ? Verdict.DIFFERENT : Verdict.UNDECIDED;
            Verdict verdict = Boolean.parseBoolean(row.get(1)) ? Verdict.EQUAL : other;
            verdicts.merge(asked.pair(), verdict, (one, two) -> one == two ? one : Verdict.UNDECIDED);
        }
        return verdicts;
    }
}

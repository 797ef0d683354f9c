package dev.plinth.rule;

import dev.plinth.model.Schema;
import dev.plinth.model.sql.Function;
import dev.plinth.model.sql.RoutineBody;
import dev.plinth.naming.RoutineNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A body in PL/pgSQL is a block. Functions are created before the tables that they may speak of, with their bodies
 * unchecked, so what is no block at all would only be found by the first row that fires the trigger.
 *
 * @see <a href="https://www.postgresql.org/docs/current/plpgsql-structure.html">Structure of PL/pgSQL</a>
 */
final class FunctionBody implements Rule {

    private static final Pattern BEFORE_A_BLOCK = Pattern.compile("(?s)\\s+|--[^\n]*|/\\*.*?\\*/|#[^\n]*|<<.*?>>");
    private static final Pattern BLOCK = Pattern.compile("(?is)(DECLARE|BEGIN)\\b.*\\bEND\\b.*");

    @Override
    public Stream<Problem> check(Schema schema) {
        List<Problem> problems = new ArrayList<>();
        for (Function function : schema.functions()) {
            Optional<Problem> problem = check(function);
            if (problem.isPresent()) {
                problems.add(problem.get());
            }
        }
        return problems.stream();
    }

    private Optional<Problem> check(Function function) {
        boolean isSql = function.language().equals("sql");
        return switch (function.body()) {
            case RoutineBody.Text(String text) ->
                function.language().equals("plpgsql") && !isBlock(text)
                        ? Optional.of(problem(function))
                        : Optional.empty();
            case RoutineBody.Return ignored -> isSql ? Optional.empty() : Optional.of(wrongLanguage(function, "sql"));
            case RoutineBody.Atomic ignored -> isSql ? Optional.empty() : Optional.of(wrongLanguage(function, "sql"));
            case RoutineBody.ObjectFile ignored ->
                function.language().equals("c") ? Optional.empty() : Optional.of(wrongLanguage(function, "c"));
        };
    }

    private Problem wrongLanguage(Function function, String language) {
        return error(
                RoutineNames.of(function),
                "a body of this kind is not for the language " + function.language(),
                "Write language(\"" + language + "\"), or leave it out.");
    }

    private Problem problem(Function function) {
        return error(
                RoutineNames.of(function),
                "the body is no block of PL/pgSQL",
                "Write what stands between the dollar quotes of CREATE FUNCTION: BEGIN ... RETURN NEW; END;");
    }

    private static boolean isBlock(String body) {
        var before = BEFORE_A_BLOCK.matcher(body);
        int from = 0;
        while (before.region(from, body.length()).lookingAt()) {
            from = before.end();
        }
        return BLOCK.matcher(body).region(from, body.length()).matches();
    }
}

package dev.plinth.diff;

import dev.plinth.model.sql.Argument;
import dev.plinth.model.sql.Argument.Mode;
import dev.plinth.model.sql.ColumnType;
import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.Function;
import dev.plinth.naming.TypeNames;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Functions as text for messages, one text for each meaning. */
final class RoutineText {

    private static final Pattern STRING = Pattern.compile("'(?:[^']|'')*+'::text");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    private RoutineText() {}

    /** The arguments without their defaults, the columns of RETURNS TABLE left out. */
    static String arguments(Function function) {
        return function.arguments().stream()
                .filter(it -> it.mode() != Mode.TABLE)
                .map(RoutineText::of)
                .collect(Collectors.joining(", ", "(", ")"));
    }

    static String result(Function function) {
        Function.Result result = function.result();
        if (result == null) {
            return "";
        }
        if (function.arguments().stream().anyMatch(it -> it.mode() == Mode.TABLE)) {
            return function.arguments().stream()
                    .filter(it -> it.mode() == Mode.TABLE)
                    .map(it -> it.name() + " " + TypeNames.of(it.type().identity()))
                    .collect(Collectors.joining(", ", "TABLE (", ")"));
        }
        String type = result.type() == null ? "what goes out" : TypeNames.of(result.type().identity());
        return result.setOf() ? "SETOF " + type : type;
    }

    /** Whether two spellings of a default are the same. Only texts are compared: of two constants that is enough. */
    static Verdict same(Expression declared, Expression live, ColumnType type) {
        String printed = ExpressionText.of(declared);
        String existing = ExpressionText.of(live);
        if (printed.equals(existing) || existing.equals(printed + "::" + TypeNames.of(type))) {
            return Verdict.EQUAL;
        }
        boolean areStrings = declared instanceof Expression.StringLiteral && STRING.matcher(existing).matches();
        boolean areNumbers = declared instanceof Expression.NumberLiteral && NUMBER.matcher(existing).matches();
        return areStrings || areNumbers ? Verdict.DIFFERENT : Verdict.UNDECIDED;
    }

    /** An argument without its default. */
    static String of(Argument argument) {
        return (argument.mode() == Mode.IN ? "" : argument.mode() + " ")
                + (argument.name().isEmpty() ? "" : argument.name() + " ") + TypeNames.of(argument.type().identity());
    }
}

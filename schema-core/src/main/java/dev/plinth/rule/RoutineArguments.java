package dev.plinth.rule;

import dev.plinth.model.Schema;
import dev.plinth.model.sql.Argument;
import dev.plinth.model.sql.Argument.Mode;
import dev.plinth.model.sql.ColumnType;
import dev.plinth.model.sql.Function;
import dev.plinth.model.sql.RoutineOptions;
import dev.plinth.model.sql.UserType;
import dev.plinth.naming.RoutineNames;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Arguments as PostgreSQL takes them: each name once, types without modifiers, VARIADIC an array and last of those that go in,
 * defaults from one of them on, a result that agrees with OUT, estimates above zero.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createfunction.html">CREATE FUNCTION</a>
 */
final class RoutineArguments implements Rule {

    @Override
    public Stream<Problem> check(Schema schema) {
        List<Problem> problems = new ArrayList<>();
        for (Function function : schema.functions()) {
            check(function, problems);
        }
        return problems.stream();
    }

    private void check(Function function, List<Problem> problems) {
        String subject = RoutineNames.of(function);
        for (Argument argument : function.arguments()) {
            checkOne(subject, argument, problems);
        }
        checkNames(subject, function, problems);
        checkOrder(subject, inputs(function), problems);
        checkResult(subject, function, problems);
    }

    private static List<Argument> inputs(Function function) {
        List<Argument> inputs = new ArrayList<>();
        for (Argument argument : function.arguments()) {
            if (argument.mode().isInput()) {
                inputs.add(argument);
            }
        }
        return inputs;
    }

    private void checkOrder(String subject, List<Argument> inputs, List<Problem> problems) {
        for (int place = 1; place < inputs.size(); place++) {
            Argument before = inputs.get(place - 1);
            if (before.defaultValue() != null && inputs.get(place).defaultValue() == null
                    && inputs.get(place).mode() != Mode.VARIADIC) {
                problems.add(error(subject, "the argument behind " + before.name() + " has no default",
                        "Give defaults to the last arguments."));
            }
            if (before.mode() == Mode.VARIADIC) {
                problems.add(error(subject, "VARIADIC " + before.name() + " is not the last", "Move it to the end."));
            }
        }
    }

    private void checkOne(String subject, Argument argument, List<Problem> problems) {
        if (hasModifiers(argument.type())) {
            problems.add(
                    error(subject, "the type of " + argument.name() + " has a length or precision, which PostgreSQL"
                            + " forgets", "Leave it out, and check inside the body."));
        }
        if (argument.mode() == Mode.VARIADIC && !(argument.type() instanceof ColumnType.Array)) {
            problems.add(error(subject, "VARIADIC " + argument.name() + " is no array", "Use arrayOf(type)."));
        }
        if (argument.defaultValue() != null && !argument.mode().isInput()) {
            problems.add(error(subject, argument.name() + " goes out and has a default", "Drop defaultTo(...)."));
        }
    }

    private void checkNames(String subject, Function function, List<Problem> problems) {
        for (boolean goingIn : new boolean[]{true, false}) {
            for (String name : Duplicates.of(names(function, goingIn))) {
                problems.add(error(subject, "two arguments are called " + name, "Rename one of the two."));
            }
        }
    }

    private static List<String> names(Function function, boolean goingIn) {
        List<String> names = new ArrayList<>();
        for (Argument argument : function.arguments()) {
            boolean goesThere = goingIn ? argument.mode().isInput() : comesOut(argument.mode());
            if (goesThere && !argument.name().isEmpty()) {
                names.add(argument.name());
            }
        }
        return names;
    }

    private void checkResult(String subject, Function function, List<Problem> problems) {
        Function.Result result = function.result();
        boolean hasTable = has(function, Mode.TABLE);
        boolean hasOut = has(function, Mode.OUT) || has(function, Mode.INOUT);
        boolean comesOut = hasTable || hasOut;
        if (result != null && result.type() != null && comesOut) {
            problems.add(error(subject, "returns a type, and its arguments say what it returns",
                    "Drop returns(...), or the arguments that go out."));
        }
        if (result != null && result.type() == null && !comesOut) {
            problems.add(error(subject, "does not say what it returns", "Add .returns(type)."));
        }
        if (hasTable && (hasOut || result == null)) {
            problems.add(error(subject, "has OUT arguments or is a procedure, and returns a table",
                    "Write all columns in returnsTable(...), of a function."));
        }
        checkEstimates(subject, function.options(), problems);
        if (result != null && !result.setOf() && function.options().rows() != null) {
            problems.add(error(subject, "returns one row and says rows(...)", "Drop rows(...), or return a set."));
        }
    }

    private void checkEstimates(String subject, RoutineOptions options, List<Problem> problems) {
        BigDecimal cost = options.cost();
        Integer rows = options.rows();
        if (cost != null && cost.signum() <= 0) {
            problems.add(error(subject, "has cost(" + cost + ")", "Write a number above 0."));
        }
        if (rows != null && rows <= 0) {
            problems.add(error(subject, "has rows(" + rows + ")", "Write a number above 0."));
        }
    }

    private static boolean has(Function function, Mode mode) {
        for (Argument argument : function.arguments()) {
            if (argument.mode() == mode) {
                return true;
            }
        }
        return false;
    }

    private static boolean comesOut(Mode mode) {
        return mode == Mode.OUT || mode == Mode.INOUT || mode == Mode.TABLE;
    }

    static boolean hasModifiers(ColumnType type) {
        return switch (type) {
            case ColumnType.BuiltIn builtIn -> !builtIn.modifiers().isEmpty();
            case ColumnType.OfExtension extension -> !extension.modifiers().isEmpty();
            case ColumnType.Array array -> hasModifiers(array.element());
            case ColumnType.Named ignored -> false;
            case ColumnType.Native ignored -> false;
            case UserType ignored -> false;
        };
    }
}

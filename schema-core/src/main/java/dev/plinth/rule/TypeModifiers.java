package dev.plinth.rule;

import dev.plinth.model.sql.BuiltInType;
import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.ColumnType;
import dev.plinth.model.sql.Table;
import dev.plinth.naming.TypeNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Lengths, precisions and scales must be in the range of their type.
 *
 * @see <a href="https://www.postgresql.org/docs/current/datatype.html">Data Types</a>
 */
public final class TypeModifiers implements TableRule {

    private static final int MAX_LENGTH = 10_485_760;
    private static final int MAX_BITS = 83_886_080;
    private static final int MAX_DIGITS = 1000;
    private static final int MAX_SECOND_DIGITS = 6;

    /** What is wrong with a type. */
    public record Violation(String type, String message, String remedy) {}

    private record Range(String what, int from, int to) {}

    @Override
    public Stream<Problem> check(Table table) {
        List<Problem> problems = new ArrayList<>();
        for (Column column : table.columns()) {
            Optional<Violation> violation = violation(innermost(column.type()));
            if (violation.isPresent()) {
                problems.add(problem(table, column, violation.get()));
            }
        }
        return problems.stream();
    }

    private Problem problem(Table table, Column column, Violation violation) {
        return error(
                TableRule.part(table, column.name()), violation.type + ": " + violation.message, violation.remedy);
    }

    private static ColumnType innermost(ColumnType type) {
        return type instanceof ColumnType.Array array ? innermost(array.element()) : type;
    }

    /** What is wrong with the modifiers of a type, if anything is. */
    public static Optional<Violation> violation(ColumnType type) {
        return type instanceof ColumnType.BuiltIn builtIn ? violationOf(builtIn) : Optional.empty();
    }

    private static Optional<Violation> violationOf(ColumnType.BuiltIn type) {
        List<Range> ranges = ranges(type);
        if (type.modifiers().size() > ranges.size()) {
            return Optional.of(new Violation(
                    TypeNames.of(type), "takes " + ranges.size() + " modifiers", "Leave the others out."));
        }
        for (int i = 0; i < type.modifiers().size(); i++) {
            int value = type.modifiers().get(i);
            Range range = ranges.get(i);
            if (value < range.from || value > range.to) {
                return Optional.of(outside(type, range, value));
            }
        }
        return Optional.empty();
    }

    private static Violation outside(ColumnType.BuiltIn type, Range range, int value) {
        String message = range.what + " " + value + " is outside " + range.from + " to " + range.to;
        return new Violation(TypeNames.of(type), message, "Choose a " + range.what + " inside that range.");
    }

    private static List<Range> ranges(ColumnType.BuiltIn type) {
        String pattern = type.name().pattern();
        if (!pattern.contains("%")) {
            return List.of();
        }
        if (pattern.startsWith("character")) {
            return List.of(new Range("length", 1, MAX_LENGTH));
        }
        if (pattern.startsWith("bit")) {
            return List.of(new Range("length", 1, MAX_BITS));
        }
        return type.name() == BuiltInType.NUMERIC
                ? List.of(new Range("precision", 1, MAX_DIGITS), new Range("scale", -MAX_DIGITS, MAX_DIGITS))
                : List.of(new Range("precision", 0, MAX_SECOND_DIGITS));
    }
}

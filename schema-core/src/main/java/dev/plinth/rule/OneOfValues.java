package dev.plinth.rule;

import dev.plinth.model.sql.BuiltInType;
import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.ColumnType;
import dev.plinth.model.sql.Constraint.Check;
import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.Expression.OneOf;
import dev.plinth.model.sql.Table;
import dev.plinth.naming.TypeNames;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The values of {@code oneOf} are different values that the column can hold and compare with, and a constant default is
 * one of them.
 */
final class OneOfValues implements TableRule {

    private static final Set<BuiltInType> WITHOUT_EQUALITY = Set.of(BuiltInType.JSON, BuiltInType.XML);

    @Override
    public Stream<Problem> check(Table table) {
        return table.constraints(Check.class).stream()
                .flatMap(check -> check.condition() instanceof OneOf oneOf ? Stream.of(oneOf) : Stream.<OneOf>empty())
                .flatMap(oneOf -> table.column(oneOf.column()).stream().flatMap(it -> check(table, it, oneOf)));
    }

    private Stream<Problem> check(Table table, Column column, OneOf oneOf) {
        String subject = TableRule.part(table, column.name());
        if (column.type() instanceof ColumnType.BuiltIn type && WITHOUT_EQUALITY.contains(type.name())) {
            String message = "is " + TypeNames.of(type) + ", which cannot be compared with the values of oneOf";
            return Stream.of(error(subject, message, "Declare it as jsonb() or text()."));
        }
        Stream<Problem> duplicates = Duplicates.of(oneOf.values()).stream()
                .map(it -> warning(subject, "oneOf lists " + Literals.spelling(it) + " twice", "List it once."));
        return Stream.of(
                duplicates,
                oneOf.values().stream().distinct().flatMap(it -> check(subject, column, it)),
                checkDefault(subject, column, oneOf))
                .flatMap(it -> it);
    }

    /** Every INSERT that relies on such a default would fail. */
    private Stream<Problem> checkDefault(String subject, Column column, OneOf oneOf) {
        Expression value = column.defaultValue();
        if (value == null || oneOf.values().stream().anyMatch(it -> Literals.mayBeEqual(it, value))) {
            return Stream.empty();
        }
        String message = "default " + Literals.spelling(value) + " is none of the values of oneOf";
        return Stream.of(error(subject, message, "Add it to oneOf(...), or change the default."));
    }

    private Stream<Problem> check(String subject, Column column, Expression value) {
        String spelling = "oneOf value " + Literals.spelling(value);
        if (!Literals.isComparable(value, column.type())) {
            String message = spelling + " cannot be compared with " + TypeNames.of(column.type());
            return Stream.of(error(subject, message, "Write it as a string."));
        }
        return Literals.misfit(value, column.type())
                .map(it -> error(subject, spelling + " " + it, "Change the value, or the type of the column."))
                .stream();
    }
}

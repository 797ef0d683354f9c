package dev.plinth.rule;

import dev.plinth.model.sql.BuiltInType;
import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.ColumnType;
import dev.plinth.model.sql.Constraint.Check;
import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.Expression.OneOf;
import dev.plinth.model.sql.Table;
import dev.plinth.naming.TypeNames;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
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
        List<Problem> problems = new ArrayList<>();
        for (Check check : table.constraints(Check.class)) {
            if (check.condition() instanceof OneOf oneOf) {
                Column column = table.column(oneOf.column()).orElse(null);
                if (column != null) {
                    check(TableRule.part(table, column.name()), column, oneOf, problems);
                }
            }
        }
        return problems.stream();
    }

    private void check(String subject, Column column, OneOf oneOf, List<Problem> problems) {
        if (column.type() instanceof ColumnType.BuiltIn type && WITHOUT_EQUALITY.contains(type.name())) {
            String message = "is " + TypeNames.of(type) + ", which cannot be compared with the values of oneOf";
            problems.add(error(subject, message, "Declare it as jsonb() or text()."));
            return;
        }
        for (Expression value : Duplicates.of(oneOf.values())) {
            problems.add(warning(subject, "oneOf lists " + Literals.spelling(value) + " twice", "List it once."));
        }
        for (Expression value : new LinkedHashSet<>(oneOf.values())) {
            checkValue(subject, column, value, problems);
        }
        checkDefault(subject, column, oneOf, problems);
    }

    /** Every INSERT that relies on such a default would fail. */
    private void checkDefault(String subject, Column column, OneOf oneOf, List<Problem> problems) {
        Expression value = column.defaultValue();
        if (value != null && !mayBeOneOf(value, oneOf)) {
            String message = "default " + Literals.spelling(value) + " is none of the values of oneOf";
            problems.add(error(subject, message, "Add it to oneOf(...), or change the default."));
        }
    }

    private static boolean mayBeOneOf(Expression value, OneOf oneOf) {
        for (Expression one : oneOf.values()) {
            if (Literals.mayBeEqual(one, value)) {
                return true;
            }
        }
        return false;
    }

    private void checkValue(String subject, Column column, Expression value, List<Problem> problems) {
        String spelling = "oneOf value " + Literals.spelling(value);
        if (!Literals.isComparable(value, column.type())) {
            String message = spelling + " cannot be compared with " + TypeNames.of(column.type());
            problems.add(error(subject, message, "Write it as a string."));
            return;
        }
        String misfit = Literals.misfit(value, column.type()).orElse(null);
        if (misfit != null) {
            problems.add(error(subject, spelling + " " + misfit, "Change the value, or the type of the column."));
        }
    }
}

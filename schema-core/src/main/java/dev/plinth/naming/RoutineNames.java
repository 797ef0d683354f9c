package dev.plinth.naming;

import dev.plinth.model.sql.Aggregate;
import dev.plinth.model.sql.ColumnType;
import dev.plinth.model.sql.Function;
import java.util.List;
import java.util.stream.Collectors;

/** Functions, procedures and aggregates as a person tells them apart. */
public final class RoutineNames {

    private RoutineNames() {}

    /** {@code add(integer, integer)}. */
    public static String of(Function function) {
        return function.name().display() + "(" + types(function.inputTypes()) + ")";
    }

    /** The same of an aggregate, those behind ORDER BY at the end. */
    public static String of(Aggregate aggregate) {
        return aggregate.name().display() + "(" + types(aggregate.inputTypes()) + ")";
    }

    private static String types(List<ColumnType> types) {
        return types.stream().map(type -> TypeNames.of(type.identity())).collect(Collectors.joining(", "));
    }
}

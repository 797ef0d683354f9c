package dev.plinth.rule;

import dev.plinth.model.sql.BuiltInType;
import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.ColumnType;
import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.Table;
import dev.plinth.naming.TypeNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A default is a value of the type of its column, as far as that can be told from a constant or a word of the DSL. */
final class DefaultValue implements TableRule {

    private static final Set<BuiltInType> TEXTS = Set.of(BuiltInType.TEXT, BuiltInType.VARCHAR, BuiltInType.CHAR);
    private static final Set<BuiltInType> JSON = Set.of(BuiltInType.JSON, BuiltInType.JSONB);

    /** What the words of the DSL can be assigned to, besides text. */
    private static final Map<String, Set<BuiltInType>> WORDS = Map.of(
            "gen_random_uuid()", Set.of(BuiltInType.UUID),
            "'[]'::jsonb", JSON,
            "'{}'::jsonb", JSON,
            "now()",
            Set.of(
                    BuiltInType.DATE,
                    BuiltInType.TIME,
                    BuiltInType.TIME_WITH_TIME_ZONE,
                    BuiltInType.TIMESTAMP,
                    BuiltInType.TIMESTAMP_WITH_TIME_ZONE));

    @Override
    public Stream<Problem> check(Table table) {
        List<Problem> problems = new ArrayList<>();
        for (Column column : table.columns()) {
            Expression value = column.defaultValue();
            if (value != null) {
                Optional<String> misfit = misfit(value, column.type());
                if (misfit.isPresent()) {
                    problems.add(problem(table, column, value, misfit.get()));
                }
            }
        }
        return problems.stream();
    }

    private Problem problem(Table table, Column column, Expression value, String misfit) {
        return error(
                TableRule.part(table, column.name()),
                "default " + Literals.spelling(value) + " " + misfit,
                "Change the default, or the type of the column.");
    }

    private static Optional<String> misfit(Expression value, ColumnType type) {
        if (value instanceof Expression.Sql sql && type instanceof ColumnType.BuiltIn builtIn) {
            Set<BuiltInType> fitting = WORDS.getOrDefault(sql.text(), Set.of(builtIn.name()));
            boolean fits = fitting.contains(builtIn.name()) || TEXTS.contains(builtIn.name());
            return fits ? Optional.empty() : Optional.of("is no value of " + TypeNames.of(type));
        }
        return Literals.misfit(value, type);
    }
}

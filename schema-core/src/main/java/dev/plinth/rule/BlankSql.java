package dev.plinth.rule;

import dev.plinth.model.sql.Constraint.Check;
import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.Index;
import dev.plinth.model.sql.IndexKey.Target;
import dev.plinth.model.sql.Table;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** SQL text says something. */
final class BlankSql implements TableRule {

    @Override
    public Stream<Problem> check(Table table) {
        return Stream.of(
                table.columns().stream().flatMap(it -> check(table, it.name(), "default", it.defaultValue())),
                table.constraints(Check.class).stream()
                        .flatMap(it -> check(table, it.name(), "condition", it.condition())),
                table.indexes().stream().flatMap(it -> ofIndex(table, it)))
                .flatMap(it -> it);
    }

    private Stream<Problem> ofIndex(Table table, Index index) {
        Stream<Problem> keys = index.keys().stream().flatMap(key -> switch (key.target()) {
            case Target.OfColumn column -> Stream.<Problem>empty();
            case Target.OfExpression it -> check(table, index.name(), "key", it.expression());
        });
        return Stream.concat(keys, check(table, index.name(), "predicate", index.predicate()));
    }

    private Stream<Problem> check(Table table, String part, String what, @Nullable Expression expression) {
        return expression instanceof Expression.Sql sql && sql.text().isBlank()
                ? Stream.of(error(TableRule.part(table, part), "the " + what + " is blank", "Write it, or drop it."))
                : Stream.empty();
    }
}

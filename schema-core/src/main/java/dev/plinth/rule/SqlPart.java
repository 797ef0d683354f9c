package dev.plinth.rule;

import dev.plinth.model.sql.Constraint.Check;
import dev.plinth.model.sql.Constraint.Exclusion;
import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.Generation;
import dev.plinth.model.sql.IndexKey;
import dev.plinth.model.sql.IndexKey.Target;
import dev.plinth.model.sql.Table;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A piece of SQL text that somebody wrote into a table, with what it belongs to and what it is there. */
record SqlPart(String subject, String what, String text) {

    /** Every piece of SQL text of a table. */
    static Stream<SqlPart> of(Table table) {
        return Stream.of(
                table.columns().stream().flatMap(it -> of(table, it.name(), "default", it.defaultValue())),
                table.columns().stream().flatMap(it -> it.generation() instanceof Generation.Computed computed
                        ? of(table, it.name(), "expression", computed.expression())
                        : Stream.<SqlPart>empty()),
                table.constraints(Check.class).stream()
                        .flatMap(it -> of(table, it.name(), "condition", it.condition())),
                table.constraints(Exclusion.class).stream()
                        .flatMap(it -> ofIndex(table, it.name(), it.keys(), it.predicate())),
                table.indexes().stream().flatMap(it -> ofIndex(table, it.name(), it.keys(), it.predicate())),
                table.triggers().stream().flatMap(it -> of(table, it.name(), "WHEN condition", it.condition())))
                .flatMap(it -> it);
    }

    private static Stream<SqlPart> ofIndex(
            Table table, String name, List<IndexKey> indexKeys, @Nullable Expression predicate) {
        Stream<SqlPart> keys = indexKeys.stream().flatMap(key -> switch (key.target()) {
            case Target.OfColumn column -> Stream.<SqlPart>empty();
            case Target.OfExpression it -> of(table, name, "key", it.expression());
        });
        return Stream.concat(keys, of(table, name, "predicate", predicate));
    }

    private static Stream<SqlPart> of(Table table, String part, String what, @Nullable Expression expression) {
        return expression instanceof Expression.Sql sql
                ? Stream.of(new SqlPart(TableRule.part(table, part), what, sql.text()))
                : Stream.empty();
    }
}

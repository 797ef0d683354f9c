package dev.plinth.rule;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.Constraint.ForeignKey;
import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.Table;
import java.util.stream.Stream;

/**
 * What is declared outside of {@code public} exists once for all tenants, so it cannot point to something that every
 * tenant has for itself.
 */
final class SharedNeedsTenant implements TableRule {

    @Override
    public Stream<Problem> check(Table table) {
        if (table.name().isInDefaultNamespace()) {
            return Stream.empty();
        }
        Stream<Problem> keys = table.constraints(ForeignKey.class).stream()
                .filter(key -> key.target().isInDefaultNamespace())
                .map(key -> problem(table, key.name(), "references " + key.target().name()));
        Stream<Problem> triggers = table.triggers().stream()
                .filter(trigger -> !trigger.call().exists() && trigger.function().isInDefaultNamespace())
                .map(trigger -> problem(table, trigger.name(), "executes " + trigger.function().name() + "()"));
        Stream<Problem> columns = table.columns().stream().flatMap(column -> used(column)
                .filter(QualifiedName::isInDefaultNamespace)
                .map(name -> problem(table, column.name(), "uses " + name.name())));
        return Stream.of(keys, triggers, columns).flatMap(it -> it);
    }

    private static Stream<QualifiedName> used(Column column) {
        Stream<QualifiedName> sequence = column.defaultValue() instanceof Expression.NextValue next
                ? Stream.of(next.sequence())
                : Stream.empty();
        return Stream.of(column.type().createdName().stream(), sequence, Stream.ofNullable(column.collation()))
                .flatMap(it -> it);
    }

    private Problem problem(Table table, String part, String what) {
        return error(
                TableRule.part(table, part),
                "the table is shared by all tenants and " + what + ", which each of them has",
                "Declare both with the same namespace(\"" + table.name().namespace() + "\"), or both without.");
    }
}

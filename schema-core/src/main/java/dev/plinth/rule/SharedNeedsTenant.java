package dev.plinth.rule;

import dev.plinth.model.sql.Constraint.ForeignKey;
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
                .filter(trigger -> trigger.function().isInDefaultNamespace())
                .map(trigger -> problem(table, trigger.name(), "executes " + trigger.function().name() + "()"));
        return Stream.concat(keys, triggers);
    }

    private Problem problem(Table table, String part, String what) {
        return error(
                TableRule.part(table, part),
                "the table is shared by all tenants and " + what + ", which each of them has",
                "Declare both with the same namespace(\"" + table.name().namespace() + "\"), or both without.");
    }
}

package dev.plinth.rule;

import dev.plinth.model.Schema;
import dev.plinth.model.sql.Function;
import dev.plinth.model.sql.Table;
import dev.plinth.model.sql.Trigger;
import dev.plinth.model.sql.View;
import java.util.Optional;
import java.util.stream.Stream;

/** A trigger calls a function that the schema has and that returns {@code trigger}, or one that comes from elsewhere. */
final class TriggerFunction implements Rule {

    @Override
    public Stream<Problem> check(Schema schema) {
        return Stream.concat(schema.tables().stream(), schema.objects(View.class).stream().map(View::parts))
                .flatMap(table -> table.triggers().stream().flatMap(trigger -> check(schema, table, trigger)));
    }

    private Stream<Problem> check(Schema schema, Table table, Trigger trigger) {
        if (trigger.call().exists()) {
            return Stream.empty();
        }
        String subject = TableRule.part(table, trigger.name());
        String function = trigger.function().display() + "()";
        Optional<Function> called = schema.functions().stream()
                .filter(it -> it.name().equals(trigger.function()) && it.inputTypes().isEmpty())
                .findFirst();
        if (called.isEmpty()) {
            return Stream.of(error(subject, "executes " + function + ", which the schema does not have",
                    "Add it to the functions of the schema, or say executeExisting(...) where it comes from elsewhere."));
        }
        return called.get().isForTriggers()
                ? Stream.empty()
                : Stream.of(error(
                        subject,
                        "executes " + function + ", which does not return trigger",
                        "Use a function that returns trigger."));
    }
}

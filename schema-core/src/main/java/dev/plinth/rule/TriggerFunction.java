package dev.plinth.rule;

import dev.plinth.model.Schema;
import dev.plinth.model.sql.Function;
import dev.plinth.model.sql.Table;
import dev.plinth.model.sql.Trigger;
import dev.plinth.model.sql.View;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A trigger calls a function that the schema has and that returns {@code trigger}, or one that comes from elsewhere. */
final class TriggerFunction implements Rule {

    @Override
    public Stream<Problem> check(Schema schema) {
        List<Problem> problems = new ArrayList<>();
        for (Table table : schema.tables()) {
            check(schema, table, problems);
        }
        for (View view : schema.objects(View.class)) {
            check(schema, view.parts(), problems);
        }
        return problems.stream();
    }

    private void check(Schema schema, Table table, List<Problem> problems) {
        for (Trigger trigger : table.triggers()) {
            if (!trigger.call().exists()) {
                check(schema, table, trigger, problems);
            }
        }
    }

    private void check(Schema schema, Table table, Trigger trigger, List<Problem> problems) {
        String subject = TableRule.part(table, trigger.name());
        String name = trigger.function().display() + "()";
        Function called = called(schema, trigger);
        if (called == null) {
            problems.add(error(subject, "executes " + name + ", which the schema does not have",
                    "Add it to the functions of the schema, or say executeExisting(...) where it comes from elsewhere."));
        } else if (!called.isForTriggers()) {
            problems.add(error(
                    subject,
                    "executes " + name + ", which does not return trigger",
                    "Use a function that returns trigger."));
        }
    }

    private static @Nullable Function called(Schema schema, Trigger trigger) {
        for (Function function : schema.functions()) {
            if (function.name().equals(trigger.function()) && function.inputTypes().isEmpty()) {
                return function;
            }
        }
        return null;
    }
}

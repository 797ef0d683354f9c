package dev.plinth.rule;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.Table;
import dev.plinth.model.sql.Trigger;
import dev.plinth.model.sql.TriggerLevel;
import dev.plinth.model.sql.TriggerTiming;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A constraint trigger is AFTER and FOR EACH ROW, and the table in its FROM is one of the schema.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createtrigger.html">CREATE TRIGGER</a>
 */
final class ConstraintTrigger implements Rule {

    @Override
    public Stream<Problem> check(Schema schema) {
        List<Problem> problems = new ArrayList<>();
        for (Table table : schema.tables()) {
            for (Trigger trigger : table.triggers()) {
                if (trigger.constraint() != null) {
                    check(schema, TableRule.part(table, trigger.name()), trigger, problems);
                }
            }
        }
        return problems.stream();
    }

    private void check(Schema schema, String subject, Trigger trigger, List<Problem> problems) {
        if (trigger.timing() != TriggerTiming.AFTER) {
            problems.add(error(
                    subject,
                    "is a constraint trigger and " + trigger.timing().sql() + " its event",
                    "Use after(...)."));
        }
        if (trigger.level() != TriggerLevel.ROW) {
            problems.add(error(subject, "is a constraint trigger and FOR EACH STATEMENT", "Add forEachRow()."));
        }
        QualifiedName from = Objects.requireNonNull(trigger.constraint()).from();
        if (from != null && schema.table(from).isEmpty()) {
            problems.add(unknown(schema, subject, from));
        }
    }

    private Problem unknown(Schema schema, String subject, QualifiedName from) {
        List<String> known = schema.tables().stream().map(it -> it.name().display()).toList();
        return error(
                subject,
                "is FROM " + from.display() + ", which is not in the schema",
                Suggestion.orElse(from.display(), known, "Add that table to schema(...)."));
    }
}

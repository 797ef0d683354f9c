package dev.plinth.rule;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.Table;
import dev.plinth.model.sql.Trigger;
import dev.plinth.model.sql.TriggerLevel;
import dev.plinth.model.sql.TriggerTiming;
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
        return schema.tables().stream().flatMap(table -> table.triggers().stream()
                .filter(trigger -> trigger.constraint() != null)
                .flatMap(trigger -> check(schema, table, trigger)));
    }

    private Stream<Problem> check(Schema schema, Table table, Trigger trigger) {
        String subject = TableRule.part(table, trigger.name());
        Stream<Problem> timing = trigger.timing() == TriggerTiming.AFTER
                ? Stream.empty()
                : Stream.of(error(
                        subject,
                        "is a constraint trigger and " + trigger.timing().sql() + " its event",
                        "Use after(...)."));
        Stream<Problem> level = trigger.level() == TriggerLevel.ROW
                ? Stream.empty()
                : Stream.of(error(
                        subject, "is a constraint trigger and FOR EACH STATEMENT", "Add forEachRow()."));
        return Stream.of(timing, level, from(schema, subject, trigger)).flatMap(it -> it);
    }

    private Stream<Problem> from(Schema schema, String subject, Trigger trigger) {
        QualifiedName from = Objects.requireNonNull(trigger.constraint()).from();
        if (from == null || schema.table(from).isPresent()) {
            return Stream.empty();
        }
        List<String> known = schema.tables().stream().map(it -> it.name().display()).toList();
        return Stream.of(error(
                subject,
                "is FROM " + from.display() + ", which is not in the schema",
                Suggestion.orElse(from.display(), known, "Add that table to schema(...).")));
    }
}

package dev.plinth.diff;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.Constraint;
import dev.plinth.model.sql.PartitionOf;
import dev.plinth.model.sql.Table;
import dev.plinth.model.sql.Trigger;
import java.util.function.Predicate;

/**
 * Triggers and foreign keys that a declared partition has from the tables above: nobody declares them again, so what each has
 * beyond a declaration, being disabled, would be seen nowhere. What is so above too is said there.
 */
final class PassedOnDiff {

    private final Schema schema;
    private final LiveDatabase database;
    private final Findings findings;

    PassedOnDiff(Schema schema, LiveDatabase database, Findings findings) {
        this.schema = schema;
        this.database = database;
        this.findings = findings;
    }

    void compare(Table declared, LiveTable live) {
        PartitionOf part = live.options().partitionOf();
        if (part != null && declared.options().partitionOf() != null) {
            LiveTable whole = database.table(part.table()).orElse(null);
            if (whole != null) {
                compareTriggers(declared, live, whole);
                compareForeignKeys(declared, live, whole);
            }
        }
    }

    private void compareTriggers(Table declared, LiveTable live, LiveTable whole) {
        for (Live<Trigger> trigger : live.triggers()) {
            String name = trigger.object().name();
            if (isPassedOn(trigger)
                    && whole.triggers().stream().noneMatch(it -> it.object().name().equals(name)
                            && it.unmodelled().equals(trigger.unmodelled()))
                    && isDeclaredAbove(declared,
                            it -> it.triggers().stream().anyMatch(own -> own.name().equals(name)))) {
                findings.unmodelled(Subject.on(ObjectKind.TRIGGER, name, declared.name().display()), trigger);
            }
        }
    }

    private void compareForeignKeys(Table declared, LiveTable live, LiveTable whole) {
        for (Live<Constraint> constraint : live.constraints()) {
            if (isPassedOn(constraint)
                    && constraint.object() instanceof Constraint.ForeignKey key
                    && whole.constraints().stream().noneMatch(it -> isSame(key, it.object())
                            && it.unmodelled().equals(constraint.unmodelled()))
                    && isDeclaredAbove(declared, it -> it.constraints().stream().anyMatch(own -> isSame(key, own)))) {
                findings.unmodelled(Subject.on(ObjectKind.CONSTRAINT, key.name(), declared.name().display()),
                        constraint);
            }
        }
    }

    private static boolean isPassedOn(Live<?> part) {
        return part.state() == Live.State.INHERITED && !part.unmodelled().isEmpty();
    }

    private static boolean isSame(Constraint.ForeignKey key, Constraint other) {
        return other instanceof Constraint.ForeignKey above
                && above.columns().equals(key.columns())
                && above.target().equals(key.target());
    }

    private boolean isDeclaredAbove(Table declared, Predicate<Table> condition) {
        PartitionOf part = declared.options().partitionOf();
        while (part != null) {
            QualifiedName name = part.table();
            Table above = schema.table(name).orElse(null);
            if (above == null || condition.test(above)) {
                return above != null;
            }
            part = above.options().partitionOf();
        }
        return false;
    }
}

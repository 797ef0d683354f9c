package dev.plinth.diff;

import dev.plinth.diff.Change.CreateTrigger;
import dev.plinth.model.sql.Constraint;
import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.Table;
import dev.plinth.model.sql.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compares the triggers of a table. An equivalent one under another name counts: two would fire twice. */
final class TriggerDiff {

    private final Table declared;
    private final LiveTable table;
    private final Answers answers;
    private final Findings findings;
    private final List<Live<Trigger>> unmatched;

    TriggerDiff(Table declared, LiveTable table, Answers answers, Findings findings) {
        this.declared = declared;
        this.table = table;
        this.answers = answers;
        this.findings = findings;
        this.unmatched = new ArrayList<>(table.triggers());
    }

    void compare() {
        List<Trigger> unnamed = new ArrayList<>();
        for (Trigger trigger : declared.triggers()) {
            Optional<Live<Trigger>> namesake =
                    Unmatched.take(unmatched, existing -> existing.object().name().equals(trigger.name()));
            if (namesake.isPresent()) {
                compareNamesake(trigger, namesake.get());
            } else {
                unnamed.add(trigger);
            }
        }
        for (Trigger trigger : unnamed) {
            Unmatched.take(unmatched, existing -> isEquivalent(trigger, existing))
                    .ifPresentOrElse(
                            existing -> findings.otherName(
                                    subject(trigger), trigger.name(), existing.object().name()),
                            () -> addUnlessTaken(trigger));
        }
    }

    private void compareNamesake(Trigger trigger, Live<Trigger> live) {
        Subject subject = subject(trigger);
        String definition = TriggerText.of(trigger);
        String existing = TriggerText.of(live.object());
        findings.text(subject, "definition", definition, existing);
        findings.verdict(
                answers.samePredicate(declared.name(), trigger.condition(), live.object().condition()),
                subject,
                "condition",
                text(trigger.condition()),
                text(live.object().condition()),
                spelled -> spelled);
        findings.unmodelled(subject, live);
    }

    private boolean isEquivalent(Trigger trigger, Live<Trigger> live) {
        return live.unmodelled().isEmpty()
                && TriggerText.of(trigger).equals(TriggerText.of(live.object()))
                && answers.samePredicate(declared.name(), trigger.condition(), live.object().condition())
                        == Verdict.EQUAL;
    }

    /** A constraint trigger needs a name that no constraint of the table has. */
    private void addUnlessTaken(Trigger trigger) {
        CreateTrigger change = new CreateTrigger(declared.name(), trigger);
        Optional<Live<Constraint>> holder = trigger.constraint() == null
                ? Optional.empty()
                : table.constraints().stream()
                        .filter(it -> it.object().name().equals(trigger.name()))
                        .findFirst();
        holder.ifPresentOrElse(
                it -> findings.conflict(subject(trigger), "a constraint trigger", ConstraintText.of(it.object())),
                () -> findings.missing(change));
    }

    private static String text(@Nullable Expression condition) {
        return condition == null ? "" : "WHEN (" + ExpressionText.of(condition) + ")";
    }

    private Subject subject(Trigger trigger) {
        return Subject.on(ObjectKind.TRIGGER, trigger.name(), declared.name().display());
    }
}

package dev.plinth.diff;

import dev.plinth.diff.Change.CreateTrigger;
import dev.plinth.model.sql.Table;
import dev.plinth.model.sql.Trigger;
import dev.plinth.model.sql.TriggerEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Compares the triggers of a table. An equivalent one under another name counts: two would fire twice. */
final class TriggerDiff {

    private TriggerDiff() {}

    static void compare(Table declared, LiveTable live, Findings findings) {
        List<Live<Trigger>> unmatched = new ArrayList<>(live.triggers());
        List<Trigger> unnamed = new ArrayList<>();
        for (Trigger trigger : declared.triggers()) {
            take(unmatched, existing -> existing.object().name().equals(trigger.name()))
                    .ifPresentOrElse(
                            existing -> compareNamesake(declared, trigger, existing, findings),
                            () -> unnamed.add(trigger));
        }
        for (Trigger trigger : unnamed) {
            take(unmatched, existing -> existing.unmodelled().isEmpty()
                    && isSame(existing.object(), trigger))
                    .ifPresentOrElse(
                            existing -> findings.otherName(
                                    subject(declared, trigger), trigger.name(), existing.object().name()),
                            () -> findings.missing(new CreateTrigger(declared.name(), trigger)));
        }
    }

    private static void compareNamesake(Table table, Trigger declared, Live<Trigger> live, Findings findings) {
        Subject subject = subject(table, declared);
        if (!isSame(declared, live.object())) {
            findings.different(subject, "definition", definition(declared), definition(live.object()));
        }
        findings.unmodelled(subject, live);
    }

    private static boolean isSame(Trigger one, Trigger other) {
        return one.timing() == other.timing()
                && one.events().equals(other.events())
                && one.level() == other.level()
                && one.function().equals(other.function());
    }

    private static String definition(Trigger trigger) {
        return trigger.timing().sql() + " "
                + String.join(" OR ", trigger.events().stream().map(TriggerEvent::name).toList())
                + " FOR EACH " + trigger.level() + " EXECUTE FUNCTION " + trigger.function().display() + "()";
    }

    private static Subject subject(Table table, Trigger trigger) {
        return Subject.on(ObjectKind.TRIGGER, trigger.name(), table.name().display());
    }

    private static Optional<Live<Trigger>> take(List<Live<Trigger>> unmatched, Predicate<Live<Trigger>> condition) {
        Optional<Live<Trigger>> found = unmatched.stream().filter(condition).findFirst();
        found.ifPresent(unmatched::remove);
        return found;
    }
}

package dev.plinth.diff;

import dev.plinth.model.sql.Deferral;
import dev.plinth.model.sql.Trigger;
import dev.plinth.model.sql.Trigger.TransitionTables;
import dev.plinth.model.sql.TriggerEvent;
import java.util.List;
import java.util.stream.Collectors;

/** A trigger as text for messages, one text for each meaning; without its WHEN, which has more than one. */
final class TriggerText {

    private TriggerText() {}

    static String of(Trigger trigger) {
        return (trigger.constraint() == null ? "" : "CONSTRAINT TRIGGER ") + trigger.timing().sql() + " "
                + trigger.events().stream().map(event -> of(event, trigger)).collect(Collectors.joining(" OR "))
                + (trigger.constraint() == null ? "" : of(trigger.constraint()))
                + of(trigger.transitionTables())
                + " FOR EACH " + trigger.level()
                + " EXECUTE FUNCTION " + trigger.function().display() + "(" + arguments(trigger.call().arguments())
                + ")";
    }

    /** The order of the columns means nothing. */
    private static String of(TriggerEvent event, Trigger trigger) {
        return event == TriggerEvent.UPDATE && !trigger.updateOf().isEmpty()
                ? "UPDATE OF " + trigger.updateOf().stream().sorted().collect(Collectors.joining(", "))
                : event.name();
    }

    private static String of(Trigger.Constraint constraint) {
        return (constraint.from() == null ? "" : " FROM " + constraint.from().display())
                + (constraint.deferral() == Deferral.NOT_DEFERRABLE ? "" : " " + constraint.deferral().sql());
    }

    private static String of(TransitionTables tables) {
        return tables.equals(TransitionTables.NONE)
                ? ""
                : " REFERENCING" + (tables.oldTable() == null ? "" : " OLD TABLE AS " + tables.oldTable())
                        + (tables.newTable() == null ? "" : " NEW TABLE AS " + tables.newTable());
    }

    private static String arguments(List<String> arguments) {
        return arguments.stream()
                .map(ExpressionText::quoted)
                .collect(Collectors.joining(", "));
    }
}

package dev.plinth.rule;

import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.Table;
import dev.plinth.model.sql.Trigger;
import dev.plinth.model.sql.TriggerEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** UPDATE OF names columns of the table, each once, and stands beside UPDATE. */
final class TriggerColumn implements TableRule {

    @Override
    public Stream<Problem> check(Table table) {
        List<Problem> problems = new ArrayList<>();
        for (Trigger trigger : table.triggers()) {
            if (!trigger.updateOf().isEmpty()) {
                check(table, trigger, problems);
            }
        }
        return problems.stream();
    }

    private void check(Table table, Trigger trigger, List<Problem> problems) {
        String subject = TableRule.part(table, trigger.name());
        for (String column : trigger.updateOf()) {
            if (table.column(column).isEmpty()) {
                problems.add(unknown(table, subject, column));
            }
        }
        for (String column : Duplicates.of(trigger.updateOf())) {
            problems.add(error(subject, "of(...) names " + column + " twice", "Name it once."));
        }
        if (!trigger.events().contains(TriggerEvent.UPDATE)) {
            problems.add(error(
                    subject,
                    "names columns and does not wait for UPDATE",
                    "Add UPDATE to its events, or drop of(...)."));
        }
    }

    private Problem unknown(Table table, String subject, String column) {
        List<String> known = table.columns().stream().map(Column::name).toList();
        return error(
                subject,
                "no such column: " + column,
                Suggestion.orElse(column, known, "Its columns are " + String.join(", ", known) + "."));
    }
}

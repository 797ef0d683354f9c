package dev.plinth.rule;

import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.Table;
import dev.plinth.model.sql.Trigger;
import dev.plinth.model.sql.TriggerEvent;
import java.util.List;
import java.util.stream.Stream;

/** UPDATE OF names columns of the table, each once, and stands beside UPDATE. */
final class TriggerColumn implements TableRule {

    @Override
    public Stream<Problem> check(Table table) {
        return table.triggers().stream()
                .filter(trigger -> !trigger.updateOf().isEmpty())
                .flatMap(trigger -> check(table, trigger));
    }

    private Stream<Problem> check(Table table, Trigger trigger) {
        String subject = TableRule.part(table, trigger.name());
        List<String> known = table.columns().stream().map(Column::name).toList();
        Stream<Problem> unknown = trigger.updateOf().stream()
                .filter(column -> !known.contains(column))
                .map(column -> error(
                        subject,
                        "no such column: " + column,
                        Suggestion.orElse(column, known, "Its columns are " + String.join(", ", known) + ".")));
        Stream<Problem> twice = Duplicates.of(trigger.updateOf()).stream()
                .map(column -> error(subject, "of(...) names " + column + " twice", "Name it once."));
        Stream<Problem> noUpdate = trigger.events().contains(TriggerEvent.UPDATE)
                ? Stream.empty()
                : Stream.of(error(
                        subject,
                        "names columns and does not wait for UPDATE",
                        "Add UPDATE to its events, or drop of(...)."));
        return Stream.of(unknown, twice, noUpdate).flatMap(it -> it);
    }
}

package dev.plinth.diff;

import dev.plinth.model.sql.Aggregate;
import java.util.Map;

/** Compares an aggregate, option by option. */
final class AggregateDiff {

    private AggregateDiff() {}

    static void compare(Aggregate declared, Live<Aggregate> live, Findings findings) {
        Subject subject = Subject.of(declared);
        findings.text(
                subject, "arguments", AggregateText.arguments(declared), AggregateText.arguments(live.object()));
        Map<String, String> existing = AggregateText.options(live.object());
        AggregateText.options(declared)
                .forEach((option, text) -> findings.text(subject, option, text, existing.getOrDefault(option, "")));
        findings.unmodelled(subject, live);
    }
}

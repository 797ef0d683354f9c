package dev.plinth.rule;

import dev.plinth.model.Schema;
import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.OwnedSequence;
import dev.plinth.model.sql.Sequence;
import dev.plinth.model.sql.SequenceOptions;
import dev.plinth.model.sql.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A sequence moves, inside of bounds that its type can hold, from a start between them.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createsequence.html">CREATE SEQUENCE</a>
 */
final class SequenceBounds implements Rule {

    @Override
    public Stream<Problem> check(Schema schema) {
        List<Problem> problems = new ArrayList<>();
        for (Sequence sequence : schema.objects(Sequence.class)) {
            check(sequence.name().display(), sequence.options(), problems);
        }
        for (Table table : schema.tables()) {
            for (Column column : table.columns()) {
                OwnedSequence sequence = column.sequence();
                if (sequence != null) {
                    check(TableRule.part(table, column.name()), sequence.options(), problems);
                }
            }
        }
        return problems.stream();
    }

    private void check(String subject, SequenceOptions options, List<Problem> problems) {
        if (options.increment() == 0) {
            problems.add(
                    error(subject, "the sequence increments by 0", "Leave incrementBy(...) out, or say another."));
        } else if (options.minimum() >= options.maximum()) {
            String message = "the sequence goes from " + options.minimum() + " to " + options.maximum();
            problems.add(error(subject, message, "Say a minValue(...) that is less than maxValue(...)."));
        } else if (options.minimum() < SequenceOptions.lowest(options.type())
                || options.maximum() > SequenceOptions.highest(options.type())) {
            String message = "the sequence goes from " + options.minimum() + " to " + options.maximum() + ", and "
                    + options.type().name().toLowerCase(Locale.ROOT) + " does not";
            problems.add(error(subject, message, "Choose bounds inside of the type, or say as(bigint())."));
        } else if (options.start() < options.minimum() || options.start() > options.maximum()) {
            String message = "the sequence starts with " + options.start() + ", which is not between "
                    + options.minimum() + " and " + options.maximum();
            problems.add(error(subject, message, "Say a startWith(...) between the bounds."));
        } else if (options.cache() < 1) {
            problems.add(
                    error(subject, "the sequence caches " + options.cache(), "Say 1 or more, or leave it out."));
        }
    }
}

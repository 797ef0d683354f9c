package dev.plinth.rule;

import dev.plinth.model.Schema;
import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.OwnedSequence;
import dev.plinth.model.sql.Sequence;
import dev.plinth.model.sql.SequenceOptions;
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
        return Stream.concat(
                schema.objects(Sequence.class).stream().flatMap(it -> check(it.name().display(), it.options())),
                schema.tables().stream().flatMap(table -> table.columns().stream()
                        .flatMap(column -> check(TableRule.part(table, column.name()), column))));
    }

    private Stream<Problem> check(String subject, Column column) {
        OwnedSequence sequence = column.sequence();
        return sequence == null ? Stream.empty() : check(subject, sequence.options());
    }

    private Stream<Problem> check(String subject, SequenceOptions options) {
        if (options.increment() == 0) {
            return Stream
                    .of(error(subject, "the sequence increments by 0", "Leave incrementBy(...) out, or say another."));
        }
        if (options.minimum() >= options.maximum()) {
            String message = "the sequence goes from " + options.minimum() + " to " + options.maximum();
            return Stream.of(error(subject, message, "Say a minValue(...) that is less than maxValue(...)."));
        }
        if (options.minimum() < SequenceOptions.lowest(options.type())
                || options.maximum() > SequenceOptions.highest(options.type())) {
            String message = "the sequence goes from " + options.minimum() + " to " + options.maximum() + ", and "
                    + options.type().name().toLowerCase(Locale.ROOT) + " does not";
            return Stream.of(error(subject, message, "Choose bounds inside of the type, or say as(bigint())."));
        }
        if (options.start() < options.minimum() || options.start() > options.maximum()) {
            String message = "the sequence starts with " + options.start() + ", which is not between "
                    + options.minimum() + " and " + options.maximum();
            return Stream.of(error(subject, message, "Say a startWith(...) between the bounds."));
        }
        return options.cache() < 1
                ? Stream.of(error(subject, "the sequence caches " + options.cache(), "Say 1 or more, or leave it out."))
                : Stream.empty();
    }
}

package dev.plinth.dynamo.internal.apply;

import dev.plinth.diff.DynamoChange;
import dev.plinth.diff.DynamoChange.CreateDynamoTable;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What has happened to a table in this run. It is never stored: another run starts from what it sees.
 *
 * @param now the time since the run began
 * @param looks how many looks in a row ended in waiting
 * @param accepted the changes whose requests were accepted, with when
 * @param setbacks what went wrong last, by change
 * @param unanswered why it is not known yet what scales, where that is to be asked again
 */
record History(
        Duration now,
        int looks,
        Map<DynamoChange, Duration> accepted,
        Map<DynamoChange, Setback> setbacks,
        Optional<Setback> unanswered) {

    History {
        accepted = Map.copyOf(accepted);
        setbacks = Map.copyOf(setbacks);
    }

    /** Nothing has happened. */
    static History empty() {
        return new History(Duration.ZERO, 0, Map.of(), Map.of(), Optional.empty());
    }

    Optional<Setback> setback(DynamoChange change) {
        return Optional.ofNullable(setbacks.get(change));
    }

    /** Whether the change is not tried any more. */
    boolean gaveUp(DynamoChange change) {
        return setback(change).filter(Setback::isFinal).isPresent();
    }

    boolean wasAccepted(DynamoChange change) {
        return accepted.containsKey(change);
    }

    /** The time since our CreateTable was accepted, if it was. */
    Optional<Duration> sinceCreated() {
        return accepted.entrySet().stream()
                .filter(entry -> entry.getKey() instanceof CreateDynamoTable)
                .map(entry -> now.minus(entry.getValue()))
                .findFirst();
    }

    /** Whether the table is of this run. */
    boolean hasCreated() {
        return sinceCreated().isPresent();
    }

    /** How long to wait until the change may be tried again; zero where it may be now. */
    Duration pause(DynamoChange change) {
        return setback(change)
                .map(setback -> setback.notBefore().minus(now))
                .filter(Duration::isPositive)
                .orElse(Duration.ZERO);
    }

    History at(Duration time) {
        return new History(time, looks, accepted, setbacks, unanswered);
    }

    History unanswered(Optional<Setback> setback) {
        return new History(now, looks, accepted, setbacks, setback);
    }

    History waited() {
        return new History(now, looks + 1, accepted, setbacks, unanswered);
    }

    History accepted(DynamoChange change) {
        Map<DynamoChange, Duration> more = new HashMap<>(accepted);
        more.put(change, now);
        Map<DynamoChange, Setback> rest = new HashMap<>(setbacks);
        rest.remove(change);
        return new History(now, 0, more, rest, unanswered);
    }

    History refused(DynamoChange change, Setback setback) {
        Map<DynamoChange, Setback> more = new HashMap<>(setbacks);
        more.put(change, setback);
        return new History(now, 0, accepted, more, unanswered);
    }
}

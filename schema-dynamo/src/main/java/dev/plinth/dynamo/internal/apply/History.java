package dev.plinth.dynamo.internal.apply;

import dev.plinth.diff.DynamoChange;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What has happened to a table in this run. It is never stored: another run starts from what it sees.
 *
 * @param sinceCreated the time since our CreateTable was accepted, if it was
 * @param looks how many looks in a row ended in waiting
 * @param accepted the changes whose requests were accepted
 * @param setbacks what went wrong last, by change
 */
record History(
        Optional<Duration> sinceCreated, int looks, Set<DynamoChange> accepted, Map<DynamoChange, Setback> setbacks) {

    History {
        accepted = Set.copyOf(accepted);
        setbacks = Map.copyOf(setbacks);
    }

    /** Nothing has happened. */
    static History empty() {
        return new History(Optional.empty(), 0, Set.of(), Map.of());
    }

    Optional<Setback> setback(DynamoChange change) {
        return Optional.ofNullable(setbacks.get(change));
    }

    /** Whether the change is not tried any more. */
    boolean gaveUp(DynamoChange change) {
        return setback(change).filter(Setback::isFinal).isPresent();
    }

    History createdSince(Optional<Duration> time) {
        return new History(time, looks, accepted, setbacks);
    }

    History waited() {
        return new History(sinceCreated, looks + 1, accepted, setbacks);
    }

    History accepted(DynamoChange change) {
        Set<DynamoChange> more = new HashSet<>(accepted);
        more.add(change);
        Map<DynamoChange, Setback> rest = new HashMap<>(setbacks);
        rest.remove(change);
        return new History(sinceCreated, 0, more, rest);
    }

    History refused(DynamoChange change, Setback setback) {
        Map<DynamoChange, Setback> more = new HashMap<>(setbacks);
        more.merge(change, setback, Setback::after);
        return new History(sinceCreated, 0, accepted, more);
    }
}

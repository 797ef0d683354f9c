package dev.plinth.diff;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How a live table falls short of the declared one.
 *
 * @param missing what can be added, in the order in which it is best added
 * @param begun what somebody has begun to add and is not complete yet
 * @param notOffered what the endpoint does not know, with the reason
 * @param unreadable what could not be looked at, with the reason
 * @param givenUp what was begun and the service gave up, with the reason; it is {@code missing} as well
 */
public record DynamoDifference(
        List<DynamoChange> missing,
        List<DynamoChange> begun,
        Map<DynamoChange, String> notOffered,
        Map<DynamoChange, String> unreadable,
        Map<DynamoChange, String> givenUp,
        List<Drift> drift) {

    public DynamoDifference {
        missing = List.copyOf(missing);
        begun = List.copyOf(begun);
        notOffered = Collections.unmodifiableMap(new LinkedHashMap<>(notOffered));
        unreadable = Collections.unmodifiableMap(new LinkedHashMap<>(unreadable));
        givenUp = Collections.unmodifiableMap(new LinkedHashMap<>(givenUp));
        drift = List.copyOf(drift);
    }

    /** Everything that is not complete, for whatever reason. */
    public List<DynamoChange> incomplete() {
        return Stream.of(begun, missing, notOffered.keySet(), unreadable.keySet())
                .flatMap(changes -> changes.stream())
                .distinct()
                .toList();
    }
}

package dev.plinth.diff;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a comparison found.
 *
 * @param missing what the schema declares and the store does not have, unordered as to dependencies
 * @param obstructed what is missing too but cannot be added, with the reason: something it needs is there and differs
 * @param drift what exists and differs
 */
public record Difference<C extends Change>(List<C> missing, Map<C, String> obstructed, List<Drift> drift) {
    public Difference {
        missing = List.copyOf(missing);
        obstructed = Collections.unmodifiableMap(new LinkedHashMap<>(obstructed));
        drift = List.copyOf(drift);
    }

    /** A difference in which everything missing can be added. */
    public Difference(List<C> missing, List<Drift> drift) {
        this(missing, Map.of(), drift);
    }
}

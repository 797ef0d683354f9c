package dev.plinth.diff;

import java.util.List;

/**
 * What a comparison found.
 *
 * @param missing what the schema declares and the store does not have, unordered as to dependencies
 * @param drift what exists and differs
 */
public record Difference<C extends Change>(List<C> missing, List<Drift> drift) {
    public Difference {
        missing = List.copyOf(missing);
        drift = List.copyOf(drift);
    }
}

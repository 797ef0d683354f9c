package dev.plinth.rule;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What occurs more than once. */
final class Duplicates {

    private Duplicates() {}

    /** The elements that were there before, each once, in order. */
    static <T> List<T> of(Collection<T> elements) {
        Set<T> seen = new HashSet<>();
        Set<T> repeated = new LinkedHashSet<>();
        for (T element : elements) {
            if (!seen.add(element)) {
                repeated.add(element);
            }
        }
        return List.copyOf(repeated);
    }
}

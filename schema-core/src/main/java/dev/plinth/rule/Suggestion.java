package dev.plinth.rule;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The name that was probably meant. */
public final class Suggestion {

    /** Beyond two edits a suggestion is more often wrong than right. */
    private static final int MAX_DISTANCE = 2;

    private Suggestion() {}

    /** {@code Did you mean "tenants"?}, or what to do instead where no name is near. */
    public static String orElse(String unknown, Collection<String> known, String otherwise) {
        return nearest(unknown, known)
                .map(name -> "Did you mean \"" + name + "\"?")
                .orElse(otherwise);
    }

    /** The known name with the fewest edits, of several the first in the alphabet. */
    public static Optional<String> nearest(String unknown, Collection<String> known) {
        return known.stream()
                .filter(name -> distance(unknown, name) <= Math.min(MAX_DISTANCE, unknown.length() / 2))
                .min(Comparator.<String>comparingInt(name -> distance(unknown, name))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** The number of inserted, deleted and replaced characters between two words (Levenshtein). */
    static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}

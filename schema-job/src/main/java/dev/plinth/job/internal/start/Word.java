package dev.plinth.job.internal.start;

import dev.plinth.job.settings.UsageException;
import dev.plinth.rule.Suggestion;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A constant as people write it on a command line: {@code global-index} for {@code GLOBAL_INDEX}. */
public final class Word {

    private Word() {}

    /** What to write for the constant. */
    public static String of(Enum<?> constant) {
        return normal(constant.name());
    }

    /** @throws UsageException when there is no such constant, with the one that was probably meant */
    public static <E extends Enum<E>> E of(String option, String word, Class<E> type) {
        requireKnown(option, word, allOf(type));
        return Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** What to write for the constants of a type. */
    public static <E extends Enum<E>> List<String> allOf(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Word::of).toList();
    }

    /** The constants of a type that are among the words; what the other words mean, another type knows. */
    public static <E extends Enum<E>> List<E> among(List<String> words, Class<E> type) {
        List<String> normal = words.stream().map(Word::normal).toList();
        return Arrays.stream(type.getEnumConstants()).filter(it -> normal.contains(of(it))).toList();
    }

    /** @throws UsageException when the word is none of these, with the one that was probably meant */
    public static void requireKnown(String option, String word, List<String> known) {
        if (!known.contains(normal(word))) {
            throw new UsageException(option + " " + word + " is not known. "
                    + Suggestion.orElse(word, known, "Write one of " + String.join(", ", known) + "."));
        }
    }

    private static String normal(String word) {
        return word.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

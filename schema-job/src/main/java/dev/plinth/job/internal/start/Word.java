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
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws UsageException when there is no such constant, with the one that was probably meant */
    public static <E extends Enum<E>> E of(String option, String word, Class<E> type) {
        E[] constants = type.getEnumConstants();
        List<String> words = Arrays.stream(constants).map(Word::of).toList();
        int place = words.indexOf(word.toLowerCase(Locale.ROOT).replace('_', '-'));
        if (place < 0) {
            throw new UsageException(option + " " + word + " is not known. "
                    + Suggestion.orElse(word, words, "Write one of " + String.join(", ", words) + "."));
        }
        return constants[place];
    }
}

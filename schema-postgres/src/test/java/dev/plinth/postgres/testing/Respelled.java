package dev.plinth.postgres.testing;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A dump in one of the two spellings that PostgreSQL has for {@code varchar_column IN ('a', 'b')}: what it prints of the text
 * that a person wrote, it prints otherwise once it has read that.
 */
public final class Respelled {

    private static final String VALUE = "(?:'(?:[^']|'')*'::character varying(?:\\(\\d+\\))?)";
    private static final Pattern LIST =
            Pattern.compile("\\(ARRAY\\[(" + VALUE + "(?:, " + VALUE + ")*)\\]\\)::text\\[\\]");
    private static final Pattern ONE = Pattern.compile(VALUE);

    private Respelled() {}

    /** The spelling that does not change any more. */
    public static String of(String dump) {
        return LIST.matcher(dump)
                .replaceAll(list -> Matcher.quoteReplacement(
                        "ARRAY[" + ONE.matcher(list.group(1)).replaceAll("($0)::text") + "]"));
    }
}

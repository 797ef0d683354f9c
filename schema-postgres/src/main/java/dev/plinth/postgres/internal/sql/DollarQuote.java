package dev.plinth.postgres.internal.sql;

import java.util.stream.IntStream;

/**
 * Text between dollar quotes, in which nothing has to be escaped.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-syntax-lexical.html">Dollar-Quoted String Constants</a>
 */
public final class DollarQuote {

    private DollarQuote() {}

    /** The text between {@code $tag$} and {@code $tag$}, with a number behind the tag where the text has it itself. */
    public static String quote(String text, String tag) {
        String delimiter = IntStream.iterate(1, i -> i + 1)
                .mapToObj(i -> "$" + tag + (i == 1 ? "" : i) + "$")
                .filter(candidate -> endsFirstAfter(text, candidate))
                .findFirst()
                .orElseThrow();
        return delimiter + text + delimiter;
    }

    /** Also false where the end of the text and the beginning of the delimiter would make a delimiter. */
    private static boolean endsFirstAfter(String text, String delimiter) {
        return (text + delimiter).indexOf(delimiter) == text.length();
    }
}

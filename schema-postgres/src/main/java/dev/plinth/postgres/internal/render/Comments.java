package dev.plinth.postgres.internal.render;

import java.util.stream.Collectors;

/** Descriptions as SQL comments; no line break of a description ends a comment. */
final class Comments {

    private Comments() {}

    /** The text with every run of white space as one blank. */
    static String oneLine(String text) {
        return text.strip().replaceAll("[\\s\\v]+", " ");
    }

    /** Every line of the text behind {@code --}. */
    static String lines(String text) {
        return text.strip()
                .lines()
                .map(line -> ("-- " + line.stripTrailing().replaceAll("\\v", " ")).stripTrailing())
                .collect(Collectors.joining("\n"));
    }
}

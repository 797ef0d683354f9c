package dev.plinth.examples.domainflow;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the program can be asked. */
enum Verb {
    PLAN,
    APPLY,
    VERIFY,
    DDL,
    REQUESTS;

    static Optional<Verb> of(String word) {
        return Arrays.stream(values()).filter(verb -> verb.word().equals(word)).findFirst();
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

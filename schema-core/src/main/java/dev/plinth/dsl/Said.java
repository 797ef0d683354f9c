package dev.plinth.dsl;

import org.jspecify.annotations.Nullable;

/** Something of a DynamoDB table that is said once or not at all. */
final class Said<T> {

    private final String word;
    private @Nullable T value;
    private String spelling = "";

    /**
     * @param word what it is called in messages
     */
    Said(String word) {
        this.word = word;
    }

    void say(DynamoDraft table, T wanted, String spelled) {
        table.requireOpen();
        if (value != null) {
            throw table.refusal(word + " was already set to " + spelling, "Say it once.");
        }
        value = wanted;
        spelling = spelled;
    }

    @Nullable
    T orNull() {
        return value;
    }

    T orElse(T other) {
        return value == null ? other : value;
    }
}

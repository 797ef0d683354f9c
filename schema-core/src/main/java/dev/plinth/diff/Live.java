package dev.plinth.diff;

import java.util.List;

/**
 * A live object in the words of the model, and what the model has no word for.
 *
 * @param state whether it is fully in force
 * @param unmodelled what the object has beyond the model, one phrase each, as it would stand in SQL; a declared object
 *     never has it, so each is a difference
 */
public record Live<T>(T object, State state, List<String> unmodelled) {
    public Live {
        unmodelled = List.copyOf(unmodelled);
    }

    /** Whether an object is fully in force. */
    public enum State {
        USABLE,
        /** Usable, and there because the table above has it: it can stand for what is declared, and counts for nothing else. */
        INHERITED,
        /** An index whose build was interrupted or goes on ({@code indisvalid} is false). */
        INVALID_INDEX
    }

    /** Whether it does what such an object does. */
    public boolean isUsable() {
        return state != State.INVALID_INDEX;
    }

    /** A usable object that the model describes wholly. */
    public static <T> Live<T> usable(T object) {
        return new Live<>(object, State.USABLE, List.of());
    }
}

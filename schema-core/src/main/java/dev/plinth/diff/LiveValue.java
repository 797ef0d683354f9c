package dev.plinth.diff;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is known of a part of a live object. Nothing is asked about a part that the schema does not declare, and not every
 * endpoint and not every caller gets an answer.
 */
public sealed interface LiveValue<T> {

    /** It is there. */
    record Present<T>(T value) implements LiveValue<T> {}

    /** Somebody has begun to set it; it is there soon. */
    record Arriving<T>(T value) implements LiveValue<T> {}

    /** It is not there. */
    record Absent<T>() implements LiveValue<T> {}

    /** Nobody asked, because the schema does not declare it. */
    record NotAsked<T>() implements LiveValue<T> {}

    /**
     * The endpoint does not know such a thing, as emulators do not know everything.
     *
     * @param reason for people
     */
    record NotOffered<T>(String reason) implements LiveValue<T> {}

    /**
     * It could not be read.
     *
     * @param reason for people, with what to do
     */
    record Unreadable<T>(String reason) implements LiveValue<T> {}

    /**
     * Somebody has begun to set it, and the service gave up.
     *
     * @param reason for people
     */
    record GivenUp<T>(String reason) implements LiveValue<T> {}

    /** The value, if it is there or arriving. */
    default Optional<T> settled() {
        return switch (this) {
            case Present<T>(T value) -> Optional.of(value);
            case Arriving<T>(T value) -> Optional.of(value);
            case Absent<T>() -> Optional.empty();
            case NotAsked<T>() -> Optional.empty();
            case NotOffered<T>(String reason) -> Optional.empty();
            case Unreadable<T>(String reason) -> Optional.empty();
            case GivenUp<T>(String reason) -> Optional.empty();
        };
    }

    /** A value that is there, or is not. */
    static <T> LiveValue<T> of(Optional<T> value) {
        return value.<LiveValue<T>>map(Present::new).orElseGet(Absent::new);
    }

    /** What is known of a part of the value; absent where the value has no such part. */
    default <P> LiveValue<P> map(Function<T, Optional<P>> part) {
        return switch (this) {
            case Present<T>(T value) -> of(part.apply(value));
            case Arriving<T>(T value) -> part.apply(value).<LiveValue<P>>map(Arriving::new).orElseGet(Absent::new);
            case Absent<T>() -> new Absent<>();
            case NotAsked<T>() -> new NotAsked<>();
            case NotOffered<T>(String reason) -> new NotOffered<>(reason);
            case Unreadable<T>(String reason) -> new Unreadable<>(reason);
            case GivenUp<T>(String reason) -> new GivenUp<>(reason);
        };
    }

    /** What is known of one of several things. */
    static <P> LiveValue<P> at(String key, LiveValue<Map<String, LiveValue<P>>> all) {
        return all instanceof Present<Map<String, LiveValue<P>>>(Map<String, LiveValue<P>> values)
                ? values.getOrDefault(key, new Absent<>())
                : all.map(values -> Optional.empty());
    }
}

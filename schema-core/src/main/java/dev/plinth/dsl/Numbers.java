package dev.plinth.dsl;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Arguments that are numbers, as they stand in a call. */
final class Numbers {

    private Numbers() {}

    static String of(long... values) {
        return Arrays.stream(values).mapToObj(Long::toString).collect(Collectors.joining(", "));
    }
}

package dev.plinth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.plinth.dsl.DslException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Where a refusal of the DSL points to. */
final class GuiltyLine {

    private GuiltyLine() {}

    /**
     * Asserts that a call is refused and that the first frame of the application is the guilty line.
     *
     * @param test the class with the call
     * @param guilty a part of the source line
     * @param message the whole message, with LINE for the number of that line
     */
    static void assertRefused(Class<?> test, ThrowingCallable call, String guilty, String message) {
        DslException refusal = catchThrowableOfType(DslException.class, call);
        assertThat(refusal).as("a refusal of " + guilty).isNotNull();
        StackTraceElement frame = Arrays.stream(refusal.getStackTrace())
                .filter(it -> !it.getClassName().startsWith("dev.plinth.dsl."))
                .filter(it -> !it.getClassName().startsWith("java."))
                .findFirst()
                .orElseThrow();
        assertThat(frame.getClassName()).isEqualTo(test.getName());
        assertThat(sourceLine(test, frame.getLineNumber())).contains(guilty);
        assertThat(refusal).hasMessage(message.replace("LINE", Integer.toString(frame.getLineNumber())));
    }

    private static String sourceLine(Class<?> test, int number) {
        Path source = Path.of("src/test/java", test.getName().replace('.', '/') + ".java");
        try {
            return Files.readAllLines(source).get(number - 1);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

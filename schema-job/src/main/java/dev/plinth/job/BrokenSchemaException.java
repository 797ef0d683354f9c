package dev.plinth.job;

import dev.plinth.rule.InvalidSchemaException;
import java.util.Arrays;

/** The class of a schema cannot be initialised; the message says what is wrong with the schema, and where. */
final class BrokenSchemaException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private BrokenSchemaException(String message, Throwable cause) {
        super(message, cause);
    }

    static BrokenSchemaException of(String type, LinkageError error) {
        Throwable reason = error.getCause() == null ? error : error.getCause();
        String what = reason instanceof InvalidSchemaException || reason instanceof IllegalArgumentException
                ? String.valueOf(reason.getMessage())
                : reason.toString();
        return new BrokenSchemaException(type + " cannot be used: " + what + place(reason), error);
    }

    /** The line of the application that is to be mended. */
    private static String place(Throwable reason) {
        return Arrays.stream(reason.getStackTrace())
                .filter(frame -> isOfApplication(frame.getClassName()))
                .findFirst()
                .map(frame -> "\n  at " + frame)
                .orElse("");
    }

    private static boolean isOfApplication(String type) {
        boolean library = type.startsWith("dev.plinth.") && !type.startsWith("dev.plinth.examples.");
        return !library && !type.startsWith("java.") && !type.startsWith("jdk.");
    }
}

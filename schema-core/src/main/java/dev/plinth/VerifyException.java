package dev.plinth;

import org.jspecify.annotations.Nullable;

/** A store could not be verified, or has a {@link Finding} that {@link SchemaInitializer#failOn} forbids. */
public final class VerifyException extends PlinthException {

    private static final long serialVersionUID = 1L;

    private final transient Report report;

    /** The message names what was found first. */
    public VerifyException(String message, Report report, @Nullable Throwable cause) {
        super(message, cause);
        this.report = report;
    }

    /** What is missing, what differs, what is unmanaged. */
    public Report report() {
        return report;
    }
}

package dev.plinth;

import org.jspecify.annotations.Nullable;

/**
 * An apply failed in a store, or left a {@link Finding} that {@link SchemaInitializer#failOn} forbids. Whatever could be
 * done was done, in every store; the report says what.
 */
public final class ApplyException extends PlinthException {

    private static final long serialVersionUID = 1L;

    private final transient Report report;

    /** The message names what failed first and how much was done. */
    public ApplyException(String message, Report report, @Nullable Throwable cause) {
        super(message, cause);
        this.report = report;
    }

    /** What was done, what is pending, what differs. */
    public Report report() {
        return report;
    }
}

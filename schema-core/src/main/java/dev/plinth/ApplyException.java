package dev.plinth;

/** An apply, or a condition set by {@code failOn}, failed. The report says what was done all the same. */
public final class ApplyException extends PlinthException {

    private static final long serialVersionUID = 1L;

    private final transient Report report;

    /** The message names what failed first and how much was done. */
    public ApplyException(String message, Report report) {
        super(message);
        this.report = report;
    }

    /** What was done, what is pending, what differs. */
    public Report report() {
        return report;
    }
}

package dev.plinth.spring;

/** The beans and properties of the application do not say which schema goes where, or say something impossible. */
final class WiringException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String action;

    WiringException(String message, String action) {
        super(message);
        this.action = action;
    }

    /** What to write instead. */
    String action() {
        return action;
    }
}

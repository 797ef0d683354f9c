package dev.plinth;

import org.jspecify.annotations.Nullable;

/** A store could not be reached or inspected. */
public final class StoreException extends PlinthException {

    private static final long serialVersionUID = 1L;

    /** The message says which store, what was tried and what to do. */
    public StoreException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

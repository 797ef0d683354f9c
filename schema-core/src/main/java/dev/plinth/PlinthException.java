package dev.plinth;

import org.jspecify.annotations.Nullable;

/** What Plinth throws once a schema is built; never with a credential or a connection URL in its message. */
public abstract sealed class PlinthException extends RuntimeException
        permits StoreException, ApplyException, VerifyException {

    private static final long serialVersionUID = 1L;

    PlinthException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** Always says something. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}

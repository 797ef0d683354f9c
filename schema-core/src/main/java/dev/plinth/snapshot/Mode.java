package dev.plinth.snapshot;

import org.jspecify.annotations.Nullable;

/** Whether files are compared or written. */
enum Mode {
    COMPARE,
    UPDATE;

    /** The system property that asks for an update. */
    static final String PROPERTY = "plinth.snapshots";

    /** The environment variable that continuous integration sets. */
    static final String CI = "CI";

    private static final String UPDATE_VALUE = "update";

    /**
     * @param property the value of {@link #PROPERTY}; null or empty compares
     * @param ci the value of {@link #CI}
     */
    static Mode of(@Nullable String property, @Nullable String ci) {
        if (property == null || property.isEmpty()) {
            return COMPARE;
        }
        if (!property.equals(UPDATE_VALUE)) {
            throw new IllegalStateException(
                    "-D" + PROPERTY + "=" + property + ": the only value is " + UPDATE_VALUE
                            + "; leave it out to compare");
        }
        if ("true".equalsIgnoreCase(ci)) {
            throw new IllegalStateException("-D" + PROPERTY + "=" + property + " is refused where " + CI
                    + "=true: a build that writes its own expectations proves nothing; update on your machine and commit");
        }
        return UPDATE;
    }
}

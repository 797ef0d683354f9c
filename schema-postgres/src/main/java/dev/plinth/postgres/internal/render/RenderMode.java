package dev.plinth.postgres.internal.render;

/** How an addition is written. */
public enum RenderMode {
    /** One statement that fails where the object exists. */
    PLAIN,
    /**
     * Passes over an object that exists, by name: {@code IF NOT EXISTS} where PostgreSQL has it, a block that looks in
     * the catalogs where it has not.
     */
    RERUNNABLE,
    /**
     * For a table with rows: {@code CREATE INDEX CONCURRENTLY}; checks and foreign keys first NOT VALID, then validated
     * by a statement of its own, which belongs in another transaction. The rest is as in {@link #PLAIN}.
     */
    ONLINE
}

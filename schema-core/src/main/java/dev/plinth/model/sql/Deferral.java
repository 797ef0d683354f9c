package dev.plinth.model.sql;

/**
 * When a key, a foreign key or an exclusion constraint is checked.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-set-constraints.html">SET CONSTRAINTS</a>
 */
public enum Deferral {
    /** At the end of each statement, and for keys at each row: the default. */
    NOT_DEFERRABLE(""),
    /** At the end of each statement, unless a transaction says SET CONSTRAINTS ... DEFERRED. */
    DEFERRABLE("DEFERRABLE"),
    /** At the end of the transaction. */
    INITIALLY_DEFERRED("DEFERRABLE INITIALLY DEFERRED");

    private final String sql;

    Deferral(String sql) {
        this.sql = sql;
    }

    /** The SQL words; empty for the default. */
    public String sql() {
        return sql;
    }
}

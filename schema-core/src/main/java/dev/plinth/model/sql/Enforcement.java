package dev.plinth.model.sql;

/** For which rows a check or a foreign key holds. */
public enum Enforcement {
    /** For all rows: the default. */
    ENFORCED(""),
    /** For rows that are written from now on; those that exist were never checked, and are not meant to be. */
    NOT_VALID("NOT VALID"),
    /** For none: it is a note, of which the planner may make use. Since PostgreSQL 18. */
    NOT_ENFORCED("NOT ENFORCED");

    private final String sql;

    Enforcement(String sql) {
        this.sql = sql;
    }

    /** The SQL words; empty for the default. */
    public String sql() {
        return sql;
    }
}

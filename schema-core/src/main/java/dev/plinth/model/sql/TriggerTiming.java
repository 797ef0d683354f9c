package dev.plinth.model.sql;

/** When a trigger fires, relative to its event. */
public enum TriggerTiming {
    BEFORE("BEFORE"),
    AFTER("AFTER"),
    INSTEAD_OF("INSTEAD OF");

    private final String sql;

    TriggerTiming(String sql) {
        this.sql = sql;
    }

    /** The SQL words. */
    public String sql() {
        return sql;
    }
}

package dev.plinth.model.sql;

/** FOR EACH ROW or FOR EACH STATEMENT. */
public enum TriggerLevel {
    ROW,
    STATEMENT
}

package dev.plinth.model.sql;

/** What a trigger waits for. The order is the one in which PostgreSQL prints several. */
public enum TriggerEvent {
    INSERT,
    DELETE,
    UPDATE,
    TRUNCATE
}

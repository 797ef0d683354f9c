package dev.plinth.model.sql;

/**
 * What a trigger waits for. The order is the one in which PostgreSQL prints several. Each
 * is a privilege too.
 */
public enum TriggerEvent implements Privileged {
    INSERT,
    DELETE,
    UPDATE,
    TRUNCATE;

    @Override
    public Privilege privilege() {
        return Privilege.valueOf(name());
    }
}

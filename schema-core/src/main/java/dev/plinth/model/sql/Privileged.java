package dev.plinth.model.sql;

/** What GRANT can give. Some of its words are events of triggers too, and stand for the privilege of the same name. */
public sealed interface Privileged permits Privilege, TriggerEvent {

    /** The privilege. */
    Privilege privilege();
}

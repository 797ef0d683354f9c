package dev.plinth.model.sql;

/**
 * The sequence behind a serial or an identity column. It lives in the namespace of its table, and goes with its column.
 *
 * @param name given, or PostgreSQL's own default name
 */
public record OwnedSequence(String name, SequenceOptions options) {}

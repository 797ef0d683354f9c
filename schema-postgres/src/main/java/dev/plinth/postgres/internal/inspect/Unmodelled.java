package dev.plinth.postgres.internal.inspect;

/**
 * Something live that the model does not have.
 *
 * @param object with its kind: {@code event trigger audit}
 * @param fact what of it, as it would stand in SQL; empty for the whole object
 */
public record Unmodelled(String object, String fact) {}

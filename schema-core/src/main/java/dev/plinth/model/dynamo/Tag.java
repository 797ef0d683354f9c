package dev.plinth.model.dynamo;

/**
 * A tag of a table, for bills and policies: keys of 1 to 128 characters, values of up to 256, 50 tags a table.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Tagging.html">Tagging</a>
 */
public record Tag(String key, String value) {}

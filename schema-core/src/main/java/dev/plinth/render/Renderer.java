package dev.plinth.render;

import dev.plinth.model.Schema;

/**
 * Makes something out of a schema, without a connection: a SQL script, DynamoDB requests, a page of documentation. A
 * renderer is a pure function: equal schemas give equal results, on every machine and at any time.
 *
 * @param <T> what is made
 */
@FunctionalInterface
public interface Renderer<T> {

    /**
     * Renders the whole schema. What the renderer has no word for it leaves out: the SQL renderers ignore DynamoDB
     * tables, and the other way round.
     */
    T render(Schema schema);
}

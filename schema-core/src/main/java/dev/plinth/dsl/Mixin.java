package dev.plinth.dsl;

/**
 * A part that several tables have in common. Its statements stand in the table where {@link TableBuilder#include} is
 * called.
 *
 * @param <H> what the table gets to hold: a column handle, a record of several, or {@link Void}
 */
@FunctionalInterface
public interface Mixin<H> {

    /** Adds the part to a table. */
    H addTo(TableBuilder table);
}

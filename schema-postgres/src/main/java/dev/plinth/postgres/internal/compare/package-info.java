/**
 * Are two spellings of a type or an expression the same? Questions are made from the schema, answered by the server's
 * planner inside the inspection message, and read back as data. Nothing is decided here that the server did not say.
 */
@NullMarked
package dev.plinth.postgres.internal.compare;

import org.jspecify.annotations.NullMarked;

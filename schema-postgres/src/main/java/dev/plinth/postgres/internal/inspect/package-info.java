/**
 * From the catalogs to the model: one message with one query an object kind, and a reader for each. Reads only, takes no
 * lock, renders nothing; jOOQ must not be loaded from here.
 */
@NullMarked
package dev.plinth.postgres.internal.inspect;

import org.jspecify.annotations.NullMarked;

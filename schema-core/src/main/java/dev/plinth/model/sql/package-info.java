/**
 * A relational schema as immutable records: tables, columns, constraints, indexes, triggers, functions, extensions.
 * Data only: default names come from {@code naming}, checks from {@code rule}, SQL text from a renderer.
 */
@NullMarked
package dev.plinth.model.sql;

import org.jspecify.annotations.NullMarked;

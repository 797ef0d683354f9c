/**
 * SQL text made without jOOQ: quoting of identifiers and literals, the text of expressions. Inspection sends it to the
 * server and rendering writes it into statements, so both say the same; no statements here, and no jOOQ.
 */
@NullMarked
package dev.plinth.postgres.internal.sql;

import org.jspecify.annotations.NullMarked;

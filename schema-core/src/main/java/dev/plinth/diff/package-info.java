/**
 * What is missing and what differs, as data: a sealed vocabulary of additions, drift, and the comparison that finds
 * both. Pure functions of the declared schema, the live store and the store's answers; no I/O, no SQL text.
 */
@NullMarked
package dev.plinth.diff;

import org.jspecify.annotations.NullMarked;

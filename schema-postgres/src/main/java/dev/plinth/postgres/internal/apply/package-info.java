/**
 * Runs a plan on a live database: one connection, an advisory lock that is polled, transactions of bounded size, and
 * everything that a race, a lock or a lost connection can do to them. SQL text comes from the renderer.
 */
@NullMarked
package dev.plinth.postgres.internal.apply;

import org.jspecify.annotations.NullMarked;

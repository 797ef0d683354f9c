/**
 * From unordered additions to ordered steps: dependencies, hazards, and what has to wait or cannot be done. Pure
 * functions; statements and requests are filled in by the stores.
 */
@NullMarked
package dev.plinth.plan;

import org.jspecify.annotations.NullMarked;

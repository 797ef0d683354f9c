/**
 * Names and spellings as PostgreSQL itself chooses them, as pure functions. No schema is checked here and nothing is
 * rendered.
 */
@NullMarked
package dev.plinth.naming;

import org.jspecify.annotations.NullMarked;

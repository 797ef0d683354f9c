/**
 * Names and spellings as PostgreSQL itself chooses them, and SQL text as the words that it reads, as pure functions. No
 * schema is checked here and nothing is rendered.
 */
@NullMarked
package dev.plinth.naming;

import org.jspecify.annotations.NullMarked;

/**
 * Additions as SQL statements, made with jOOQ: its DSL where it has the word, its templates where it has none; one
 * renderer a kind of object. Nothing here talks to a server, and a plan without additions loads none of it.
 */
@NullMarked
package dev.plinth.postgres.internal.render;

import org.jspecify.annotations.NullMarked;

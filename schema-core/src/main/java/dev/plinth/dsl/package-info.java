/**
 * The language in which a schema is written: static entry points, and builders that live inside their lambda only. The
 * one place with mutable objects; what leaves it are records of the model.
 */
@NullMarked
package dev.plinth.dsl;

import org.jspecify.annotations.NullMarked;

/**
 * Describe, decide, call, and describe again until nothing is left to do. The decision is a pure function; the loop around
 * it sleeps on a clock that a test can replace.
 */
@NullMarked
package dev.plinth.dynamo.internal.apply;

import org.jspecify.annotations.NullMarked;

/**
 * JSON forms of schemas, plans and reports, with stable field names. The only package that knows a JSON library;
 * nothing else in Plinth depends on it, so an apply with nothing to do does not load one.
 */
@NullMarked
package dev.plinth.json;

import org.jspecify.annotations.NullMarked;

/**
 * What both families of stores share: the schema as a whole, and names. Immutable records only; nothing here knows a
 * driver, a renderer or a store.
 */
@NullMarked
package dev.plinth.model;

import org.jspecify.annotations.NullMarked;

/**
 * What can be wrong with a schema: problems as values, one rule a class, every rule a pure function of the model.
 * Knows the model and names only; nothing here looks at a store or throws away a problem.
 */
@NullMarked
package dev.plinth.rule;

import org.jspecify.annotations.NullMarked;

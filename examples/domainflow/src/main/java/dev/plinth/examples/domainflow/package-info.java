/**
 * A program that plans, applies and verifies the DomainFlow schema; {@link Main} is its whole interface. What the tables
 * are is said in {@code schema}, not here.
 */
@NullMarked
package dev.plinth.examples.domainflow;

import org.jspecify.annotations.NullMarked;

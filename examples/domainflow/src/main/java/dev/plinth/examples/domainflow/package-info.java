/** The DomainFlow schema and the program that plans, applies and verifies it. */
@NullMarked
package dev.plinth.examples.domainflow;

import org.jspecify.annotations.NullMarked;

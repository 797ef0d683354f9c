/**
 * The stores of the function and what the environment says of them. What is done with them, and where a password comes from, is
 * not said here.
 */
@NullMarked
package dev.plinth.examples.domainflow.lambda.stores;

import org.jspecify.annotations.NullMarked;

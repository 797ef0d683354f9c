/**
 * Lambda, played on one's own machine: a handler, an event from a file, a time-out, and nothing of AWS. What the function
 * does is not said here.
 */
@NullMarked
package dev.plinth.examples.domainflow.lambda.local;

import org.jspecify.annotations.NullMarked;

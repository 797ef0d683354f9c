/**
 * The function that brings the DomainFlow schema into being in a deployment: one {@link SchemaRun}, and a thin handler for
 * each way in which it is called. What the tables are, and how stores are opened, is said elsewhere.
 */
@NullMarked
package dev.plinth.examples.domainflow.lambda;

import org.jspecify.annotations.NullMarked;

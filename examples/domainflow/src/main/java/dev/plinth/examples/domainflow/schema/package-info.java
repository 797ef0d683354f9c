/**
 * The DomainFlow schema: seven tables of PostgreSQL and four of DynamoDB. Start at {@link DomainFlow}. Declarations only;
 * nothing here connects to anything.
 */
@NullMarked
package dev.plinth.examples.domainflow.schema;

import org.jspecify.annotations.NullMarked;

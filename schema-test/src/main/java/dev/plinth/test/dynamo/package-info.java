/**
 * A DynamoDB for tests: {@link dev.plinth.test.dynamo.FakeDynamoDb} is a client over a service in memory, on a
 * {@link dev.plinth.test.dynamo.VirtualClock}. It knows the AWS SDK and nothing of the library that it tests.
 */
@NullMarked
package dev.plinth.test.dynamo;

import org.jspecify.annotations.NullMarked;

/**
 * What an application holds to work with DynamoDB: {@link dev.plinth.dynamo.DynamoStore} for a live one,
 * {@link dev.plinth.dynamo.DynamoRequests} for the requests without one, {@link dev.plinth.dynamo.DynamoSchemas} for
 * reading and writing. Only the last knows the Enhanced client, and only {@link dev.plinth.dynamo.ApplicationAutoScaling} the
 * client of another service.
 */
@NullMarked
package dev.plinth.dynamo;

import org.jspecify.annotations.NullMarked;

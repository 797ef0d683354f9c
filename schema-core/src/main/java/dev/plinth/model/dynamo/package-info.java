/**
 * DynamoDB tables as immutable records, in the words of the CreateTable API. Data only: requests are made by a
 * renderer, and no class of the AWS SDK is known here.
 */
@NullMarked
package dev.plinth.model.dynamo;

import org.jspecify.annotations.NullMarked;

/**
 * The DynamoDB part of a job. The one package that is linked against {@code schema-dynamo} and the AWS SDK, and only loaded
 * where they are on the class path.
 */
@NullMarked
package dev.plinth.job.internal.dynamo;

import org.jspecify.annotations.NullMarked;

/**
 * From the model to the resources of a CloudFormation stack, as maps and lists. Pure functions of the model; the AWS SDK is not
 * known here, and nothing is sent.
 */
@NullMarked
package dev.plinth.dynamo.internal.cloudformation;

import org.jspecify.annotations.NullMarked;

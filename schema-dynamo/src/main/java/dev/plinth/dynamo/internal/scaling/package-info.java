/**
 * Application Auto Scaling through its module of the AWS SDK, which is optional: nothing outside this package and
 * {@link dev.plinth.dynamo.ApplicationAutoScaling} may name a type of it. Nothing is deregistered or overwritten from here.
 */
@NullMarked
package dev.plinth.dynamo.internal.scaling;

import org.jspecify.annotations.NullMarked;

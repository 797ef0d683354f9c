/**
 * The function of {@code domainflow-lambda} as a construct for the AWS CDK, and a stack that holds nothing else. What the function
 * does is not said here.
 */
@NullMarked
package dev.plinth.examples.domainflow.cdk;

import org.jspecify.annotations.NullMarked;

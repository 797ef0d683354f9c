/** Tests of the DynamoDB store, on DynamoDB Local and on a fake service with a clock of its own. */
@NullMarked
package dev.plinth.dynamo;

import org.jspecify.annotations.NullMarked;

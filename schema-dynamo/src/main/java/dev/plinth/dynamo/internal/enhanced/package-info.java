/**
 * Table schemas of the Enhanced client beside the model: made from it, and compared with it. Only here and in
 * {@code DynamoSchemas} is the Enhanced client known, so that a store does without it.
 */
@NullMarked
package dev.plinth.dynamo.internal.enhanced;

import org.jspecify.annotations.NullMarked;

/** DynamoDB: the store, its requests and the table schemas of the Enhanced client. */
@NullMarked
package dev.plinth.dynamo;

import org.jspecify.annotations.NullMarked;

/**
 * From a live table to records of {@code dev.plinth.diff}: one DescribeTable a table, and one more call where the schema
 * declares point-in-time recovery. Nothing is changed from here.
 */
@NullMarked
package dev.plinth.dynamo.internal.inspect;

import org.jspecify.annotations.NullMarked;

/**
 * From a live table to records of {@code dev.plinth.diff}: one DescribeTable a table, and one more call for each declared part
 * that it does not tell of. Nothing is changed from here.
 */
@NullMarked
package dev.plinth.dynamo.internal.inspect;

import org.jspecify.annotations.NullMarked;

/**
 * JSON and YAML as text, and back to maps, lists and values. Knows neither the model nor the AWS SDK. What is written has one
 * layout: two spaces an indentation, LF everywhere, also at the end.
 */
@NullMarked
package dev.plinth.dynamo.internal.json;

import org.jspecify.annotations.NullMarked;

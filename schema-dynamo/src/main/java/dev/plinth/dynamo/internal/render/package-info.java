/**
 * From the model to requests of the AWS SDK, and from those to JSON. Pure functions; nothing is sent from here.
 */
@NullMarked
package dev.plinth.dynamo.internal.render;

import org.jspecify.annotations.NullMarked;

/**
 * One kind of client for the rest of Plinth: an asynchronous client of the SDK as a synchronous one. Nothing is decided or
 * changed here.
 */
@NullMarked
package dev.plinth.dynamo.internal.client;

import org.jspecify.annotations.NullMarked;

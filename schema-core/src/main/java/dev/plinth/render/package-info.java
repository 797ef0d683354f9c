/**
 * The contract of everything that can be made from a schema without a store: SQL scripts, requests, documents.
 * Implementations live with the store they speak to, or in the application.
 */
@NullMarked
package dev.plinth.render;

import org.jspecify.annotations.NullMarked;

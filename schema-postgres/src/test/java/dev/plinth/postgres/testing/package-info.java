/**
 * PostgreSQL for tests: servers, throw-away databases, dumps, a proxy that counts and cuts. Nothing here calls the
 * code under test, so what it says about a database is an independent witness.
 */
@NullMarked
package dev.plinth.postgres.testing;

import org.jspecify.annotations.NullMarked;

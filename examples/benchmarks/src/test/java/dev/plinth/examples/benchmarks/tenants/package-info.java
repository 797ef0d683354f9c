/**
 * One schema for many namespaces of a PostgreSQL database, beside {@code psql} with the same statements and as many
 * connections. The server is named by environment variables; each round has a database of its own.
 */
package dev.plinth.examples.benchmarks.tenants;

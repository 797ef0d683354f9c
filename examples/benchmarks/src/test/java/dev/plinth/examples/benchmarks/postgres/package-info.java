/**
 * One schema of many tables in one PostgreSQL database, beside the same statements as JDBC batches and plain catalog queries.
 * No test is timed here.
 */
package dev.plinth.examples.benchmarks.postgres;

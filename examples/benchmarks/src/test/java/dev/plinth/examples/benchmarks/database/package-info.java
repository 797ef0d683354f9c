/**
 * A PostgreSQL to measure on, named by environment variables, and the plainest way to read its catalogs. It knows nothing of
 * what is measured.
 */
package dev.plinth.examples.benchmarks.database;

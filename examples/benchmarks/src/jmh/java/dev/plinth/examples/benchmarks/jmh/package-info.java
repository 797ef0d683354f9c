/**
 * What runs without a database: rendering and comparing schemas of few, many and very many tables, by JMH. Nothing else of the
 * benchmarks needs JMH, and nothing here connects to anything.
 */
package dev.plinth.examples.benchmarks.jmh;

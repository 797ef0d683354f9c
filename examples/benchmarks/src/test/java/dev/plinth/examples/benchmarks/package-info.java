/**
 * The core of the benchmarks: two ways to the same end, run in turn in one process, and the ratio of their medians. Each
 * benchmark has a package of its own. Nothing here is timed in a test.
 */
package dev.plinth.examples.benchmarks;

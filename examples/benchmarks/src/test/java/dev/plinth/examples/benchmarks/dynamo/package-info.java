/**
 * A hundred DynamoDB tables with two indexes each on DynamoDB Local, in a process of its own: to create them, and to find that
 * nothing is missing. No number from here says anything about the service itself, which takes seconds to create a table.
 */
package dev.plinth.examples.benchmarks.dynamo;

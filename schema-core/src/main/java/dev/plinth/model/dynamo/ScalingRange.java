package dev.plinth.model.dynamo;

/**
 * Between which capacities auto scaling may move, and what it aims at.
 *
 * @param targetUtilization percent of the capacity that is to be in use, 20 to 90
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/AutoScaling.html">Auto scaling</a>
 */
public record ScalingRange(long minCapacity, long maxCapacity, int targetUtilization) {}

package dev.plinth.dynamo;

/**
 * How long an apply waits for indexes that are added to tables that exist. DynamoDB takes 8 to 17 minutes for each, also
 * on an empty table, and adds one at a time to a table; indexes that are created with their table take seconds and are
 * always waited for. What is not waited for is pending in the report, and the next apply goes on.
 */
public enum IndexWait {
    /** Asks for one missing index of every table that takes it at once, and waits for nothing. */
    NONE,
    /**
     * Waits until one missing index of every table is being built, by whomever. For services that apply at their start
     * and must not miss their health check.
     */
    STARTED,
    /** Waits until every index can be queried, as far as the deadline allows. For deployment steps. */
    ACTIVE
}

package dev.plinth.test.dynamo;

import java.time.Duration;

/**
 * A request for a change that the service accepted, whether or not its answer arrived.
 *
 * @param at on the clock of the test
 * @param tableId tells a table from another one that had its name before
 * @param what in the table it concerned: the index, the member, the tags that were new; can be empty
 * @param effective whether anything is different now; asked for twice, many changes are accepted and do nothing
 */
public record AcceptedChange(
        Duration at, String operation, String table, String tableId, String what, boolean effective) {

    @Override
    public String toString() {
        return (operation + " " + table + " " + what).strip();
    }
}

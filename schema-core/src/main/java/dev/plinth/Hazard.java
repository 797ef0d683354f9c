package dev.plinth;

/**
 * What somebody should know before a step runs on a live store.
 *
 * @param kind for programs
 * @param message for people: what happens and for how long
 */
public record Hazard(Kind kind, String message) {

    /** The kinds of hazard. */
    public enum Kind {
        /** Writers to a table wait while the step runs. */
        BLOCKS_WRITES,
        /** The table is read as a whole. */
        SCANS_TABLE,
        /** The table is written anew. */
        REWRITES_TABLE,
        /** The step takes long or costs money while it runs. */
        TAKES_LONG,
        /** Writes that used to be accepted will be refused afterwards. */
        REJECTS_WRITES,
        /** Writes do something else than before, or something more. */
        CHANGES_WRITES,
        /** Data that is there goes. */
        DELETES_DATA,
        /** Who may do what changes. */
        CHANGES_ACCESS,
        /** It is paid for from then on. */
        COSTS_MONEY
    }
}

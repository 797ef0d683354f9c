package dev.plinth.postgres;

/**
 * Additions that have consequences for whoever uses a table already. An apply makes them on tables that are new or empty;
 * elsewhere they are blocked, until {@link PostgresStore#allow} allows them.
 */
public enum GuardedAddition {
    /** Nobody reads or writes the table while its index is built and every row is compared with the others. */
    EXCLUSION_CONSTRAINT(
            "an exclusion constraint cannot be built beside the use of a table: nobody reads or writes it meanwhile"),

    /** From then on writes do something more, or fail, for programs that know nothing of it too. */
    TRIGGER("a trigger changes what every write to the table does, for programs that know nothing of it too");

    private final String consequence;

    GuardedAddition(String consequence) {
        this.consequence = consequence;
    }

    /** What it does to whoever uses the table, for people. */
    public String consequence() {
        return consequence;
    }
}

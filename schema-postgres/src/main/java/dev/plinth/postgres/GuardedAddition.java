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
    TRIGGER("a trigger changes what every write to the table or view does, for programs that know nothing of it too"),

    /** From then on a statement on the table or view does something else, or something besides. */
    RULE("a rule changes what statements on a table or view do that is in use"),

    /** From then on inserts through the view that give no value write another one than before. */
    VIEW_DEFAULT("a default of a view changes what inserts through it write, for programs that know nothing of it too"),

    /** From one moment to the next somebody sees fewer rows of the table, or more: its policies, and that they count. */
    ROW_LEVEL_SECURITY("row level security decides who sees which rows of a table that is in use"),

    /** On an object that is there already, a table without rows included: somebody may do what he could not do before. */
    GRANT("a grant lets somebody do with an object that is there already what could not be done before");

    private final String consequence;

    GuardedAddition(String consequence) {
        this.consequence = consequence;
    }

    /** What it does to whoever uses the table, for people. */
    public String consequence() {
        return consequence;
    }
}

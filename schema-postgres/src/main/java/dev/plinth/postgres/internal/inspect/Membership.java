package dev.plinth.postgres.internal.inspect;

/** Whether an object belongs to another one, and comes and goes with it, as SQL. */
final class Membership {

    private Membership() {}

    /**
     * Neither of an extension nor made with something else, as a range type makes functions and casts. A partitioned table
     * depends in that way on its own columns, so relations are only asked for extensions.
     */
    static String isNone(String catalog, String oid) {
        return "NOT EXISTS (SELECT FROM pg_depend m WHERE m.classid = '" + catalog + "'::regclass AND m.objid = " + oid
                + " AND m.deptype " + (catalog.equals("pg_class") ? "= 'e')" : "IN ('e', 'i'))");
    }

    /** Not of an extension, whatever else it was made with, as the type of a composite is. */
    static String isOfNoExtension(String catalog, String oid) {
        return "NOT EXISTS (SELECT FROM pg_depend m WHERE m.classid = '" + catalog + "'::regclass AND m.objid = " + oid
                + " AND m.deptype = 'e')";
    }
}

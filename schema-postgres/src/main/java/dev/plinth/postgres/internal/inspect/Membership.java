package dev.plinth.postgres.internal.inspect;

/** Whether an object belongs to another one, and comes and goes with it, as SQL. */
final class Membership {

    private Membership() {}

    /**
     * Neither of an extension nor made with something else, as a range type makes functions and casts. A partitioned table
     * depends in that way on its own columns, so relations are only asked for extensions.
     */
    static String isNone(String catalog, String oid) {
        String others = catalog.equals("pg_class") ? "'e'" : "'e', 'i'";
        return "NOT " + depends("'" + catalog + "'::regclass", oid, others);
    }

    /**
     * Not of an extension, whatever else it was made with, as the type of a composite is.
     *
     * @param catalog where the object is, as SQL
     */
    static String isOfNoExtension(String catalog, String oid) {
        return "NOT " + isOfExtension(catalog, oid);
    }

    /** @param catalog where the object is, as SQL */
    static String isOfExtension(String catalog, String oid) {
        return depends(catalog, oid, "'e'");
    }

    /** The name of the extension that has it, null for none. */
    static String extensionOf(String catalog, String oid) {
        return "(SELECT e.extname FROM pg_depend m JOIN pg_extension e ON e.oid = m.refobjid WHERE m.classid = '"
                + catalog
                + "'::regclass AND m.objid = " + oid
                + " AND m.refclassid = 'pg_extension'::regclass AND m.deptype = 'e')";
    }

    private static String depends(String catalog, String oid, String how) {
        return "EXISTS (SELECT FROM pg_depend m WHERE m.classid = " + catalog + " AND m.objid = " + oid
                + " AND m.deptype IN (" + how + "))";
    }
}

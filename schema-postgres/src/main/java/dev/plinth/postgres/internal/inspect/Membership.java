package dev.plinth.postgres.internal.inspect;

/** Whether an object belongs to another one, and comes and goes with it, as SQL inside of which {@code member} and {@code owner} are taken. */
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
        return "(SELECT owner.extname FROM pg_depend member JOIN pg_extension owner ON owner.oid = member.refobjid"
                + " WHERE member.classid = '" + catalog + "'::regclass AND member.objid = " + oid
                + " AND member.refclassid = 'pg_extension'::regclass AND member.deptype = 'e')";
    }

    private static String depends(String catalog, String oid, String how) {
        return "EXISTS (SELECT FROM pg_depend member WHERE member.classid = " + catalog + " AND member.objid = " + oid
                + " AND member.deptype IN (" + how + "))";
    }
}

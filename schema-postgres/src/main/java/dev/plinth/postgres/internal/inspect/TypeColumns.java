package dev.plinth.postgres.internal.inspect;

/** What queries ask of a type besides its text. */
final class TypeColumns {

    private TypeColumns() {}

    /**
     * The extension that owns a type, or the type of its elements, as SQL. Types of extensions have oids above 16383, so
     * built-in types cost no look-up.
     *
     * @param type the alias of {@code pg_type}, joined to it
     */
    static String extensionOf(String oid, String type) {
        return """
                CASE WHEN %1$s >= 16384 THEN (
                           SELECT e.extname FROM pg_depend x JOIN pg_extension e ON e.oid = x.refobjid
                            WHERE x.classid = 'pg_type'::regclass AND x.objid = coalesce(nullif(%2$s.typelem, 0), %2$s.oid)
                              AND x.refclassid = 'pg_extension'::regclass AND x.deptype = 'e') END"""
                .formatted(oid, type);
    }

    /**
     * The extensions that own the types of a list, or the types of their elements, as SQL; null where all of them are built in.
     *
     * @param oids an {@code oid[]}, as SQL
     */
    static String extensionsOf(String oids) {
        return """
                CASE WHEN 16384 <= ANY (%1$s) THEN ARRAY(
                           SELECT (SELECT e.extname::text FROM pg_depend x JOIN pg_extension e ON e.oid = x.refobjid
                                    WHERE x.classid = 'pg_type'::regclass AND x.objid = (
                                              SELECT coalesce(nullif(t.typelem, 0), t.oid) FROM pg_type t WHERE t.oid = u.type)
                                      AND x.refclassid = 'pg_extension'::regclass AND x.deptype = 'e')
                             FROM unnest(%1$s) WITH ORDINALITY AS u(type, place) ORDER BY u.place) END"""
                .formatted(oids);
    }

    /** The qualified name of a collation where it is not the usual one, as SQL. */
    static String collation(String oid, String usual) {
        return """
                CASE WHEN %1$s <> %2$s THEN (
                           SELECT quote_ident(m.nspname) || '.' || quote_ident(o.collname)
                             FROM pg_collation o JOIN pg_namespace m ON m.oid = o.collnamespace WHERE o.oid = %1$s) END"""
                .formatted(oid, usual);
    }
}

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
                CASE WHEN %s >= 16384 THEN %s END"""
                .formatted(
                        oid,
                        Membership.extensionOf(
                                "pg_type", "coalesce(nullif(%1$s.typelem, 0), %1$s.oid)".formatted(type)));
    }

    /**
     * The extensions that own the types of a list, or the types of their elements, as SQL; null where all of them are built in.
     *
     * @param oids an {@code oid[]}, as SQL
     */
    static String extensionsOf(String oids) {
        return """
                CASE WHEN 16384 <= ANY (%1$s) THEN ARRAY(
                           SELECT %2$s::text
                             FROM unnest(%1$s) WITH ORDINALITY AS u(type, place) ORDER BY u.place) END"""
                .formatted(
                        oids,
                        Membership.extensionOf(
                                "pg_type",
                                "(SELECT coalesce(nullif(t.typelem, 0), t.oid) FROM pg_type t WHERE t.oid = u.type)"));
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

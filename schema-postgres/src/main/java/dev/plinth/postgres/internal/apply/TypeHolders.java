package dev.plinth.postgres.internal.apply;

/** From a type to the types whose values hold values of it, as SQL for a recursive query. */
final class TypeHolders {

    /** To join with a row {@code h} whose {@code type} is a type: domains over it, arrays, rows and ranges of it are {@code t}. */
    static final String JOIN = """
            pg_type t ON t.typtype = 'd' AND t.typbasetype = h.type
                OR t.typcategory = 'A' AND t.typelem = h.type
                OR t.typtype = 'c' AND EXISTS (
                       SELECT FROM pg_attribute a
                        WHERE a.attrelid = t.typrelid AND a.atttypid = h.type AND NOT a.attisdropped)
                OR t.typtype IN ('r', 'm') AND EXISTS (
                       SELECT FROM pg_range r
                        WHERE r.rngsubtype = h.type AND t.oid IN (r.rngtypid, r.rngmultitypid))""";

    private TypeHolders() {}
}

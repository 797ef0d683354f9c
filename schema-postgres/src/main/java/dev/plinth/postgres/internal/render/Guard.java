package dev.plinth.postgres.internal.render;

import dev.plinth.postgres.internal.sql.DollarQuote;

/** A statement that is run only where the catalogs do not have its object yet. */
final class Guard {

    private Guard() {}

    /** A DO block around the statement; {@code probe} is a query that finds the object. */
    static String unlessFound(String probe, String statement) {
        String block = """

                BEGIN
                  IF NOT EXISTS (%s) THEN
                    %s;
                  END IF;
                END
                """.formatted(probe, statement.contains("BEGIN ATOMIC") ? executed(statement) : statement);
        return "DO " + DollarQuote.quote(block, "plinth");
    }

    /** A statement with semicolons of its own is more than PL/pgSQL of all versions can tell from the next one. */
    private static String executed(String statement) {
        return "EXECUTE " + DollarQuote.quote(statement, "statement");
    }
}

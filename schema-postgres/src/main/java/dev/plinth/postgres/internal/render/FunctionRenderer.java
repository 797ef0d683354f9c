package dev.plinth.postgres.internal.render;

import dev.plinth.model.sql.Function;
import dev.plinth.postgres.internal.sql.DollarQuote;
import dev.plinth.postgres.internal.sql.SqlText;
import org.jooq.QueryPart;
import org.jooq.impl.DSL;

/** Functions. A template: jOOQ's CREATE FUNCTION is for bodies it translates itself. */
final class FunctionRenderer {

    /** Never OR REPLACE: that would change a function that exists. */
    QueryPart create(Function function) {
        return DSL.query(
                "CREATE FUNCTION {0}() RETURNS {1} LANGUAGE {2} AS {3}",
                Parts.name(function.name()),
                Parts.raw(function.returns()),
                Parts.raw(SqlText.word(function.language())),
                Parts.raw(DollarQuote.quote(onLinesOfItsOwn(function.body()), "body")));
    }

    /** The query that finds the function by its name and its lack of arguments. */
    static String probe(Function function) {
        return "SELECT FROM pg_catalog.pg_proc WHERE pronamespace = "
                + SqlText.literal(SqlText.identifier(function.name().namespace()))
                + "::pg_catalog.regnamespace AND proname = " + SqlText.literal(function.name().name())
                + " AND pronargs = 0";
    }

    /** A body of several lines between line breaks, as people write it; outer blank lines mean nothing. */
    private static String onLinesOfItsOwn(String body) {
        if (!body.contains("\n")) {
            return body;
        }
        return (body.startsWith("\n") ? "" : "\n") + body + (body.endsWith("\n") ? "" : "\n");
    }
}

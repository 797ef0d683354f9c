package dev.plinth.postgres.internal.inspect;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * One query of the inspection message together with what reads its rows. Queries run under a {@code search_path} of
 * {@code pg_catalog} only and find the declared tables in the setting {@value #TABLES}.
 */
interface CatalogQuery {

    /** Setting of the inspection transaction that holds the oids of the declared tables that exist, as {@code oid[]}. */
    String TABLES = "plinth.tables";

    /** The oids of {@link #TABLES} as an SQL expression; a query inside, so that it is evaluated once and not for each row. */
    String TABLE_OIDS = "(SELECT current_setting('" + TABLES + "')::oid[])::oid[]";

    /** Whether the schema asks for it at all. What does not use a kind of object does not pay for it. */
    default boolean isWanted() {
        return true;
    }

    /** The text of the query, without a semicolon. */
    String sql();

    /** Called once for each row, with the cursor on it. */
    void read(ResultSet row) throws SQLException;
}

package dev.plinth.model.sql;

/**
 * An extension that must be installed in the database, for example {@code postgis}.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createextension.html">CREATE EXTENSION</a>
 */
public record Extension(String name) {}

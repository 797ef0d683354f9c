package dev.plinth.model.sql;

/**
 * The DEFAULT of a column of a view: what an INSERT through the view takes that gives no value, in place of the default of
 * the table below.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-alterview.html">ALTER VIEW</a>
 */
public record ColumnDefault(String column, Expression value) {}

package dev.plinth.model.sql;

/**
 * A comment that is stored in the database.
 *
 * @param text empty for a live object that has none, never for a declared one
 * @see <a href="https://www.postgresql.org/docs/current/sql-comment.html">COMMENT</a>
 */
public record Comment(Target target, String text) implements Supplement {

    /** What the namespace {@code public} says in a new database; nobody said it. */
    public static final String OF_PUBLIC = "standard public schema";
}

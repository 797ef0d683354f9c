package dev.plinth.model.sql;

import dev.plinth.model.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * A function without arguments, as triggers call it. The body is opaque text; it is compared without common
 * indentation, trailing blanks and outer blank lines.
 *
 * @param returns the return type as PostgreSQL prints it, {@code trigger} for a trigger function
 * @param language for example {@code plpgsql}
 * @see <a href="https://www.postgresql.org/docs/current/sql-createfunction.html">CREATE FUNCTION</a>
 */
public record Function(
        QualifiedName name, String returns, String language, String body, @Nullable String description) {

    /** The same function with a description, which stays in the model. */
    public Function describe(String text) {
        return new Function(name, returns, language, body, text);
    }
}

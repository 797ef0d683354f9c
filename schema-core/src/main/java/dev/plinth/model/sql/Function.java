package dev.plinth.model.sql;

import dev.plinth.model.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A function without arguments, as triggers call it. The body is opaque text; it is compared without common
 * indentation, trailing blanks and outer blank lines.
 *
 * @param returns the return type as PostgreSQL prints it, {@code trigger} for a trigger function
 * @param language for example {@code plpgsql}
 * @param dependsOn what has to exist before it
 * @see <a href="https://www.postgresql.org/docs/current/sql-createfunction.html">CREATE FUNCTION</a>
 */
public record Function(
        QualifiedName name,
        String returns,
        String language,
        String body,
        List<ObjectName> dependsOn,
        @Nullable String description)
        implements DatabaseObject {

    public Function {
        dependsOn = List.copyOf(dependsOn);
    }

    /** A function whose body needs nothing that this schema creates, or only when it is called. */
    public Function(
            QualifiedName name, String returns, String language, String body, @Nullable String description) {
        this(name, returns, language, body, List.of(), description);
    }

    /** The same function with a description, which stays in the model. */
    public Function describe(String text) {
        return new Function(name, returns, language, body, dependsOn, text);
    }

    /** The same function, created after these tables: the body is opaque, so what it needs has to be said. */
    public Function dependsOn(Table... tables) {
        List<ObjectName> more = new ArrayList<>(dependsOn);
        for (Table table : tables) {
            more.add(ObjectName.ofTable(table.name()));
        }
        return new Function(name, returns, language, body, more, description);
    }

    /** The same function, created after these objects. */
    public Function dependsOn(DatabaseObject... objects) {
        List<ObjectName> more = new ArrayList<>(dependsOn);
        for (DatabaseObject object : objects) {
            more.add(ObjectName.of(object));
        }
        return new Function(name, returns, language, body, more, description);
    }
}

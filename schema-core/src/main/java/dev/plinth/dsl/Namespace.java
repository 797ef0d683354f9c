package dev.plinth.dsl;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Function;
import dev.plinth.model.sql.Table;
import java.util.function.Consumer;

/**
 * A namespace other than {@code public} (what PostgreSQL calls a schema), for the tables and functions inside it.
 *
 * @see <a href="https://www.postgresql.org/docs/current/ddl-schemas.html">Schemas</a>
 */
public record Namespace(String name) {

    /** A table of this namespace. References by a bare name are to tables of the same namespace. */
    public Table table(String tableName, Consumer<TableBuilder> body) {
        return TableBuilder.build(named(tableName), body);
    }

    /** A trigger function of this namespace, in {@code plpgsql}. */
    public Function triggerFunction(String functionName, String body) {
        return SchemaDsl.triggerFunction(named(functionName), body);
    }

    /** A name in this namespace, for references from another one. */
    public QualifiedName named(String objectName) {
        return new QualifiedName(name, objectName);
    }
}

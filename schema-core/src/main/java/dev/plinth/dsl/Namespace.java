package dev.plinth.dsl;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.EnumType;
import dev.plinth.model.sql.Function;
import dev.plinth.model.sql.OperatorClass;
import dev.plinth.model.sql.Sequence;
import dev.plinth.model.sql.Source;
import dev.plinth.model.sql.StorageParameters;
import dev.plinth.model.sql.Table;
import java.util.Arrays;
import java.util.List;
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

    /** A sequence of this namespace, of {@code bigint}, from 1. */
    public Sequence sequence(String sequenceName) {
        return sequence(sequenceName, s -> {});
    }

    /** A sequence with options. */
    public Sequence sequence(String sequenceName, Consumer<SequenceBuilder> options) {
        return SequenceBuilder.build(named(sequenceName), options);
    }

    /** An enumerated type of this namespace. */
    public EnumType enumType(String typeName, String... labels) {
        return new EnumType(named(typeName), List.of(labels), null);
    }

    /** The same with the names of these constants as labels. */
    public EnumType enumType(String typeName, Enum<?>[] constants) {
        return enumType(typeName, Arrays.stream(constants).map(Enum::name).toArray(String[]::new));
    }

    /** An operator class of this namespace that exists already. */
    public OperatorClass operatorClass(String className) {
        return new OperatorClass(new Source.InNamespace(name), className, StorageParameters.NONE);
    }

    /** A name in this namespace, for references from another one. */
    public QualifiedName named(String objectName) {
        return new QualifiedName(name, objectName);
    }
}

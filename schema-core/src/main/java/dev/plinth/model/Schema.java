package dev.plinth.model;

import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.model.sql.DatabaseObject;
import dev.plinth.model.sql.Extension;
import dev.plinth.model.sql.Function;
import dev.plinth.model.sql.RangeType;
import dev.plinth.model.sql.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything an application keeps in its stores, described once. Made by
 * {@code dev.plinth.dsl.SchemaDsl.schema(...)}, which checks it; equal calls give equal schemas, in the order declared.
 *
 * @param name names the schema in reports; not stored anywhere
 * @param extensions the extensions: derived from what uses them, and listed
 * @param objects what is no table (functions, ...): derived from the tables that use it, and listed
 * @param tables the PostgreSQL tables
 * @param dynamoTables the DynamoDB tables
 */
public record Schema(
        String name,
        List<Extension> extensions,
        List<DatabaseObject> objects,
        List<Table> tables,
        List<DynamoTable> dynamoTables,
        @Nullable String description) {

    public Schema {
        extensions = List.copyOf(extensions);
        objects = List.copyOf(objects);
        tables = new NamedTables(tables);
        dynamoTables = List.copyOf(dynamoTables);
    }

    /** The objects of one kind, in the order declared. */
    public <O extends DatabaseObject> List<O> objects(Class<O> kind) {
        List<O> some = new ArrayList<>();
        for (DatabaseObject object : objects) {
            if (kind.isInstance(object)) {
                some.add(kind.cast(object));
            }
        }
        return Collections.unmodifiableList(some);
    }

    /** The functions. */
    public List<Function> functions() {
        return objects(Function.class);
    }

    /** The names of its tables and objects, of whatever kind, and of the sequences and types that come with them. */
    public Set<QualifiedName> names() {
        Stream<QualifiedName> sequences = tables.stream().flatMap(table -> table.columns().stream()
                .flatMap(column -> Stream.ofNullable(column.sequence()))
                .map(sequence -> table.name().sibling(sequence.name())));
        return Stream.of(
                tables.stream().map(Table::name),
                objects.stream().map(DatabaseObject::name),
                objects(RangeType.class).stream().map(RangeType::multirange),
                sequences)
                .flatMap(names -> names)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The PostgreSQL table of that name, if the schema has it. */
    public Optional<Table> table(QualifiedName tableName) {
        return ((NamedTables) tables).named(tableName);
    }

    /**
     * The same schema with everything of the namespace {@code public} in another one, references included: what a tenant
     * has in a namespace of its own. What is declared in other namespaces stays, and so do extensions and SQL
     * texts; only in the queries of views and the commands of rules the names move that are of the schema.
     */
    public Schema inNamespace(String namespace) {
        return new Rehoming(QualifiedName.DEFAULT_NAMESPACE, namespace).schema(this);
    }

    /** The part that is declared in other namespaces than {@code public}, and the extensions: what tenants share. */
    public Schema outsideDefaultNamespace() {
        return new Schema(
                name,
                extensions,
                objects.stream().filter(object -> !object.name().isInDefaultNamespace()).toList(),
                tables.stream().filter(table -> !table.name().isInDefaultNamespace()).toList(),
                dynamoTables,
                description);
    }

    /** Whether anything is kept in PostgreSQL, be it a table or not. */
    public boolean hasSqlPart() {
        return !tables.isEmpty() || !objects.isEmpty() || !extensions.isEmpty();
    }

    /** Whether anything is kept in DynamoDB. */
    public boolean hasDynamoPart() {
        return !dynamoTables.isEmpty();
    }

    /** The part that concerns PostgreSQL. */
    public Schema onlySql() {
        return new Schema(name, extensions, objects, tables, List.of(), description);
    }

    /** The part that concerns DynamoDB. */
    public Schema onlyDynamo() {
        return new Schema(name, List.of(), List.of(), List.of(), dynamoTables, description);
    }

    /** The same schema with a description. */
    public Schema describe(String text) {
        return new Schema(name, extensions, objects, tables, dynamoTables, text);
    }
}

package dev.plinth.model.sql;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.SchemaObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A table with everything that belongs to it, in the order declared.
 *
 * @param options what CREATE TABLE says around the columns: partitions, inheritance, storage
 * @param objects what the table uses besides other tables (the functions of its triggers, ...), each once; empty in a
 *     {@link dev.plinth.model.Schema}, which holds them for all tables
 * @see <a href="https://www.postgresql.org/docs/current/sql-createtable.html">CREATE TABLE</a>
 */
public record Table(
        QualifiedName name,
        List<Column> columns,
        List<Constraint> constraints,
        List<Index> indexes,
        List<Trigger> triggers,
        List<RewriteRule> rules,
        TableOptions options,
        RowSecurity rowSecurity,
        List<DatabaseObject> objects,
        @Nullable String description)
        implements SchemaObject {

    public Table {
        columns = List.copyOf(columns);
        constraints = List.copyOf(constraints);
        indexes = List.copyOf(indexes);
        triggers = List.copyOf(triggers);
        rules = List.copyOf(rules);
        objects = List.copyOf(objects);
    }

    /** A table without rules and row level security. */
    public Table(
            QualifiedName name,
            List<Column> columns,
            List<Constraint> constraints,
            List<Index> indexes,
            List<Trigger> triggers,
            TableOptions options,
            List<DatabaseObject> objects,
            @Nullable String description) {
        this(name, columns, constraints, indexes, triggers, List.of(), options, RowSecurity.NONE, objects, description);
    }

    /** A plain table that uses nothing besides other tables, or whose objects are known elsewhere. */
    public Table(
            QualifiedName name,
            List<Column> columns,
            List<Constraint> constraints,
            List<Index> indexes,
            List<Trigger> triggers,
            @Nullable String description) {
        this(name, columns, constraints, indexes, triggers, TableOptions.NONE, List.of(), description);
    }

    /** The column of that name, if the table has it. */
    public Optional<Column> column(String columnName) {
        for (Column column : columns) {
            if (column.name().equals(columnName)) {
                return Optional.of(column);
            }
        }
        return Optional.empty();
    }

    /** The primary key, if the table has one. */
    public Optional<Constraint.PrimaryKey> primaryKey() {
        List<Constraint.PrimaryKey> keys = constraints(Constraint.PrimaryKey.class);
        return keys.isEmpty() ? Optional.empty() : Optional.of(keys.getFirst());
    }

    /** The constraints of one kind, in the order declared. */
    public <C extends Constraint> List<C> constraints(Class<C> kind) {
        List<C> some = new ArrayList<>();
        for (Constraint constraint : constraints) {
            if (kind.isInstance(constraint)) {
                some.add(kind.cast(constraint));
            }
        }
        return Collections.unmodifiableList(some);
    }

    /** The same table with other columns. */
    public Table withColumns(List<Column> others) {
        return new Table(name, others, constraints, indexes, triggers, rules, options, rowSecurity, objects,
                description);
    }

    /** The same table with other constraints. */
    public Table withConstraints(List<Constraint> others) {
        return new Table(name, columns, others, indexes, triggers, rules, options, rowSecurity, objects, description);
    }

    /** The same table without the objects that it uses. */
    public Table withoutObjects() {
        return new Table(
                name, columns, constraints, indexes, triggers, rules, options, rowSecurity, List.of(), description);
    }

    /** The same table with other options. */
    public Table withOptions(TableOptions others) {
        return new Table(name, columns, constraints, indexes, triggers, rules, others, rowSecurity, objects,
                description);
    }

    /** The same table without indexes, triggers, rules and row level security: what CREATE TABLE itself can say. */
    public Table withoutIndexesAndTriggers() {
        return new Table(
                name, columns, constraints, List.of(), List.of(), options, List.of(), description);
    }
}

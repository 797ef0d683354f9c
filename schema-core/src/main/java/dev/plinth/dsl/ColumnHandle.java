package dev.plinth.dsl;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.ColumnType;
import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.Table;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column of the table whose lambda is running. The constraints said here take PostgreSQL's own default names; what
 * needs a name or an option is a statement of the table. A column is nullable unless something says otherwise.
 */
public final class ColumnHandle implements IndexedKey {

    private final TableDraft table;
    private final String name;
    private final ColumnType type;
    private @Nullable Boolean nullable;
    private @Nullable Expression defaultValue;
    private @Nullable String description;

    ColumnHandle(TableDraft table, String name, ColumnType type) {
        this.table = table;
        this.name = name;
        this.type = type;
    }

    /** NOT NULL. */
    public ColumnHandle notNull() {
        return nullable(false);
    }

    /** NULL, which is also the default. */
    public ColumnHandle nullable() {
        return nullable(true);
    }

    private ColumnHandle nullable(boolean wanted) {
        table.requireOpen();
        if (nullable != null) {
            throw table.refusal(name, "was already set to " + (nullable ? "NULL" : "NOT NULL"), "Say it once.");
        }
        if (wanted && table.isInPrimaryKey(this)) {
            throw table.refusal(name, "is part of the primary key, which is never NULL", "Drop nullable().");
        }
        nullable = wanted;
        return this;
    }

    /** DEFAULT. */
    public ColumnHandle defaultTo(Expression value) {
        table.requireOpen();
        if (defaultValue != null) {
            String message = "default was already set to " + Spelling.of(defaultValue);
            throw table.refusal(name, message, "Keep one of the two defaultTo(...).");
        }
        defaultValue = value;
        return this;
    }

    /** DEFAULT, as SQL text. */
    public ColumnHandle defaultTo(SqlExpression value) {
        return defaultTo(value.expression());
    }

    /** The column is the primary key, which makes it NOT NULL. For several columns see {@link TableBuilder#primaryKey}. */
    public ColumnHandle primaryKey() {
        table.primaryKey(List.of(this));
        return this;
    }

    /** UNIQUE. */
    public ColumnHandle unique() {
        table.unique(List.of(this));
        return this;
    }

    /** REFERENCES the primary key of a table that is already defined. */
    public ColumnHandle references(Table parent) {
        table.foreignKey(List.of(this)).references(parent);
        return this;
    }

    /** REFERENCES the primary key of a table in the same namespace, which may be this one or one defined later. */
    public ColumnHandle references(String parent) {
        table.foreignKey(List.of(this)).references(parent);
        return this;
    }

    /** REFERENCES the primary key of a table of any namespace, by name. */
    public ColumnHandle references(QualifiedName parent) {
        table.foreignKey(List.of(this)).references(parent);
        return this;
    }

    /** CHECK that the value is one of these. */
    public ColumnHandle oneOf(String... values) {
        return oneOf(Arrays.stream(values).<Expression>map(Expressions::literal).toList());
    }

    /** CHECK that the value is the name of one of these constants: {@code oneOf(AgentClass.values())}. */
    public ColumnHandle oneOf(Enum<?>[] constants) {
        return oneOf(Arrays.stream(constants).<Expression>map(it -> Expressions.literal(it.name())).toList());
    }

    /** CHECK that the value is one of these numbers. */
    public ColumnHandle oneOf(long... values) {
        return oneOf(Arrays.stream(values).mapToObj(Expressions::literal).toList());
    }

    private ColumnHandle oneOf(List<Expression> values) {
        table.requireOpen();
        if (values.isEmpty()) {
            throw table.refusal(name, "oneOf() allows no value at all", "List the values.");
        }
        table.check(new CheckStatement(table, null, name, new Expression.OneOf(name, values)));
        return this;
    }

    /** Documentation that stays in the model. */
    public ColumnHandle describe(String text) {
        table.requireOpen();
        description = text;
        return this;
    }

    String name() {
        return name;
    }

    boolean belongsTo(TableDraft other) {
        return table == other;
    }

    String owner() {
        return table.subject();
    }

    /** Says that the column is part of the primary key. */
    void requireNotDeclaredNullable() {
        if (nullable != null && nullable) {
            throw table.refusal(name, "was already set to NULL, which a primary key never is", "Drop nullable().");
        }
    }

    Column toModel(boolean inPrimaryKey) {
        boolean canBeNull = !inPrimaryKey && (nullable == null || nullable);
        return new Column(name, type, canBeNull, defaultValue, description);
    }
}

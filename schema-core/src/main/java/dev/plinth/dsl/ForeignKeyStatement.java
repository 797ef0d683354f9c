package dev.plinth.dsl;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Constraint;
import dev.plinth.model.sql.ReferentialAction;
import dev.plinth.model.sql.Table;
import dev.plinth.naming.DefaultNames;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** FOREIGN KEY (...), complete when it {@code references} something. */
public final class ForeignKeyStatement extends ConstraintStatement implements Block.Statement {

    private final List<ColumnHandle> columns;
    private @Nullable QualifiedName target;
    private List<String> targetColumns = List.of();
    private @Nullable ReferentialAction onDelete;
    private @Nullable ReferentialAction onUpdate;

    ForeignKeyStatement(TableDraft table, List<ColumnHandle> columns) {
        super(table, null);
        this.columns = columns;
    }

    /**
     * REFERENCES a table that is already defined.
     *
     * @param parentColumns its primary key where none are given
     */
    public ForeignKeyStatement references(Table parent, String... parentColumns) {
        Reference reference = new Reference(table, columns);
        return references(reference.name(parent), reference.columns(parent, List.of(parentColumns)));
    }

    /**
     * REFERENCES a table in the same namespace, which may be this one or one defined later.
     *
     * @param parentColumns its primary key where none are given
     */
    public ForeignKeyStatement references(String parent, String... parentColumns) {
        return references(table.name().sibling(parent), List.of(parentColumns));
    }

    /** REFERENCES a table of any namespace, by name. */
    public ForeignKeyStatement references(QualifiedName parent, String... parentColumns) {
        return references(parent, List.of(parentColumns));
    }

    private ForeignKeyStatement references(QualifiedName parent, List<String> parentColumns) {
        table.requireOpen();
        if (target != null) {
            String message = title() + " already references " + target.display();
            throw table.refusal(message, "Write a second foreignKey(...) for a second reference.");
        }
        target = parent;
        targetColumns = parentColumns;
        return this;
    }

    /** ON DELETE; {@code NO_ACTION} where nothing is said. */
    public ForeignKeyStatement onDelete(ReferentialAction action) {
        onDelete = once("onDelete", onDelete, action);
        return this;
    }

    /** ON UPDATE; {@code NO_ACTION} where nothing is said. */
    public ForeignKeyStatement onUpdate(ReferentialAction action) {
        onUpdate = once("onUpdate", onUpdate, action);
        return this;
    }

    /** A name other than PostgreSQL's own. */
    public ForeignKeyStatement named(String name) {
        name(name);
        return this;
    }

    /** Documentation that stays in the model. */
    public ForeignKeyStatement describe(String text) {
        describeAs(text);
        return this;
    }

    private ReferentialAction once(String word, @Nullable ReferentialAction earlier, ReferentialAction action) {
        table.requireOpen();
        if (earlier != null) {
            throw table.refusal(title() + " already says " + word + "(" + earlier + ")", "Say it once.");
        }
        return action;
    }

    @Override
    public String title() {
        return "foreignKey(" + String.join(", ", names()) + ")";
    }

    @Override
    public Optional<String> missing() {
        return target == null ? Optional.of("Add .references(...).") : Optional.empty();
    }

    private List<String> names() {
        return columns.stream().map(ColumnHandle::name).toList();
    }

    @Override
    int namingOrder() {
        return 3;
    }

    @Override
    String defaultName(String tableName, Set<String> taken) {
        return DefaultNames.foreignKey(tableName, names(), taken);
    }

    @Override
    Constraint toModel(String finalName) {
        if (target == null) {
            throw new IllegalStateException(title() + " is unfinished");
        }
        ReferentialAction delete = onDelete == null ? ReferentialAction.NO_ACTION : onDelete;
        ReferentialAction update = onUpdate == null ? ReferentialAction.NO_ACTION : onUpdate;
        return new Constraint.ForeignKey(finalName, names(), target, targetColumns, delete, update, description);
    }
}

package dev.plinth.dsl;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Constraint;
import dev.plinth.model.sql.Deferral;
import dev.plinth.model.sql.Enforcement;
import dev.plinth.model.sql.ForeignKeyOptions;
import dev.plinth.model.sql.ReferentialAction;
import dev.plinth.model.sql.Table;
import dev.plinth.naming.DefaultNames;
import java.util.ArrayList;
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
    private List<String> onDeleteColumns = List.of();
    private boolean matchFull;
    private boolean period;
    private Deferral deferral = Deferral.NOT_DEFERRABLE;
    private Enforcement enforcement = Enforcement.ENFORCED;

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

    /**
     * ON DELETE; {@code NO_ACTION} where nothing is said.
     *
     * @param some the columns that SET NULL or SET DEFAULT concerns, all where none are given; since PostgreSQL 15
     */
    public ForeignKeyStatement onDelete(ReferentialAction action, ColumnHandle... some) {
        onDelete = once("onDelete", onDelete, action);
        onDeleteColumns = some.length == 0 ? List.of() : table.names(List.of(some));
        return this;
    }

    /** ON UPDATE; {@code NO_ACTION} where nothing is said. */
    public ForeignKeyStatement onUpdate(ReferentialAction action) {
        onUpdate = once("onUpdate", onUpdate, action);
        return this;
    }

    /** MATCH FULL: of several columns all are null or none is; otherwise one null is enough to point nowhere. */
    public ForeignKeyStatement matchFull() {
        table.requireOpen();
        matchFull = true;
        return this;
    }

    /** DEFERRABLE: a transaction may have it checked at its end. */
    public ForeignKeyStatement deferrable() {
        deferral = table.deferral(title(), deferral, Deferral.DEFERRABLE);
        return this;
    }

    /** DEFERRABLE INITIALLY DEFERRED: checked at the end of the transaction. */
    public ForeignKeyStatement initiallyDeferred() {
        deferral = table.deferral(title(), deferral, Deferral.INITIALLY_DEFERRED);
        return this;
    }

    /** NOT VALID, for good: rows that are there before it are never checked. */
    public ForeignKeyStatement notValid() {
        enforcement = table.enforcement(title(), enforcement, Enforcement.NOT_VALID);
        return this;
    }

    /** NOT ENFORCED: a note, for which no row is checked. PostgreSQL 18. */
    public ForeignKeyStatement notEnforced() {
        enforcement = table.enforcement(title(), enforcement, Enforcement.NOT_ENFORCED);
        return this;
    }

    /** PERIOD: the last column is a range that the ranges of the referenced key cover together. PostgreSQL 18. */
    public ForeignKeyStatement period() {
        table.requireOpen();
        period = true;
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

    /** COMMENT ON CONSTRAINT, which is stored in the database. */
    public ForeignKeyStatement comment(String text) {
        commentAs(text);
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
        List<String> names = new ArrayList<>();
        for (ColumnHandle column : columns) {
            names.add(column.name());
        }
        return names;
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
        return new Constraint.ForeignKey(
                finalName,
                names(),
                target,
                targetColumns,
                delete,
                update,
                new ForeignKeyOptions(matchFull, onDeleteColumns, period, deferral, enforcement),
                description);
    }
}

package dev.plinth.dsl;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.ColumnType;
import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.Table;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The statements of one table. Lives inside the lambda of {@code table(...)}: any call after the lambda has returned is
 * refused.
 */
public final class TableBuilder {

    private final TableDraft draft;

    private TableBuilder(TableDraft draft) {
        this.draft = draft;
    }

    static Table build(QualifiedName name, Consumer<TableBuilder> body) {
        TableDraft draft = new TableDraft(name);
        body.accept(new TableBuilder(draft));
        draft.close();
        return new TableAssembly(draft).table();
    }

    /** The name of the table, without its namespace. */
    public String name() {
        return draft.name().name();
    }

    /** A column, nullable and without default where nothing else is said. */
    public ColumnHandle column(String name, ColumnType type) {
        return draft.column(name, type);
    }

    /** A serial column: NOT NULL, numbered by a sequence that it owns. */
    public ColumnHandle column(String name, Serial serial) {
        return draft.column(name, new ColumnType.BuiltIn(serial.type(), List.of())).serial(serial);
    }

    /** PRIMARY KEY (columns), which makes them NOT NULL. */
    public KeyStatement primaryKey(ColumnHandle... columns) {
        return draft.primaryKey(List.of(columns));
    }

    /** UNIQUE (columns). */
    public KeyStatement unique(ColumnHandle... columns) {
        return draft.unique(List.of(columns));
    }

    /** FOREIGN KEY (columns); go on with {@code references}. */
    public ForeignKeyStatement foreignKey(ColumnHandle... columns) {
        return draft.begin(draft.foreignKey(List.of(columns)), TableBuilder.class);
    }

    /** CONSTRAINT name CHECK (sql). */
    public CheckStatement check(String name, String sql) {
        draft.requireOpen();
        draft.claimConstraint(name);
        return draft.check(new CheckStatement(draft, name, "", new Expression.Sql(sql)));
    }

    /**
     * EXCLUDE (key WITH operator, ...): no two rows for which all operators are true. Go on with {@code using}; a b-tree
     * where nothing is said.
     */
    public ExclusionStatement exclude(ExcludedKey first, ExcludedKey... more) {
        return draft.exclude(Stream.concat(Stream.of(first), Stream.of(more)).toList());
    }

    /** An index with PostgreSQL's own default name. */
    public IndexStatement index(IndexedKey first, IndexedKey... more) {
        return draft.index(null).on(first, more);
    }

    /** An index with a name of its own; go on with {@code on}. */
    public IndexStatement index(String name) {
        return draft.begin(draft.index(name), TableBuilder.class);
    }

    /** A trigger; go on with {@code before} or {@code after}, {@code forEachRow}, and {@code execute}. */
    public TriggerStatement trigger(String name) {
        return draft.begin(draft.trigger(name, false), TableBuilder.class);
    }

    /** A constraint trigger: AFTER, FOR EACH ROW, and as late as it is deferred. */
    public TriggerStatement constraintTrigger(String name) {
        return draft.begin(draft.trigger(name, true), TableBuilder.class);
    }

    /** The statements of a mixin, at this place of the table. */
    public <H> H include(Mixin<H> mixin) {
        draft.requireOpen();
        return mixin.addTo(this);
    }

    /** Documentation that stays in the model. */
    public TableBuilder describe(String text) {
        draft.requireOpen();
        draft.description = text;
        return this;
    }
}

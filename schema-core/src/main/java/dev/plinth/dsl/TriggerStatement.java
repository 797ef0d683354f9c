package dev.plinth.dsl;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Deferral;
import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.Function;
import dev.plinth.model.sql.Table;
import dev.plinth.model.sql.Trigger;
import dev.plinth.model.sql.Trigger.TransitionTables;
import dev.plinth.model.sql.TriggerEvent;
import dev.plinth.model.sql.TriggerLevel;
import dev.plinth.model.sql.TriggerTiming;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** CREATE TRIGGER, complete with its events and the function it executes. */
public final class TriggerStatement implements Block.Statement {

    private final TableDraft table;
    private final String name;
    private Trigger.@Nullable Constraint constraint;
    private @Nullable TriggerTiming timing;
    private List<TriggerEvent> events = List.of();
    private List<String> updateOf = List.of();
    private @Nullable TriggerLevel level;
    private TransitionTables transitionTables = TransitionTables.NONE;
    private @Nullable Expression condition;
    private @Nullable Function function;
    private Trigger.@Nullable Call call;
    private @Nullable String description;
    private @Nullable String comment;

    TriggerStatement(TableDraft table, String name, boolean isConstraint) {
        this.table = table;
        this.name = name;
        this.constraint = isConstraint ? new Trigger.Constraint(Deferral.NOT_DEFERRABLE, null) : null;
    }

    /** BEFORE one event OR another. */
    public TriggerStatement before(TriggerEvent first, TriggerEvent... more) {
        return at(TriggerTiming.BEFORE, first, more);
    }

    /** AFTER one event OR another. */
    public TriggerStatement after(TriggerEvent first, TriggerEvent... more) {
        return at(TriggerTiming.AFTER, first, more);
    }

    /** INSTEAD OF one event OR another; only views can have it. */
    public TriggerStatement insteadOf(TriggerEvent first, TriggerEvent... more) {
        return at(TriggerTiming.INSTEAD_OF, first, more);
    }

    private TriggerStatement at(TriggerTiming when, TriggerEvent first, TriggerEvent... more) {
        table.requireOpen();
        if (timing != null) {
            String message = title() + " is already " + timing.sql() + " " + events;
            throw table.refusal(message, "Name all events in one call, or write a second trigger.");
        }
        timing = when;
        List<TriggerEvent> all = new ArrayList<>(List.of(more));
        all.add(0, first);
        events = all;
        return this;
    }

    /** UPDATE OF: of its events, an update counts only where it sets one of these columns. */
    public TriggerStatement of(ColumnHandle... columns) {
        table.requireOpen();
        requireUnsaid("of(...)", updateOf.isEmpty());
        updateOf = table.names(List.of(columns));
        return this;
    }

    /** FROM: the other table that the constraint speaks of. */
    public TriggerStatement from(Table other) {
        return from(other.name());
    }

    /** FROM a table of the same namespace, by its name. */
    public TriggerStatement from(String other) {
        return from(table.name().sibling(other));
    }

    private TriggerStatement from(QualifiedName other) {
        Trigger.Constraint earlier = constraint("from(...)");
        requireUnsaid("from(...)", earlier.from() == null);
        constraint = new Trigger.Constraint(earlier.deferral(), other);
        return this;
    }

    /** DEFERRABLE: a transaction may have it fire at its end. */
    public TriggerStatement deferrable() {
        return deferral("deferrable()", Deferral.DEFERRABLE);
    }

    /** DEFERRABLE INITIALLY DEFERRED: it fires at the end of the transaction. */
    public TriggerStatement initiallyDeferred() {
        return deferral("initiallyDeferred()", Deferral.INITIALLY_DEFERRED);
    }

    private TriggerStatement deferral(String word, Deferral deferral) {
        Trigger.Constraint earlier = constraint(word);
        if (earlier.deferral() != Deferral.NOT_DEFERRABLE) {
            throw table.refusal(title() + " already says when it fires", "Keep deferrable() or initiallyDeferred().");
        }
        constraint = new Trigger.Constraint(deferral, earlier.from());
        return this;
    }

    private Trigger.Constraint constraint(String word) {
        table.requireOpen();
        if (constraint == null) {
            String message = title() + " is no constraint trigger, so it has no " + word;
            throw table.refusal(message, "Begin it with t.constraintTrigger(\"" + name + "\").");
        }
        return constraint;
    }

    /** REFERENCING OLD TABLE AS: the function finds the rows as they were under this name. */
    public TriggerStatement referencingOldTable(String tableName) {
        table.requireOpen();
        requireUnsaid("referencingOldTable(...)", transitionTables.oldTable() == null);
        transitionTables = new TransitionTables(tableName, transitionTables.newTable());
        return this;
    }

    /** REFERENCING NEW TABLE AS: the function finds the rows as they are then under this name. */
    public TriggerStatement referencingNewTable(String tableName) {
        table.requireOpen();
        requireUnsaid("referencingNewTable(...)", transitionTables.newTable() == null);
        transitionTables = new TransitionTables(transitionTables.oldTable(), tableName);
        return this;
    }

    /** WHEN: it fires only where the condition over {@code OLD} and {@code NEW} is true. */
    public TriggerStatement when(String sql) {
        table.requireOpen();
        requireUnsaid("when(...)", condition == null);
        condition = new Expression.Sql(sql);
        return this;
    }

    private void requireUnsaid(String word, boolean unsaid) {
        if (!unsaid) {
            throw table.refusal(title() + " already has its " + word, "Say it once.");
        }
    }

    /** FOR EACH ROW. */
    public TriggerStatement forEachRow() {
        return forEach(TriggerLevel.ROW);
    }

    /** FOR EACH STATEMENT, which is also the default. */
    public TriggerStatement forEachStatement() {
        return forEach(TriggerLevel.STATEMENT);
    }

    private TriggerStatement forEach(TriggerLevel wanted) {
        table.requireOpen();
        if (level != null) {
            throw table.refusal(title() + " is already FOR EACH " + level, "Say it once.");
        }
        level = wanted;
        return this;
    }

    /** EXECUTE FUNCTION; the function becomes part of the schema. It finds the arguments in {@code TG_ARGV}. */
    public TriggerStatement execute(@Nullable Function called, String... arguments) {
        table.requireOpen();
        if (called == null) {
            String message = title() + " executes null, usually a function declared below the table";
            throw table.refusal(message, "Declare the triggerFunction(...) above the table.");
        }
        function = called;
        return execute(new Trigger.Call(called.name(), false, List.of(arguments)));
    }

    /** EXECUTE FUNCTION of one that is there already: that of an extension, or of PostgreSQL itself. */
    public TriggerStatement executeExisting(QualifiedName called, String... arguments) {
        table.requireOpen();
        return execute(new Trigger.Call(called, true, List.of(arguments)));
    }

    private TriggerStatement execute(Trigger.Call wanted) {
        if (call != null) {
            String message = title() + " already executes " + call.function().display();
            throw table.refusal(message, "Write a second trigger for a second function.");
        }
        call = wanted;
        return this;
    }

    /** Documentation that stays in the model. */
    public TriggerStatement describe(String text) {
        table.requireOpen();
        description = text;
        return this;
    }

    /** COMMENT ON TRIGGER, which is stored in the database. */
    public TriggerStatement comment(String text) {
        comment = table.comment(title(), comment, text);
        return this;
    }

    @Override
    public String title() {
        return (constraint == null ? "trigger(\"" : "constraintTrigger(\"") + name + "\")";
    }

    @Override
    public Optional<String> missing() {
        if (timing == null) {
            return Optional.of("Add .before(...) or .after(...); to a view .insteadOf(...).");
        }
        return call == null ? Optional.of("Add .execute(FUNCTION).") : Optional.empty();
    }

    String name() {
        return name;
    }

    @Nullable
    String comment() {
        return comment;
    }

    /** The function that the schema has to define. */
    Stream<Function> function() {
        return Stream.ofNullable(function);
    }

    Trigger toModel() {
        if (timing == null || call == null) {
            throw new IllegalStateException(title() + " is unfinished");
        }
        return new Trigger(
                name,
                timing,
                events,
                updateOf,
                level == null ? TriggerLevel.STATEMENT : level,
                transitionTables,
                condition,
                constraint,
                call,
                description);
    }
}

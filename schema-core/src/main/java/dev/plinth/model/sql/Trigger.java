package dev.plinth.model.sql;

import dev.plinth.model.QualifiedName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A trigger of a table.
 *
 * @param events in the order of {@link TriggerEvent}, without duplicates
 * @param updateOf the columns after UPDATE OF; empty for an update of any
 * @param condition the WHEN, over {@code OLD} and {@code NEW}; null where it always fires
 * @param constraint what makes it a constraint trigger; null for an ordinary one
 * @param call what it executes
 * @see <a href="https://www.postgresql.org/docs/current/sql-createtrigger.html">CREATE TRIGGER</a>
 */
public record Trigger(
        String name,
        TriggerTiming timing,
        List<TriggerEvent> events,
        List<String> updateOf,
        TriggerLevel level,
        TransitionTables transitionTables,
        @Nullable Expression condition,
        @Nullable Constraint constraint,
        Call call,
        @Nullable String description) {

    public Trigger {
        events = events.stream().distinct().sorted().toList();
        updateOf = List.copyOf(updateOf);
    }

    /** A trigger that fires whenever its events happen, and calls a function of the schema. */
    public Trigger(
            String name,
            TriggerTiming timing,
            List<TriggerEvent> events,
            TriggerLevel level,
            QualifiedName function,
            @Nullable String description) {
        this(
                name,
                timing,
                events,
                List.of(),
                level,
                TransitionTables.NONE,
                null,
                null,
                new Call(function, false, List.of()),
                description);
    }

    /** The same trigger, whose function comes from elsewhere. */
    public Trigger withExistingFunction() {
        Call existing = new Call(call.function(), true, call.arguments());
        return new Trigger(
                name, timing, events, updateOf, level, transitionTables, condition, constraint, existing, description);
    }

    /** The function it calls. */
    public QualifiedName function() {
        return call.function();
    }

    /**
     * REFERENCING: the names under which the function finds the rows that the statement changed.
     *
     * @param oldTable OLD TABLE, the rows before; null where it is not asked for
     * @param newTable NEW TABLE, the rows after; null where it is not asked for
     */
    public record TransitionTables(@Nullable String oldTable, @Nullable String newTable) {

        /** No transition tables. */
        public static final TransitionTables NONE = new TransitionTables(null, null);
    }

    /**
     * What makes a constraint trigger.
     *
     * @param deferral when it fires
     * @param from the other table that the constraint speaks of; null where there is none
     */
    public record Constraint(Deferral deferral, @Nullable QualifiedName from) {}

    /**
     * EXECUTE FUNCTION.
     *
     * @param exists whether the function comes from elsewhere (an extension, PostgreSQL itself) and is there already;
     *     otherwise the schema creates it
     * @param arguments strings, which the function finds in {@code TG_ARGV}
     */
    public record Call(QualifiedName function, boolean exists, List<String> arguments) {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }
}

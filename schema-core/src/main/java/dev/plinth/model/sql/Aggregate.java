package dev.plinth.model.sql;

import dev.plinth.model.QualifiedName;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An aggregate function.
 *
 * @param arguments in order, none with a default; empty for one that is called with {@code *}
 * @param directArguments how many of them stand before ORDER BY in a call; 0 for an ordinary aggregate
 * @param moving how it is computed for a window that moves; null where it cannot be
 * @param partial how results of parts are brought together
 * @param sortOperator by which an index gives the result; null for none
 * @param objects the functions that it uses, each once, and its comment; empty in a {@link dev.plinth.model.Schema}, which
 *     holds them for all
 * @see <a href="https://www.postgresql.org/docs/current/sql-createaggregate.html">CREATE AGGREGATE</a>
 */
public record Aggregate(
        QualifiedName name,
        Kind kind,
        List<Argument> arguments,
        int directArguments,
        AggregateState state,
        @Nullable Moving moving,
        Partial partial,
        @Nullable Operator sortOperator,
        RoutineOptions.Parallel parallel,
        List<DatabaseObject> objects,
        @Nullable String description)
        implements DatabaseObject {

    /** How it is called. */
    public enum Kind {
        ORDINARY,
        /** WITHIN GROUP (ORDER BY ...). */
        ORDERED_SET,
        /** The same, for the place that a row would have. */
        HYPOTHETICAL_SET
    }

    /**
     * How a state is kept while rows come into a window and leave it.
     *
     * @param inverse MINVFUNC: takes a row out of the state
     */
    public record Moving(AggregateState state, QualifiedName inverse) {}

    /**
     * How the states of parts of the rows become one.
     *
     * @param combine COMBINEFUNC; null for none
     * @param serial SERIALFUNC, for states of the type {@code internal}; null for none
     * @param deserial DESERIALFUNC; null for none
     */
    public record Partial(
            @Nullable QualifiedName combine, @Nullable QualifiedName serial, @Nullable QualifiedName deserial) {}

    public Aggregate {
        arguments = List.copyOf(arguments);
        objects = List.copyOf(objects);
    }

    /** The types of its arguments, by which it is found; VARIADIC on both sides of ORDER BY counts once. */
    public List<ColumnType> inputTypes() {
        boolean isTwice = kind != Kind.ORDINARY && directArguments > 0
                && arguments.get(directArguments - 1).mode() == Argument.Mode.VARIADIC;
        return arguments.stream()
                .limit(isTwice ? directArguments : arguments.size())
                .map(Argument::type)
                .toList();
    }

    /** Every type that it speaks of. */
    public Stream<ColumnType> types() {
        return Stream.concat(arguments.stream().map(Argument::type), states().map(AggregateState::type));
    }

    /** The functions that it is made of. */
    public Stream<QualifiedName> functions() {
        Stream<QualifiedName> others = Stream.of(partial.combine, partial.serial, partial.deserial,
                moving == null ? null : moving.inverse).flatMap(Stream::ofNullable);
        return Stream.concat(states().flatMap(AggregateState::functions), others);
    }

    private Stream<AggregateState> states() {
        return Stream.concat(Stream.of(state), Stream.ofNullable(moving).map(Moving::state));
    }

    /** The same aggregate with a comment, which is stored in the database. */
    public Aggregate comment(String text) {
        Stream<DatabaseObject> used = objects.stream().filter(it -> !(it instanceof Comment));
        return new Aggregate(
                name,
                kind,
                arguments,
                directArguments,
                state,
                moving,
                partial,
                sortOperator,
                parallel,
                Stream.concat(used, Stream.of(new Comment(Target.of(this), text))).toList(),
                description);
    }

    /** The same aggregate that uses nothing, its types by their names only. */
    public Aggregate withoutObjects() {
        return new Aggregate(
                name,
                kind,
                arguments.stream().map(it -> it.withType(it.type().byName())).toList(),
                directArguments,
                state.withType(state.type().byName()),
                moving == null
                        ? null
                        : new Moving(moving.state.withType(moving.state.type().byName()), moving.inverse),
                partial,
                sortOperator,
                parallel,
                List.of(),
                description);
    }
}

package dev.plinth.dsl;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Aggregate;
import dev.plinth.model.sql.Aggregate.Kind;
import dev.plinth.model.sql.Aggregate.Partial;
import dev.plinth.model.sql.AggregateState.Modify;
import dev.plinth.model.sql.Argument;
import dev.plinth.model.sql.Argument.Mode;
import dev.plinth.model.sql.ColumnType;
import dev.plinth.model.sql.Function;
import dev.plinth.model.sql.Operator;
import dev.plinth.model.sql.RoutineOptions.Parallel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** CREATE AGGREGATE. Lives inside the lambda of {@code aggregate(...)}. */
public final class AggregateBuilder extends AggregateStateBuilder<AggregateBuilder> {

    private final QualifiedName name;
    private final List<Argument> arguments = new ArrayList<>();
    private final List<Argument> ordered = new ArrayList<>();
    private boolean hypothetical;
    private @Nullable QualifiedName combine;
    private @Nullable QualifiedName serial;
    private @Nullable QualifiedName deserial;
    private @Nullable MovingAggregateBuilder moving;
    private @Nullable Operator sortOperator;
    private @Nullable Parallel parallel;
    private @Nullable String description;
    private @Nullable String comment;

    private AggregateBuilder(QualifiedName name, Block block) {
        super(block, new ArrayList<>());
        this.name = name;
    }

    static Aggregate build(QualifiedName name, Consumer<AggregateBuilder> definition) {
        Block block = new Block("aggregate", name.display() + "()");
        AggregateBuilder builder = new AggregateBuilder(name, block);
        definition.accept(builder);
        block.close();
        return builder.toModel();
    }

    private Aggregate toModel() {
        Kind kind = hypothetical ? Kind.HYPOTHETICAL_SET : ordered.isEmpty() ? Kind.ORDINARY : Kind.ORDERED_SET;
        if (hypothetical && ordered.isEmpty()) {
            throw block.refusal("is hypothetical and orders by nothing", "Add .orderBy(\"name\", type).");
        }
        Modify usual = kind == Kind.ORDINARY ? Modify.READ_ONLY : Modify.READ_WRITE;
        Aggregate aggregate = new Aggregate(
                name,
                kind,
                Stream.concat(arguments.stream(), ordered.stream()).toList(),
                kind == Kind.ORDINARY ? 0 : arguments.size(),
                state(usual),
                moving == null ? null : moving.toModel(),
                new Partial(combine, serial, deserial),
                sortOperator,
                parallel == null ? Parallel.UNSAFE : parallel,
                objects,
                description);
        return comment == null ? aggregate : aggregate.comment(comment);
    }

    /** An argument; several in order, none for an aggregate that is called with {@code *}. The name may be empty. */
    public AggregateBuilder argument(String argumentName, ColumnType type) {
        return add(arguments, argumentName, Mode.IN, type);
    }

    /** VARIADIC: any number of values, as an array. */
    public AggregateBuilder variadic(String argumentName, ColumnType type) {
        return add(arguments, argumentName, Mode.VARIADIC, type);
    }

    /** What stands behind ORDER BY: makes it an ordered-set aggregate, whose other arguments are given once a group. */
    public AggregateBuilder orderBy(String argumentName, ColumnType type) {
        return add(ordered, argumentName, Mode.IN, type);
    }

    /** VARIADIC behind ORDER BY. */
    public AggregateBuilder orderByVariadic(String argumentName, ColumnType type) {
        return add(ordered, argumentName, Mode.VARIADIC, type);
    }

    private AggregateBuilder add(List<Argument> list, String argumentName, Mode mode, ColumnType type) {
        block.requireOpen();
        block.requireType(argumentName, type);
        list.add(new Argument(argumentName, mode, type, null));
        return this;
    }

    /** HYPOTHETICAL: an ordered-set aggregate for the place that a row would have. */
    public AggregateBuilder hypothetical() {
        block.requireOpen();
        hypothetical = true;
        return this;
    }

    /** COMBINEFUNC: a function of the schema that makes one state of two. */
    public AggregateBuilder combinefunc(Function ofSchema) {
        return combinefunc(used(ofSchema));
    }

    /** COMBINEFUNC that is there already. */
    public AggregateBuilder combinefunc(QualifiedName existing) {
        block.requireUnsaid("combinefunc(...)", combine);
        combine = existing;
        return this;
    }

    /** SERIALFUNC that is there already, of a state of the type {@code internal}. */
    public AggregateBuilder serialfunc(QualifiedName existing) {
        block.requireUnsaid("serialfunc(...)", serial);
        serial = existing;
        return this;
    }

    /** DESERIALFUNC that is there already. */
    public AggregateBuilder deserialfunc(QualifiedName existing) {
        block.requireUnsaid("deserialfunc(...)", deserial);
        deserial = existing;
        return this;
    }

    /** MSFUNC, MINVFUNC, MSTYPE, ...: how it is computed over a window that moves. */
    public AggregateBuilder moving(Consumer<MovingAggregateBuilder> definition) {
        block.requireUnsaid("moving(...)", moving);
        moving = new MovingAggregateBuilder(block, objects);
        definition.accept(moving);
        return this;
    }

    /** SORTOP of PostgreSQL itself: an index in its order begins with the result. */
    public AggregateBuilder sortop(String symbol) {
        return sortop(Operator.builtIn(symbol));
    }

    /** SORTOP of an extension or a namespace. */
    public AggregateBuilder sortop(Operator operator) {
        block.requireUnsaid("sortop(...)", sortOperator);
        sortOperator = operator;
        return this;
    }

    /** PARALLEL SAFE. */
    public AggregateBuilder parallelSafe() {
        return parallel(Parallel.SAFE);
    }

    /** PARALLEL RESTRICTED: only in the leader. */
    public AggregateBuilder parallelRestricted() {
        return parallel(Parallel.RESTRICTED);
    }

    private AggregateBuilder parallel(Parallel wanted) {
        block.requireUnsaid("parallel(...)", parallel);
        parallel = wanted;
        return this;
    }

    /** Documentation that stays in the model. */
    public AggregateBuilder describe(String text) {
        block.requireOpen();
        description = text;
        return this;
    }

    /** COMMENT ON the aggregate, which is stored in the database. */
    public AggregateBuilder comment(String text) {
        block.requireUnsaid("comment(...)", comment);
        comment = text;
        return this;
    }

    @Override
    AggregateBuilder self() {
        return this;
    }
}

package dev.plinth;

import dev.plinth.model.Schema;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Creates in live stores what a schema declares and they do not have. It never changes and never drops anything, so
 * calling {@link #apply()} is always safe: at every start of a service, from many replicas at once, again after a crash.
 *
 * {@snippet :
 * Report report = SchemaInitializer.of(DomainFlow.SCHEMA)
 *         .with(PostgresStore.of(dataSource), DynamoStore.of(dynamoDbClient))
 *         .deadline(Duration.ofSeconds(30))
 *         .apply();
 * }
 *
 * <p>Immutable, and may be shared between threads: each call returns a new value. The stores are asked one after another in
 * the order given, on the calling thread. A store that the schema has nothing for is not asked at all, and the notes of
 * the plan or report say so; so they do when the schema has a part that no store was given for.
 */
public final class SchemaInitializer {

    /** How long everything may take where no other deadline is set. */
    public static final Duration DEFAULT_DEADLINE = Duration.ofMinutes(5);

    private final Schema schema;
    private final List<Store> stores;
    private final Duration time;
    private final Set<Finding> forbidden;
    private final List<InitializerListener> listeners;

    private SchemaInitializer(
            Schema schema,
            List<Store> stores,
            Duration time,
            Set<Finding> forbidden,
            List<InitializerListener> listeners) {
        this.schema = schema;
        this.stores = stores;
        this.time = time;
        this.forbidden = forbidden;
        this.listeners = listeners;
    }

    /** An initializer for the schema, without a store yet. */
    public static SchemaInitializer of(Schema schema) {
        return new SchemaInitializer(schema, List.of(), DEFAULT_DEADLINE, Set.of(), List.of());
    }

    /** Adds stores behind those given before. */
    public SchemaInitializer with(Store... more) {
        List<Store> all = Stream.concat(stores.stream(), Stream.of(more)).toList();
        return new SchemaInitializer(schema, all, time, forbidden, listeners);
    }

    /**
     * How long one call of {@link #plan()}, {@link #apply()} or {@link #verify()} may take, all stores together;
     * {@link #DEFAULT_DEADLINE} where nothing is said. What an apply does not get done in time is pending in the report,
     * and the next one goes on.
     *
     * @throws IllegalArgumentException when the time is not positive
     */
    public SchemaInitializer deadline(Duration newTime) {
        if (newTime.isZero() || newTime.isNegative()) {
            throw new IllegalArgumentException(
                    "deadline(" + newTime + "): nothing can be done in no time; give a positive duration such as "
                            + "Duration.ofSeconds(30)");
        }
        return new SchemaInitializer(schema, stores, newTime, forbidden, listeners);
    }

    /**
     * Makes findings an exception of {@link #apply()} and {@link #verify()}, after everything was done as usual. None is
     * where nothing is said, except {@link Finding#FAILED}, which always is.
     */
    public SchemaInitializer failOn(Finding... findings) {
        return new SchemaInitializer(schema, stores, time, Set.copyOf(List.of(findings)), listeners);
    }

    /**
     * Tells a listener, behind those given before, what {@link #apply()} and {@link #verify()} do. {@link #plan()} is not
     * told of: it waits for nothing, and its answer is all there is to it.
     */
    public SchemaInitializer listener(InitializerListener listener) {
        List<InitializerListener> all = Stream.concat(listeners.stream(), Stream.of(listener)).toList();
        return new SchemaInitializer(schema, stores, time, forbidden, all);
    }

    /**
     * What {@link #apply()} would do now. Changes nothing.
     *
     * @throws StoreException when a store cannot be reached or inspected
     */
    public Plan plan() {
        StoreLoop loop = start(Run.within(time));
        List<StoreReport> reports = loop.ask(Store::plan);
        return new Plan(schema, reports, Coverage.notes(schema, stores), loop.duration());
    }

    /**
     * Creates what is missing. Every store is tried, also when one before it failed. Steps that are pending, deferred or
     * blocked and drift are in the report, and no exception unless {@link #failOn} says so.
     *
     * @throws ApplyException when a store failed, with the report of what was done all the same
     */
    public Report apply() {
        Run run = Run.within(time, listeners);
        StoreLoop loop = start(run);
        Report report = report(run, loop, Report.Verb.APPLY, Store::apply);
        ReportLog.write(report);
        FailureMessage.of(report, forbidden).ifPresent(message -> {
            throw new ApplyException(message, report, loop.firstFailure());
        });
        return report;
    }

    /**
     * Compares the stores with the schema, looking closer than {@link #plan()}: the report also names what is unmanaged.
     * Changes nothing.
     *
     * @throws VerifyException when a store could not be reached or inspected, with the report on the others
     */
    public Report verify() {
        Run run = Run.within(time, listeners);
        StoreLoop loop = start(run);
        Report report = report(run, loop, Report.Verb.VERIFY, Store::verify);
        FailureMessage.of(report, forbidden).ifPresent(message -> {
            throw new VerifyException(message, report, loop.firstFailure());
        });
        return report;
    }

    private StoreLoop start(Run run) {
        if (stores.isEmpty()) {
            throw new IllegalStateException("no store was given for schema \"" + schema.name()
                    + "\"; call with(PostgresStore.of(dataSource)), with(DynamoStore.of(client)) or both");
        }
        return new StoreLoop(schema, stores.stream().filter(store -> store.concerns(schema)).toList(), run);
    }

    private Report report(Run run, StoreLoop loop, Report.Verb verb, StoreLoop.Question question) {
        if (run.isHeard()) {
            run.tell(new InitializerEvent.RunStarted(schema, verb));
        }
        List<StoreReport> reports = loop.askEach(question);
        List<String> notes = Stream.concat(Coverage.notes(schema, stores).stream(), run.notes().stream()).toList();
        Report report = new Report(schema, verb, reports, notes, loop.duration());
        if (run.isHeard()) {
            run.tell(new InitializerEvent.RunFinished(report));
        }
        return report;
    }
}

package dev.plinth.dynamo;

import dev.plinth.Run;
import dev.plinth.Sleeper;
import dev.plinth.Store;
import dev.plinth.StoreReport;
import dev.plinth.diff.DynamoDiff;
import dev.plinth.dynamo.internal.apply.ApplyLoop;
import dev.plinth.dynamo.internal.apply.Endpoint;
import dev.plinth.dynamo.internal.apply.Outcome;
import dev.plinth.dynamo.internal.apply.Reports;
import dev.plinth.dynamo.internal.apply.TableEvents;
import dev.plinth.dynamo.internal.apply.Wish;
import dev.plinth.dynamo.internal.apply.Workers;
import dev.plinth.dynamo.internal.client.WaitingClient;
import dev.plinth.dynamo.internal.inspect.NeighbourTables;
import dev.plinth.dynamo.internal.inspect.ScalingService;
import dev.plinth.dynamo.internal.render.VectorElements;
import dev.plinth.model.Schema;
import dev.plinth.model.dynamo.DynamoTable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * DynamoDB through a client of the application, which stays the application's: it is never closed here. Immutable.
 *
 * <p>Where nothing is missing an apply costs one DescribeTable a table, and one call more for each declared part that
 * DescribeTable does not tell of (time to live, point-in-time recovery, tags, ...). What the caller has to be allowed
 * follows from the schema and never includes an operation that deletes.
 */
public final class DynamoStore implements Store {

    /** How many calls are in flight where nothing is said; DynamoDB throttles accounts that change many tables at once. */
    public static final int DEFAULT_IN_FLIGHT = 4;

    private final DynamoDbClient client;
    private final Options options;

    private record Options(
            TableNames names,
            IndexWait indexWait,
            Set<GuardedAddition> allowed,
            int inFlight,
            Sleeper sleeper,
            Optional<ApplicationAutoScaling> autoScaling) {}

    private DynamoStore(DynamoDbClient client, Options options) {
        this.client = client;
        this.options = options;
    }

    /** The tables that this client sees, under their declared names, with {@link IndexWait#STARTED}. */
    public static DynamoStore of(DynamoDbClient client) {
        return new DynamoStore(
                client,
                new Options(
                        TableNames.asDeclared(),
                        IndexWait.STARTED,
                        Set.of(),
                        DEFAULT_IN_FLIGHT,
                        Sleeper.system(),
                        Optional.empty()));
    }

    /** The same through an asynchronous client; each call is waited for. */
    public static DynamoStore of(DynamoDbAsyncClient client) {
        return of(new WaitingClient(client));
    }

    /**
     * Puts a prefix before every table name: {@code tablePrefix("staging-")}. The prefix also marks the tables that
     * {@link #verify} counts as this schema's neighbours.
     *
     * @throws IllegalArgumentException when the prefix has a character that a table name may not have
     */
    public DynamoStore tablePrefix(String prefix) {
        return names(options.names.prefix(prefix));
    }

    /** Calls the tables otherwise than they are declared. */
    public DynamoStore names(TableNames names) {
        return with(new Options(names, options.indexWait, options.allowed, options.inFlight, options.sleeper,
                options.autoScaling));
    }

    /** How long to wait for indexes that are added to tables that exist; {@link IndexWait#STARTED} where nothing is said. */
    public DynamoStore indexWait(IndexWait wait) {
        return with(new Options(options.names, wait, options.allowed, options.inFlight, options.sleeper,
                options.autoScaling));
    }

    /** Allows additions that have consequences for the users of a table; none is where nothing is said. */
    public DynamoStore allow(GuardedAddition... additions) {
        Set<GuardedAddition> all = Stream.concat(options.allowed.stream(), Stream.of(additions))
                .collect(Collectors.toUnmodifiableSet());
        return with(new Options(options.names, options.indexWait, all, options.inFlight, options.sleeper,
                options.autoScaling));
    }

    /**
     * How many calls are in flight at one time, {@link #DEFAULT_IN_FLIGHT} where nothing is said. With 1 everything happens on
     * the calling thread.
     *
     * @throws IllegalArgumentException when the number is not positive
     */
    public DynamoStore inFlight(int calls) {
        if (calls < 1) {
            throw new IllegalArgumentException(
                    "inFlight(" + calls + "): at least one call has to be in flight; say 1 or more");
        }
        return with(new Options(options.names, options.indexWait, options.allowed, calls, options.sleeper,
                options.autoScaling));
    }

    /** Registers and compares the auto scaling that is declared; where nothing is said its steps are skipped. */
    public DynamoStore autoScaling(ApplicationAutoScaling service) {
        return with(new Options(
                options.names,
                options.indexWait,
                options.allowed,
                options.inFlight,
                options.sleeper,
                Optional.of(service)));
    }

    /** Another clock, for tests; everything then happens on the calling thread, one call after the other. */
    public DynamoStore sleeper(Sleeper clock) {
        return with(new Options(options.names, options.indexWait, options.allowed, 1, clock, options.autoScaling));
    }

    private DynamoStore with(Options other) {
        return new DynamoStore(client, other);
    }

    @Override
    public String name() {
        return "dynamodb";
    }

    @Override
    public boolean concerns(Schema schema) {
        return schema.hasDynamoPart();
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException when {@link TableNames#check} refuses the names
     */
    @Override
    public StoreReport plan(Schema schema, Run run) {
        Reports reports = reports();
        return reports.plan(look(schema, run), List.of());
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException when {@link TableNames#check} refuses the names
     */
    @Override
    public StoreReport apply(Schema schema, Run run) {
        Reports reports = reports();
        return reports.apply(loop(schema, run).apply(workers(schema)));
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException when {@link TableNames#check} refuses the names
     */
    @Override
    public StoreReport verify(Schema schema, Run run) {
        Reports reports = reports();
        List<Outcome> outcomes = look(schema, run);
        return reports.plan(outcomes, unmanaged(schema, outcomes, run));
    }

    private Reports reports() {
        return Reports.start(name(), endpoint().target());
    }

    private List<Outcome> look(Schema schema, Run run) {
        return loop(schema, run).look(workers(schema));
    }

    private ApplyLoop loop(Schema schema, Run run) {
        options.names.check(schema);
        schema.dynamoTables().forEach(VectorElements::check);
        List<Wish> wishes = schema.dynamoTables().stream().map(this::wish).toList();
        Optional<ScalingService> scaling =
                options.autoScaling.map(service -> service.service(schema.dynamoTables(), options.names));
        return new ApplyLoop(
                endpoint().with(scaling),
                wishes,
                options.sleeper,
                run.deadline().remaining(),
                new TableEvents(run));
    }

    private Wish wish(DynamoTable table) {
        return Wish.of(table, options.indexWait, options.allowed);
    }

    private Workers workers(Schema schema) {
        return new Workers(Math.min(options.inFlight, schema.dynamoTables().size()));
    }

    private Endpoint endpoint() {
        return Endpoint.of(client, options.names);
    }

    private List<String> unmanaged(Schema schema, List<Outcome> outcomes, Run run) {
        Stream<String> indexes = outcomes.stream().flatMap(outcome -> outcome.live().stream()
                .flatMap(live -> DynamoDiff.unmanaged(outcome.declared(), live).stream()));
        return Stream.concat(indexes, neighbours(schema, run).stream()).toList();
    }

    private List<String> neighbours(Schema schema, Run run) {
        if (!options.names.isMarked()) {
            return List.of();
        }
        Set<String> declared = Set.copyOf(options.names.of(schema).values());
        return NeighbourTables.unmanaged(
                client, options.names::covers, declared, run.deadline().remaining().plusMillis(1));
    }
}

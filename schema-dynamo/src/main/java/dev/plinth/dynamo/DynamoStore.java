package dev.plinth.dynamo;

import dev.plinth.Deadline;
import dev.plinth.Store;
import dev.plinth.StoreReport;
import dev.plinth.diff.DynamoDiff;
import dev.plinth.dynamo.internal.apply.ApplyLoop;
import dev.plinth.dynamo.internal.apply.Endpoint;
import dev.plinth.dynamo.internal.apply.Outcome;
import dev.plinth.dynamo.internal.apply.Reports;
import dev.plinth.dynamo.internal.apply.Sleeper;
import dev.plinth.dynamo.internal.inspect.NeighbourTables;
import dev.plinth.dynamo.internal.render.TableNames;
import dev.plinth.model.Schema;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * DynamoDB through a client of the application, which stays the application's: it is never closed here. Immutable.
 *
 * <p>Where nothing is missing an apply costs one DescribeTable a table, and one DescribeContinuousBackups for each table
 * that declares point-in-time recovery. What the caller has to be allowed: {@code dynamodb:DescribeTable},
 * {@code DescribeContinuousBackups}, and to create {@code CreateTable}, {@code UpdateTable},
 * {@code UpdateContinuousBackups}; nothing that deletes.
 */
public final class DynamoStore implements Store {

    private final DynamoDbClient client;
    private final TableNames names;
    private final IndexWait indexWait;
    private final Sleeper sleeper;

    private DynamoStore(DynamoDbClient client, TableNames names, IndexWait indexWait, Sleeper sleeper) {
        this.client = client;
        this.names = names;
        this.indexWait = indexWait;
        this.sleeper = sleeper;
    }

    /** The tables that this client sees, under their declared names, with {@link IndexWait#STARTED}. */
    public static DynamoStore of(DynamoDbClient client) {
        return new DynamoStore(client, TableNames.WITHOUT_PREFIX, IndexWait.STARTED, Sleeper.system());
    }

    /**
     * Puts a prefix before every table name: {@code tablePrefix("staging-")}. The prefix also marks the tables that
     * {@link #verify} counts as this schema's neighbours.
     *
     * @throws IllegalArgumentException when the prefix has a character that a table name may not have
     */
    public DynamoStore tablePrefix(String prefix) {
        return new DynamoStore(client, new TableNames(prefix), indexWait, sleeper);
    }

    /** How long to wait for indexes that are added to tables that exist; {@link IndexWait#STARTED} where nothing is said. */
    public DynamoStore indexWait(IndexWait wait) {
        return new DynamoStore(client, names, wait, sleeper);
    }

    /** Another clock, for tests. */
    DynamoStore sleeper(Sleeper clock) {
        return new DynamoStore(client, names, indexWait, clock);
    }

    @Override
    public String name() {
        return "dynamodb";
    }

    @Override
    public boolean concerns(Schema schema) {
        return !schema.dynamoTables().isEmpty();
    }

    @Override
    public StoreReport plan(Schema schema, Deadline deadline) {
        Reports reports = reports();
        return reports.plan(loop(schema, deadline).look(), List.of());
    }

    @Override
    public StoreReport apply(Schema schema, Deadline deadline) {
        Reports reports = reports();
        return reports.apply(loop(schema, deadline).apply());
    }

    @Override
    public StoreReport verify(Schema schema, Deadline deadline) {
        Reports reports = reports();
        List<Outcome> outcomes = loop(schema, deadline).look();
        return reports.plan(outcomes, unmanaged(schema, outcomes, deadline));
    }

    private Reports reports() {
        return Reports.start(name(), endpoint().target());
    }

    private ApplyLoop loop(Schema schema, Deadline deadline) {
        return new ApplyLoop(endpoint(), schema.dynamoTables(), indexWait, sleeper, deadline.remaining());
    }

    private Endpoint endpoint() {
        return Endpoint.of(client, names);
    }

    private List<String> unmanaged(Schema schema, List<Outcome> outcomes, Deadline deadline) {
        Stream<String> indexes = outcomes.stream().flatMap(outcome -> outcome.live().stream()
                .flatMap(live -> DynamoDiff.unmanaged(outcome.declared(), live).stream()));
        return Stream.concat(indexes, neighbours(schema, deadline).stream()).toList();
    }

    /** Without a prefix there is no telling whose the other tables are. */
    private List<String> neighbours(Schema schema, Deadline deadline) {
        if (names.prefix().isEmpty()) {
            return List.of();
        }
        Set<String> declared = schema.dynamoTables().stream().map(names::of).collect(Collectors.toSet());
        return NeighbourTables.unmanaged(client, names.prefix(), declared, deadline.remaining().plusMillis(1));
    }
}

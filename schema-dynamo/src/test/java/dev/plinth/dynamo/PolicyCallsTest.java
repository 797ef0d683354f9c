package dev.plinth.dynamo;

import static dev.plinth.dsl.SchemaDsl.NEW_AND_OLD_IMAGES;
import static dev.plinth.dsl.SchemaDsl.STRONG;
import static dev.plinth.dsl.SchemaDsl.dynamoTable;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plinth.Run;
import dev.plinth.StoreReport;
import dev.plinth.dsl.DynamoTableBuilder;
import dev.plinth.model.dynamo.Billing;
import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.model.dynamo.TableSettings;
import dev.plinth.test.dynamo.FakeDynamoDb;
import dev.plinth.test.dynamo.VirtualClock;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.ListTablesResponse;

/** Each policy allows exactly the operations that are called for it: one too few fails, and so does one too many. */
class PolicyCallsTest {

    private static final String TABLE = "arn:aws:dynamodb:eu-central-1:123456789012:table/Orders";

    record Feature(String name, DynamoTable table) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Feature feature(String name, Consumer<DynamoTableBuilder> words) {
        return new Feature(name, dynamoTable("Orders", t -> {
            t.partitionKey(t.string("id")).sortKey(t.string("at"));
            words.accept(t);
        }));
    }

    static Stream<Feature> features() {
        return Stream.of(
                feature("a key", t -> {}),
                feature("provisioned throughput", t -> t.provisioned(5, 2)),
                feature("local index", t -> t.localIndex("by-day").sortKey(t.string("day"))),
                feature("global index", t -> t.globalIndex("by-user").partitionKey(t.string("user"))),
                feature("maximum of requests", t -> t.onDemandThroughput(100, 50)),
                feature("warm throughput", t -> t.warmThroughput(15000, 5000)),
                feature("stream", t -> t.stream(NEW_AND_OLD_IMAGES)),
                feature("deletion protection", t -> t.deletionProtection()),
                feature("tags", t -> t.tag("team", "orders")),
                feature("resource policy", t -> t.resourcePolicy("{\"Statement\":[]}")),
                feature("time to live", t -> t.timeToLive(t.number("expires_at"))),
                feature("point-in-time recovery", t -> t.pointInTimeRecovery(7)),
                feature("contributor insights", t -> t.contributorInsights()),
                feature("contributor insights of an index", t -> t.globalIndex("by-user")
                        .partitionKey(t.string("user")).contributorInsights()),
                feature("Kinesis", t -> t.kinesisDestination(RichTables.STREAM)),
                feature("replicas", t -> t.stream(NEW_AND_OLD_IMAGES).replica("eu-west-1")),
                feature("strong consistency", t -> t.multiRegionConsistency(STRONG).replica("us-east-1")
                        .witness("us-west-2")),
                feature("everything", t -> {
                    t.globalIndex("by-user").partitionKey(t.string("user")).contributorInsights();
                    t.onDemandThroughput(100, 50).warmThroughput(15000, 5000).deletionProtection();
                    t.timeToLive(t.number("expires_at")).pointInTimeRecovery().tag("team", "orders");
                    t.resourcePolicy("{\"Statement\":[]}").contributorInsights().stream(NEW_AND_OLD_IMAGES);
                    t.kinesisDestination(RichTables.STREAM).replica("eu-west-1");
                }));
    }

    private final Set<String> called = new TreeSet<>();
    private final VirtualClock clock = new VirtualClock();
    private DynamoDbClient service = recorded(new FakeDynamoDb(clock));

    @ParameterizedTest
    @MethodSource("features")
    void looking(Feature feature) throws JsonProcessingException, InterruptedException {
        look(feature.table());
        create(bare(feature.table()));
        look(feature.table());
        Set<String> looked = Set.copyOf(called);
        apply(feature.table(), GuardedAddition.values());
        called.clear();
        look(feature.table());
        called.addAll(looked);

        assertThat(called).isEqualTo(allowed(policies().verify(Tables.of(feature.table()))));
    }

    @ParameterizedTest
    @MethodSource("features")
    void creating(Feature feature) throws JsonProcessingException, InterruptedException {
        apply(feature.table());
        assertSilent(feature.table());
        // and then only looks, at a table that has less as well
        service = recorded(new FakeDynamoDb(clock));
        create(bare(feature.table()));
        look(feature.table());
        // a run that was interrupted behind CreateTable
        service = recorded(new FakeDynamoDb(clock));
        create(feature.table());
        apply(feature.table());

        called.addAll(attached(feature.table()));
        assertThat(called).isEqualTo(allowed(policies().create(Tables.of(feature.table()))));
    }

    @ParameterizedTest
    @MethodSource("features")
    void adding(Feature feature) throws JsonProcessingException, InterruptedException {
        create(bare(feature.table()));
        called.clear();
        apply(feature.table());
        apply(feature.table(), GuardedAddition.values());
        assertSilent(feature.table());

        assertThat(called).isEqualTo(allowed(policies().add(Tables.of(feature.table()))));
    }

    private static DynamoPolicies policies() {
        return DynamoPolicies.of().account("123456789012").region("eu-central-1");
    }

    private void look(DynamoTable table) {
        DynamoStore.of(service).sleeper(clock).verify(Tables.of(table), Run.within(Duration.ofDays(1)));
    }

    private StoreReport apply(DynamoTable table, GuardedAddition... allowed) {
        return DynamoStore.of(service)
                .sleeper(clock)
                .allow(allowed)
                .indexWait(IndexWait.ACTIVE)
                .apply(Tables.of(table), Run.within(Duration.ofDays(1)));
    }

    private void assertSilent(DynamoTable table) {
        assertThat(apply(table).steps()).isEmpty();
    }

    /** By somebody else: not recorded. */
    private void create(DynamoTable table) throws InterruptedException {
        Set<String> before = Set.copyOf(called);
        service.createTable(createTable(table));
        clock.sleep(Duration.ofMinutes(1));
        called.retainAll(before);
    }

    private static CreateTableRequest createTable(DynamoTable table) {
        return (CreateTableRequest) DynamoRequests.of().render(table).get(0).request();
    }

    /** As much of a table as can never be added. */
    private static DynamoTable bare(DynamoTable table) {
        Billing billing = table.billing() instanceof Billing.Provisioned ? table.billing() : Billing.payPerRequest();
        return new DynamoTable(
                table.name(), table.attributes(), table.key(), table.localIndexes(), List.of(), List.of(), billing,
                TableSettings.NONE, null);
    }

    /** What CreateTable asks for besides itself. */
    private static Set<String> attached(DynamoTable table) {
        CreateTableRequest request = createTable(table);
        Set<String> actions = new TreeSet<>();
        if (request.hasTags()) {
            actions.add("TagResource");
        }
        if (request.resourcePolicy() != null) {
            actions.add("PutResourcePolicy");
        }
        return actions;
    }

    /** The operations that a policy allows on the table and its indexes; those on replicas are DynamoDB's own. */
    private static Set<String> allowed(String policy) throws JsonProcessingException {
        Set<String> actions = new TreeSet<>();
        for (JsonNode statement : new ObjectMapper().readTree(policy).path("Statement")) {
            if (statement.path("Resource").toString().contains(TABLE)) {
                statement.path("Action").forEach(action -> actions.add(action.asText().replace("dynamodb:", "")));
            }
        }
        return actions;
    }

    /** A client that writes down the operation of every call. */
    private DynamoDbClient recorded(FakeDynamoDb fake) {
        return (DynamoDbClient) Proxy.newProxyInstance(
                DynamoDbClient.class.getClassLoader(), new Class<?>[]{DynamoDbClient.class},
                (proxy, method, arguments) -> {
                    if (arguments != null && arguments.length == 1) {
                        called.add(method.getName().substring(0, 1).toUpperCase(Locale.ROOT)
                                + method.getName().substring(1));
                    }
                    return method.getName().equals("listTables")
                            ? ListTablesResponse.builder().build()
                            : invoke(fake, method, arguments);
                });
    }

    private static Object invoke(FakeDynamoDb fake, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(fake, arguments);
        } catch (InvocationTargetException refused) {
            throw refused.getCause();
        }
    }
}

package dev.plinth.examples.benchmarks.dynamo;

import static dev.plinth.dsl.SchemaDsl.dynamoTable;
import static dev.plinth.dsl.SchemaDsl.schema;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.Report;
import dev.plinth.SchemaInitializer;
import dev.plinth.dynamo.DynamoStore;
import dev.plinth.model.Schema;
import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.test.dynamo.FakeDynamoDb;
import dev.plinth.test.dynamo.VirtualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** What the check costs in calls: one a table, and one for each declared part that DescribeTable does not tell of. */
class CallsTest {

    private static final String STREAM = "arn:aws:kinesis:eu-central-1:123456789012:stream/all";
    private static final String POLICY = "{\"Version\": \"2012-10-17\", \"Statement\": []}";

    @Test
    void a_hundred_complete_tables_cost_a_hundred_calls() throws Exception {
        Queue<String> calls = new ConcurrentLinkedQueue<>();
        ExecutionInterceptor counter = new ExecutionInterceptor() {
            @Override
            public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
                calls.add(context.request().getClass().getSimpleName());
            }
        };
        try (LocalServer server = LocalServer.start(); var client = server.client("counted", counter)) {
            Report created = DynamoTables.apply(client);
            List<String> creation = List.copyOf(calls);
            calls.clear();
            Report checked = DynamoTables.apply(client);

            assertThat(created.isComplete()).isTrue();
            assertThat(creation).filteredOn("CreateTableRequest"::equals).hasSize(ManyTables.COUNT);
            assertThat(checked.isComplete()).isTrue();
            assertThat(checked.stores().get(0).steps()).isEmpty();
            assertThat(calls).hasSize(ManyTables.COUNT).containsOnly("DescribeTableRequest");
        }
    }

    @Test
    void each_declared_part_costs_one_call_more() {
        VirtualClock clock = new VirtualClock();
        FakeDynamoDb service = new FakeDynamoDb(clock);
        List<String> calls = new ArrayList<>();
        service.beforeCall(calls::add);
        SchemaInitializer initializer = SchemaInitializer.of(withParts())
                .with(DynamoStore.of(service).sleeper(clock))
                .deadline(Duration.ofDays(1));
        initializer.apply();
        calls.clear();

        assertThat(initializer.apply().stores().get(0).steps()).isEmpty();

        Map<String, Integer> counted = new TreeMap<>();
        calls.forEach(call -> counted.merge(call, 1, Integer::sum));
        assertThat(counted).containsExactlyInAnyOrderEntriesOf(Map.of(
                "DescribeTable", 10,
                "DescribeTimeToLive", 1,
                "DescribeContinuousBackups", 1,
                "ListTagsOfResource", 1,
                "GetResourcePolicy", 1,
                "DescribeContributorInsights", 2,
                "DescribeKinesisStreamingDestination", 1));
    }

    private static Schema withParts() {
        return schema("parts", IntStream.range(0, 10)
                .mapToObj(i -> dynamoTable("Table" + i, t -> {
                    t.partitionKey(t.string("id"));
                    if (i == 3) {
                        t.globalIndex("by-user").partitionKey(t.string("user")).contributorInsights();
                        t.timeToLive(t.number("expires_at")).pointInTimeRecovery().tag("team", "orders");
                        t.resourcePolicy(POLICY).contributorInsights().kinesisDestination(STREAM);
                    }
                }))
                .toArray(DynamoTable[]::new));
    }
}

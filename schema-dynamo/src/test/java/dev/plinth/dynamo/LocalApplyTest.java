package dev.plinth.dynamo;

import static dev.plinth.dsl.SchemaDsl.dynamoTable;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.Run;
import dev.plinth.Step;
import dev.plinth.StoreReport;
import dev.plinth.model.Schema;
import dev.plinth.model.dynamo.DynamoTable;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;

/** Apply on DynamoDB Local. */
class LocalApplyTest {

    private static final Schema BOTH = Tables.of(Tables.REPORTS, Tables.COUNTERS);

    private final Calls calls = new Calls();
    private final String account;

    LocalApplyTest(TestInfo test) {
        account = test.getTestMethod().orElseThrow().getName().replace("_", "");
    }

    private DynamoDbClient client() {
        return DynamoDbLocal.client(account, calls);
    }

    private static DynamoTable sessions(int indexes) {
        return dynamoTable("Sessions", t -> {
            t.partitionKey(t.string("id"));
            for (int i = 1; i <= indexes; i++) {
                t.globalIndex("by-a" + i).partitionKey(t.string("a" + i));
            }
        });
    }

    private static List<String> lines(StoreReport report) {
        return report.steps().stream().map(step -> step.status() + " " + step.describe()).toList();
    }

    @Test
    void creates_everything_and_then_nothing() {
        DynamoStore store = DynamoStore.of(client());

        StoreReport first = store.apply(BOTH, Tables.soon());
        calls.take();
        StoreReport second = store.apply(BOTH, Tables.soon());

        assertThat(lines(first))
                .containsExactly(
                        "DONE DynamoDB table Reports",
                        "DONE DynamoDB table Counters",
                        "SKIPPED point in time recovery Reports: DynamoDB Local does not know point-in-time"
                                + " recovery");
        assertThat(first.drift()).isEmpty();
        assertThat(first.failures()).isEmpty();
        assertThat(second.drift()).isEmpty();
        assertThat(second.steps(Step.Status.DONE)).isEmpty();
        assertThat(calls.take()).containsExactly("DescribeTable", "DescribeTable");
    }

    @Test
    void plan_changes_nothing_and_shows_the_requests() {
        DynamoStore store = DynamoStore.of(client()).tablePrefix("p-");

        StoreReport plan = store.plan(BOTH, Tables.soon());

        assertThat(lines(plan))
                .containsExactly(
                        "PLANNED DynamoDB table Reports",
                        "PLANNED DynamoDB table Counters",
                        "PLANNED point in time recovery Reports");
        assertThat(plan.steps().stream().flatMap(step -> step.statements().stream()))
                .containsExactlyInAnyOrderElementsOf(DynamoRequests.of().tablePrefix("p-").render(BOTH).stream()
                        .map(DynamoRequest::json)
                        .toList());
        assertThat(calls.take()).containsExactly("DescribeTable", "DescribeTable");
        assertThat(client().listTables().tableNames()).isEmpty();
    }

    @Test
    void the_prefix_is_part_of_the_name_in_the_account_only() {
        DynamoStore.of(client()).tablePrefix("staging-").apply(BOTH, Tables.soon());
        client().createTable(createRequest("staging-Other"));
        client().createTable(createRequest("Elsewhere"));

        StoreReport report = DynamoStore.of(client()).tablePrefix("staging-").verify(BOTH, Tables.soon());

        assertThat(client().listTables().tableNames())
                .containsExactlyInAnyOrder("staging-Reports", "staging-Counters", "staging-Other", "Elsewhere");
        assertThat(report.drift()).isEmpty();
        assertThat(report.unmanaged()).containsExactly("DynamoDB table staging-Other");
        assertThat(report.target()).startsWith("eu-central-1 at localhost:").endsWith(", tables staging-*");
    }

    private static CreateTableRequest createRequest(String name) {
        DynamoTable table = dynamoTable(name, t -> t.partitionKey(t.string("id")));
        return (CreateTableRequest) DynamoRequests.of().render(table).get(0).request();
    }

    @Test
    void indexes_that_are_new_in_the_schema_are_added_and_nothing_else() {
        DynamoStore store = DynamoStore.of(client()).indexWait(IndexWait.ACTIVE);
        store.apply(Tables.of(sessions(0)), Tables.soon());
        calls.take();

        assertThat(lines(store.apply(Tables.of(sessions(1)), Tables.soon())))
                .containsExactly("DONE global index by-a1 on Sessions");
        assertThat(calls.take()).startsWith("DescribeTable", "Scan", "UpdateTable").containsOnlyOnce("UpdateTable");
        assertThat(lines(store.apply(Tables.of(sessions(3)), Tables.soon())))
                .containsExactly("DONE global index by-a2 on Sessions", "DONE global index by-a3 on Sessions");
        assertThat(calls.take()).filteredOn("UpdateTable"::equals).hasSize(2);
        assertThat(store.apply(Tables.of(sessions(3)), Tables.soon()).steps()).isEmpty();
        assertThat(calls.take()).containsExactly("DescribeTable");
    }

    @Test
    void an_older_version_of_the_schema_leaves_newer_indexes_alone() {
        DynamoStore store = DynamoStore.of(client());
        store.apply(Tables.of(sessions(2)), Tables.soon());

        StoreReport report = store.verify(Tables.of(sessions(1)), Tables.soon());

        assertThat(report.steps()).isEmpty();
        assertThat(report.drift()).isEmpty();
        assertThat(report.unmanaged()).containsExactly("global index by-a2 on Sessions");
    }

    @Test
    void the_json_of_a_request_is_what_the_service_reads() throws IOException, InterruptedException {
        HttpClient http = HttpClient.newHttpClient();
        for (DynamoTable table : BOTH.dynamoTables()) {
            String json = DynamoRequests.of().render(table).get(0).json();
            HttpRequest post = HttpRequest.newBuilder(DynamoDbLocal.endpoint())
                    .header("X-Amz-Target", "DynamoDB_20120810.CreateTable")
                    .header("Content-Type", "application/x-amz-json-1.0")
                    .header("Authorization", "AWS4-HMAC-SHA256 Credential=" + account
                            + "/20261101/eu-central-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0")
                    .POST(HttpRequest.BodyPublishers.ofString(json))
                    .build();
            assertThat(http.send(post, HttpResponse.BodyHandlers.ofString()).body()).contains("TableDescription");
        }

        assertThat(DynamoStore.of(client()).apply(BOTH, Tables.soon()).drift()).isEmpty();
    }

    @Test
    void eight_appliers_at_once_all_succeed() throws InterruptedException, ExecutionException {
        List<Callable<StoreReport>> appliers = IntStream.range(0, 8)
                .<Callable<StoreReport>>mapToObj(i -> () -> DynamoStore.of(DynamoDbLocal.client(account))
                        .apply(BOTH, Run.within(Duration.ofMinutes(1))))
                .toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<StoreReport> applier : threads.invokeAll(appliers)) {
                assertThat(applier.get().failures()).isEmpty();
                assertThat(applier.get().steps(Step.Status.PENDING)).isEmpty();
                assertThat(applier.get().drift()).isEmpty();
            }
        }
        assertThat(client().listTables().tableNames()).containsExactlyInAnyOrder("Reports", "Counters");
    }

    @Test
    void eight_appliers_at_once_add_the_same_indexes_once() throws InterruptedException, ExecutionException {
        DynamoStore.of(client()).apply(Tables.of(sessions(0)), Tables.soon());
        List<Callable<StoreReport>> appliers = IntStream.range(0, 8)
                .<Callable<StoreReport>>mapToObj(i -> () -> DynamoStore.of(DynamoDbLocal.client(account))
                        .indexWait(IndexWait.ACTIVE)
                        .apply(Tables.of(sessions(2)), Run.within(Duration.ofMinutes(1))))
                .toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<StoreReport> applier : threads.invokeAll(appliers)) {
                assertThat(applier.get().failures()).isEmpty();
                assertThat(applier.get().steps(Step.Status.PENDING)).isEmpty();
            }
        }
        assertThat(client().describeTable(r -> r.tableName("Sessions")).table().globalSecondaryIndexes())
                .extracting(index -> index.indexName())
                .containsExactlyInAnyOrder("by-a1", "by-a2");
    }

    @Test
    void two_processes_with_four_appliers_each_all_succeed() throws IOException, InterruptedException {
        List<Process> processes = List.of(process(), process());

        for (Process process : processes) {
            String output = new String(process.getInputStream().readAllBytes());
            assertThat(process.waitFor()).as(output).isZero();
        }
        StoreReport report = DynamoStore.of(client()).verify(BOTH, Tables.soon());
        assertThat(report.steps(Step.Status.PLANNED)).isEmpty();
        assertThat(report.drift()).isEmpty();
    }

    private Process process() throws IOException {
        String java = ProcessHandle.current().info().command().orElseThrow();
        return new ProcessBuilder(
                java,
                "-cp",
                System.getProperty("java.class.path"),
                ApplierProcess.class.getName(),
                DynamoDbLocal.endpoint().toString(),
                account)
                .redirectErrorStream(true)
                .start();
    }
}

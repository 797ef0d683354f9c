package dev.plinth.examples.benchmarks.dynamo;

import dev.plinth.Report;
import dev.plinth.SchemaInitializer;
import dev.plinth.dynamo.DynamoStore;
import dev.plinth.examples.benchmarks.Benchmark;
import dev.plinth.examples.benchmarks.Benchmarks;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Creating a hundred tables in an empty account, and finding that all of them are there. */
public final class DynamoTables implements Benchmarks.Suite {

    private final LocalServer server;
    private int accounts;

    private DynamoTables(LocalServer server) {
        this.server = server;
    }

    /** Starts DynamoDB Local. */
    public static DynamoTables start() throws Exception {
        return new DynamoTables(LocalServer.start());
    }

    @Override
    public List<Benchmark> benchmarks() {
        DynamoDbClient complete = server.client("complete");
        ManyTables.createByHand(complete);
        return List.of(
                new Benchmark(
                        "create " + ManyTables.COUNT + " tables with 2 indexes",
                        new InEmptyAccount(ManyTables::createByHand),
                        new InEmptyAccount(DynamoTables::apply)),
                new Benchmark(
                        "find " + ManyTables.COUNT + " tables complete",
                        () -> ManyTables.lookByHand(complete),
                        () -> apply(complete)));
    }

    static Report apply(DynamoDbClient client) {
        return SchemaInitializer.of(ManyTables.declared())
                .with(DynamoStore.of(client))
                .deadline(Duration.ofMinutes(5))
                .apply();
    }

    @Override
    public void close() {
        server.close();
    }

    /** Every time in an account that nobody has used, through a client that is warm already. */
    private final class InEmptyAccount implements Benchmark.Way {

        private final Consumer<DynamoDbClient> work;
        private DynamoDbClient client;

        InEmptyAccount(Consumer<DynamoDbClient> work) {
            this.work = work;
            this.client = server.client("unused");
        }

        @Override
        public void prepare() {
            accounts++;
            client.close();
            client = server.client("empty" + accounts);
            client.listTables();
        }

        @Override
        public void go() {
            work.accept(client);
        }
    }
}

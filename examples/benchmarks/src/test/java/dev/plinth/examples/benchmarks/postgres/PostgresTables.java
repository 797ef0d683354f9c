package dev.plinth.examples.benchmarks.postgres;

import dev.plinth.SchemaInitializer;
import dev.plinth.Step;
import dev.plinth.examples.benchmarks.Benchmark;
import dev.plinth.examples.benchmarks.Benchmarks;
import dev.plinth.examples.benchmarks.database.DatabaseServer;
import dev.plinth.examples.benchmarks.database.PlainQueries;
import dev.plinth.model.Schema;
import dev.plinth.postgres.PostgresStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Some, many and very many tables: from empty, from empty over a network, with nothing to do, and in a process that has just begun. */
public final class PostgresTables implements Benchmarks.Suite {

    private static final List<Integer> COUNTS = Stream.of(System.getProperty("plinth.benchmark.tables", "").split(","))
            .filter(count -> !count.isBlank())
            .map(Integer::valueOf)
            .toList();
    private static final String BY_HAND = "by_hand";
    private static final String PLINTH = "plinth";

    /** A transaction may not hold more locks than the server has room for, neither by hand. */
    private static final int STATEMENTS_AT_ONCE = 500;

    private final DatabaseServer server;
    private final DelayedServer far;
    private final NewProcess process;

    /** What the database holds in full. */
    private @Nullable Schema made;

    /** For how many tables the caches of a new process are. */
    private int cached;

    /** Whether only what finds nothing to do is measured, which takes seconds and not an hour. */
    private final boolean isComplete;

    private PostgresTables(DatabaseServer server, DelayedServer far, NewProcess process, boolean isComplete) {
        this.server = server;
        this.far = far;
        this.process = process;
        this.isComplete = isComplete;
    }

    /** On the server that the environment names. */
    public static PostgresTables start() throws Exception {
        return start(false);
    }

    /** The same with the databases that are complete alone. */
    public static PostgresTables startComplete() throws Exception {
        return start(true);
    }

    private static PostgresTables start(boolean isComplete) throws Exception {
        DatabaseServer server = DatabaseServer.fromEnvironment();
        DelayedServer far = new DelayedServer(server.host(), server.port(), Duration.ofMillis(5));
        return new PostgresTables(server, far, NewProcess.create(), isComplete);
    }

    @Override
    public List<Benchmark> benchmarks() {
        List<Benchmark> all = new ArrayList<>();
        for (int count : COUNTS.isEmpty() ? List.of(7, 100, 1_000, 5_000) : COUNTS) {
            Schema schema = WideTables.of(count);
            if (isComplete) {
                all.add(nothingToDo(count, schema));
                all.addAll(inNewProcess(count));
                continue;
            }
            List<List<String>> statements = statements(schema);
            int rounds = count <= 100 ? 10 : count <= 1_000 ? 4 : 2;
            all.add(fromEmpty(count + " tables from empty, one JDBC batch", rounds, schema, statements, false));
            if (count == 100 || count == 1_000) {
                all.add(fromEmpty(
                        count + " tables from empty, 5 ms away, one JDBC batch", rounds, schema, statements, true));
            }
            all.add(nothingToDo(count, schema));
            all.addAll(inNewProcess(count));
        }
        return all;
    }

    private List<List<String>> statements(Schema schema) {
        server.createDatabase(PLINTH, List.of());
        List<String> all = SchemaInitializer.of(schema)
                .with(PostgresStore.of(server.pool(PLINTH)))
                .plan()
                .stores()
                .getFirst()
                .steps()
                .stream()
                .map(Step::statements)
                .flatMap(List::stream)
                .toList();
        List<List<String>> groups = new ArrayList<>();
        for (int from = 0; from < all.size(); from += STATEMENTS_AT_ONCE) {
            groups.add(all.subList(from, Math.min(all.size(), from + STATEMENTS_AT_ONCE)));
        }
        return groups;
    }

    private Benchmark fromEmpty(
            String name, int rounds, Schema schema, List<List<String>> statements, boolean isFar) {
        return new Benchmark(
                name + ", " + rounds + " rounds",
                new Prepared(() -> recreate(BY_HAND), () -> execute(pool(BY_HAND, isFar), statements)),
                new Prepared(() -> recreate(PLINTH), () -> applyToNewDatabase(schema, isFar)),
                rounds > 4 ? 4 : 1,
                rounds);
    }

    private DataSource pool(String database, boolean isFar) {
        return isFar ? server.pool(database, far.port()) : server.pool(database);
    }

    private Benchmark nothingToDo(int count, Schema schema) {
        PlainQueries queries = new PlainQueries(List.of("public"));
        int warmUps = Math.clamp(20_000 / count, 4, 400);
        int rounds = count <= 100 ? 40 : 10;
        return new Benchmark(
                count + " tables with nothing to do, plain catalog queries for the same rows, " + rounds
                        + " rounds after "
                        + warmUps,
                new Prepared(() -> complete(schema), () -> queries.read(server.pool(PLINTH))),
                () -> apply(schema, server.pool(PLINTH)),
                warmUps,
                rounds);
    }

    private List<Benchmark> inNewProcess(int count) {
        String name = count + " tables with nothing to do, in a new process, one that connects and queries";
        Benchmark plain = new Benchmark(
                name + ", 10 rounds",
                () -> process.run(NewProcess.Task.QUERY, PLINTH, count),
                () -> process.run(NewProcess.Task.APPLY, PLINTH, count),
                1,
                10);
        Benchmark cached = new Benchmark(
                name + ", both with an AOT cache, 10 rounds",
                new Prepared(
                        () -> writeCaches(count),
                        () -> process.runWithCache(NewProcess.Task.QUERY, PLINTH, count)),
                new Prepared(
                        () -> writeCaches(count),
                        () -> process.runWithCache(NewProcess.Task.APPLY, PLINTH, count)),
                1,
                10);
        return NewProcess.canWriteCache() ? List.of(plain, cached) : List.of(plain);
    }

    /** Once for each number of tables; the caches are of what one run of each task needs. */
    private void writeCaches(int count) throws Exception {
        if (cached != count) {
            process.writeCache(NewProcess.Task.QUERY, PLINTH, count);
            process.writeCache(NewProcess.Task.APPLY, PLINTH, count);
            cached = count;
        }
    }

    private static void execute(DataSource database, List<List<String>> groups) throws SQLException {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (List<String> group : groups) {
                statement.execute(String.join(";\n", group));
                connection.commit();
            }
            connection.setAutoCommit(true);
        }
    }

    static void apply(Schema schema, DataSource database) {
        SchemaInitializer.of(schema)
                .with(PostgresStore.of(database))
                .deadline(Duration.ofMinutes(10))
                .apply();
    }

    /** A new database, and a connection to it. */
    private void recreate(String database) throws SQLException {
        server.createDatabase(database, List.of());
        server.pool(database).getConnection().close();
        server.pool(database, far.port()).getConnection().close();
    }

    private void applyToNewDatabase(Schema schema, boolean isFar) {
        apply(schema, pool(PLINTH, isFar));
        made = schema;
    }

    /** The database of the schema, which is made where the one before was of another. */
    private void complete(Schema schema) throws SQLException {
        if (made != schema) {
            recreate(PLINTH);
            applyToNewDatabase(schema, false);
        }
    }

    /** A way with what makes ready for it each time. */
    private record Prepared(Preparation preparation, Benchmark.Way way) implements Benchmark.Way {

        interface Preparation {
            void run() throws Exception;
        }

        @Override
        public void prepare() throws Exception {
            preparation.run();
        }

        @Override
        public void go() throws Exception {
            way.go();
        }
    }

    @Override
    public void close() {
        server.dropDatabase(BY_HAND);
        server.dropDatabase(PLINTH);
        process.delete();
        try {
            far.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

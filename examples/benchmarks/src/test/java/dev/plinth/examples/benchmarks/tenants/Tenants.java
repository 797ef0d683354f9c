package dev.plinth.examples.benchmarks.tenants;

import dev.plinth.examples.benchmarks.Benchmark;
import dev.plinth.examples.benchmarks.Benchmarks;
import dev.plinth.examples.domainflow.schema.DomainFlow;
import dev.plinth.model.Schema;
import dev.plinth.postgres.PostgresDdl;
import dev.plinth.postgres.PostgresTenants;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** DomainFlow in many namespaces: from empty, and with nothing to do. */
public final class Tenants implements Benchmarks.Suite {

    private static final int COUNT = Integer.getInteger("plinth.benchmark.tenants", 1_000);
    private static final int CONNECTIONS = 4;
    private static final Schema SCHEMA = DomainFlow.SCHEMA.onlySql();
    private static final List<String> NAMESPACES =
            IntStream.range(0, COUNT).mapToObj(number -> "tenant_" + number).toList();

    private final TenantsServer server;
    private final List<Path> scripts;

    private Tenants(TenantsServer server, List<Path> scripts) {
        this.server = server;
        this.scripts = scripts;
    }

    /** Writes the scripts for psql: one for each connection, one transaction a tenant. */
    public static Tenants start() throws Exception {
        List<Path> scripts = new ArrayList<>();
        for (int connection = 0; connection < CONNECTIONS; connection++) {
            scripts.add(Files.writeString(Files.createTempFile("tenants", ".sql"), script(connection)));
        }
        return new Tenants(TenantsServer.fromEnvironment(), scripts);
    }

    private static String script(int connection) {
        StringBuilder script = new StringBuilder();
        for (int number = connection; number < COUNT; number += CONNECTIONS) {
            String statements = PostgresDdl.plain().render(SCHEMA.inNamespace(NAMESPACES.get(number)));
            script.append("BEGIN;\n").append(withoutExtensions(statements)).append("\nCOMMIT;\n");
        }
        return script.toString();
    }

    /** Extensions are there before either way begins. */
    private static String withoutExtensions(String script) {
        return script.lines()
                .filter(line -> !line.startsWith("--") && !line.startsWith("CREATE EXTENSION"))
                .collect(Collectors.joining("\n"));
    }

    @Override
    public List<Benchmark> benchmarks() {
        return List.of(
                new Benchmark(COUNT + " namespaces from empty, psql with " + CONNECTIONS + " connections by hand",
                        new FromEmpty(() -> server.psql("by_hand", scripts), "by_hand"),
                        new FromEmpty(() -> apply("plinth"), "plinth")),
                new Benchmark(COUNT + " namespaces with nothing to do, the names of their tables by hand",
                        () -> server.countTables("plinth"),
                        () -> apply("plinth")));
    }

    private void apply(String database) {
        PostgresTenants.of(SCHEMA)
                .namespaces(server.dataSource(database), NAMESPACES)
                .connections(CONNECTIONS)
                .apply()
                .orThrow();
    }

    /** A way that finds a new database each time. */
    private final class FromEmpty implements Benchmark.Way {

        private final Benchmark.Way way;
        private final String database;

        FromEmpty(Benchmark.Way way, String database) {
            this.way = way;
            this.database = database;
        }

        @Override
        public void prepare() throws Exception {
            server.createDatabase(database);
        }

        @Override
        public void go() throws Exception {
            way.go();
        }
    }

    @Override
    public void close() {
        server.dropDatabase("by_hand");
        server.dropDatabase("plinth");
        try {
            for (Path script : scripts) {
                Files.delete(script);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

package dev.plinth.examples.benchmarks.tenants;

import dev.plinth.examples.benchmarks.Benchmark;
import dev.plinth.examples.benchmarks.Benchmarks;
import dev.plinth.examples.benchmarks.database.DatabaseServer;
import dev.plinth.examples.benchmarks.database.PlainQueries;
import dev.plinth.examples.domainflow.schema.DomainFlow;
import dev.plinth.model.Schema;
import dev.plinth.postgres.PostgresTenants;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.IntStream;

/** DomainFlow in many namespaces: from empty, in namespaces that are there, and with nothing to do. */
public final class Tenants implements Benchmarks.Suite {

    private static final int COUNT = Integer.getInteger("plinth.benchmark.tenants", 1_000);
    private static final int BESIDE_PEERS = Math.min(200, COUNT);
    private static final int CONNECTIONS = 4;
    private static final Schema SCHEMA = DomainFlow.SCHEMA.onlySql();
    private static final String BY_HAND = "by_hand";
    private static final String PLINTH = "plinth";

    private final DatabaseServer server;
    private final Scripts scripts;

    private Tenants(DatabaseServer server, Scripts scripts) {
        this.server = server;
        this.scripts = scripts;
    }

    /** Writes the scripts for psql. */
    public static Tenants start() throws Exception {
        return new Tenants(DatabaseServer.fromEnvironment(), Scripts.write(SCHEMA, namespaces(COUNT), CONNECTIONS));
    }

    private static List<String> namespaces(int count) {
        return IntStream.range(0, count).mapToObj(number -> "tenant_" + number).toList();
    }

    /** The later ones find what the earlier ones made. */
    @Override
    public List<Benchmark> benchmarks() {
        List<Benchmark> all = new ArrayList<>();
        String beside = ", psql with " + CONNECTIONS + " connections";
        all.add(new Benchmark(
                COUNT + " namespaces that are there and empty" + beside + ", 2 rounds",
                new InNewDatabase(BY_HAND, COUNT, () -> psql(scripts.intoNamespaces())),
                new InNewDatabase(PLINTH, COUNT, () -> apply(PLINTH, COUNT, CONNECTIONS)),
                1,
                2));
        all.add(new Benchmark(
                COUNT + " namespaces from empty" + beside + ", 4 rounds",
                new InNewDatabase(BY_HAND, 0, () -> psql(scripts.fromEmpty())),
                new InNewDatabase(PLINTH, 0, () -> apply(PLINTH, COUNT, CONNECTIONS)),
                1,
                4));
        all.add(nothingToDo(COUNT));
        all.add(nothingToDo(1));
        ServiceLoader.load(Peer.class).forEach(peer -> addPeer(peer, all));
        return all;
    }

    private Benchmark nothingToDo(int count) {
        PlainQueries queries = new PlainQueries(namespaces(count));
        return new Benchmark(
                count + (count == 1 ? " namespace" : " namespaces") + " of " + COUNT
                        + " with nothing to do, plain catalog queries for the same rows",
                () -> queries.read(server.pool(PLINTH)),
                () -> apply(PLINTH, count, CONNECTIONS));
    }

    /** One connection each, as the other tools are called in a loop. */
    private void addPeer(Peer peer, List<Benchmark> all) {
        Benchmark.Way other = () -> peer.apply(server.pool(BY_HAND), namespaces(BESIDE_PEERS), scripts.template());
        Benchmark.Way plinth = () -> apply(PLINTH, BESIDE_PEERS, 1);
        all.add(new Benchmark(
                BESIDE_PEERS + " namespaces from empty, " + peer.name() + " in a loop, 2 rounds",
                new InNewDatabase(BY_HAND, 0, other),
                new InNewDatabase(PLINTH, 0, plinth),
                1,
                2));
        all.add(new Benchmark(
                BESIDE_PEERS + " namespaces with nothing to do, " + peer.name() + " in a loop, 4 rounds",
                other,
                plinth,
                1,
                4));
    }

    private void psql(List<Path> files) throws Exception {
        server.psql(BY_HAND, files);
    }

    private void apply(String database, int count, int connections) {
        PostgresTenants.of(SCHEMA)
                .namespaces(server.pool(database), namespaces(count))
                .connections(connections)
                .deadline(Duration.ofMinutes(10))
                .apply()
                .orThrow();
    }

    /** A way that finds a new database each time, with some namespaces in it. */
    private final class InNewDatabase implements Benchmark.Way {

        private final String database;
        private final int namespaces;
        private final Benchmark.Way way;

        InNewDatabase(String database, int namespaces, Benchmark.Way way) {
            this.database = database;
            this.namespaces = namespaces;
            this.way = way;
        }

        @Override
        public void prepare() throws Exception {
            server.createDatabase(database, namespaces(namespaces));
            server.addPostgis(database);
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
        scripts.delete();
    }
}

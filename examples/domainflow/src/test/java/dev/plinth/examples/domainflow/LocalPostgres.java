package dev.plinth.examples.domainflow;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * A PostgreSQL of one's own, thrown away at the end: from a local installation with PostGIS if there is one, else from the
 * embedded binaries, which have none.
 *
 * @param bin the programs of the installation; empty for the embedded binaries
 */
record LocalPostgres(int port, String password, Optional<Path> bin, AutoCloseable server) implements AutoCloseable {

    private static final String USER = "postgres";

    /** A shell that keeps the server: when this JVM ends, however it ends, its standard input does too. */
    private static final String KEEPER = """
            bin=$1; port=$2; password=$3
            dir=$(mktemp -d "${TMPDIR:-/tmp}/domainflow-postgres-XXXXXX") || exit 1
            trap 'rm -rf "$dir"' EXIT
            trap '' INT TERM HUP
            echo "$password" > "$dir/password"
            "$bin/initdb" -D "$dir/data" -U postgres -A md5 --pwfile="$dir/password" -E UTF8 --locale=C \\
                --no-sync --no-instructions > "$dir/log" 2>&1 || { cat "$dir/log"; exit 1; }
            "$bin/postgres" -D "$dir/data" -p "$port" -k "$dir" -c listen_addresses=127.0.0.1 -c fsync=off \\
                -c synchronous_commit=off -c full_page_writes=off -c wal_level=minimal -c max_wal_senders=0 \\
                >> "$dir/log" 2>&1 &
            server=$!
            until "$bin/pg_isready" -q -h "$dir" -p "$port"; do
                kill -0 "$server" || { cat "$dir/log"; exit 1; }
                sleep 0.05
            done
            echo ready
            read -r ignored
            kill -QUIT "$server"
            wait "$server"
            """;

    static LocalPostgres start() {
        try {
            Optional<Path> bin = installationWithPostgis();
            return bin.isPresent() ? installed(bin.get()) : embedded();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not start", e);
        }
    }

    /** As the packages of Debian and Ubuntu install it; the newest version that has PostGIS. */
    static Optional<Path> installationWithPostgis() {
        return IntStream.iterate(18, major -> major >= 14, major -> major - 1)
                .filter(major -> Files.exists(Path.of("/usr/share/postgresql/" + major + "/extension/postgis.control")))
                .mapToObj(major -> Path.of("/usr/lib/postgresql/" + major + "/bin"))
                .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                .findFirst();
    }

    static LocalPostgres embedded() throws IOException {
        EmbeddedPostgres server = EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
        return new LocalPostgres(server.getPort(), "postgres", Optional.empty(), server);
    }

    private static LocalPostgres installed(Path bin) throws IOException {
        int port = freePort();
        String password = "only-for-this-run-" + Long.toHexString(System.nanoTime());
        Process keeper = new ProcessBuilder(command(bin, port, password)).directory(new File("/"))
                .redirectErrorStream(true).start();
        BufferedReader output = keeper.inputReader();
        List<String> lines = new ArrayList<>();
        for (String line = output.readLine(); !"ready".equals(line); line = output.readLine()) {
            if (line == null) {
                throw new IOException(String.join("\n", lines));
            }
            lines.add(line);
        }
        return new LocalPostgres(port, password, Optional.of(bin), () -> stop(keeper));
    }

    /** PostgreSQL refuses to run as root; its packages bring the user {@code postgres}. */
    private static List<String> command(Path bin, int port, String password) throws IOException {
        List<String> command = new ArrayList<>();
        if ((Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid") == 0) {
            command.addAll(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"));
        }
        command.addAll(List.of("sh", "-c", KEEPER, "sh", bin.toString(), String.valueOf(port), password));
        return command;
    }

    private static void stop(Process keeper) throws IOException, InterruptedException {
        keeper.getOutputStream().close();
        keeper.waitFor(5, TimeUnit.SECONDS);
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** A connection as superuser. */
    Connection connect(String database) throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/" + database, USER, password);
    }

    void createDatabase(String name) throws SQLException {
        try (Connection connection = connect("postgres"); var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name + " TEMPLATE template0");
        }
    }

    /** The environment in which {@link Main} works on one of the databases. */
    Map<String, String> environment(String database) {
        return Map.of("PGHOST", "127.0.0.1", "PGPORT", String.valueOf(port), "PGDATABASE", database, "PGUSER", USER,
                "PGPASSWORD", password);
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (Exception e) {
            throw new IllegalStateException("PostgreSQL did not stop", e);
        }
    }
}

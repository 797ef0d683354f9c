package dev.plinth.examples.domainflow.lambda;

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
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * A PostgreSQL with PostGIS that takes nothing but TLS, with a certificate for {@code localhost} alone from an authority of
 * its own. Thrown away when this JVM ends.
 *
 * @param directory has {@code ca.pem}, the authority; {@code other.pem}, another one; {@code log}, with every connection
 */
record TlsPostgres(int port, Path directory, String password) {

    /** When the JVM ends, however it ends, the standard input of this shell does too. */
    private static final String KEEPER = """
            set -e
            bin=$1; port=$2; password=$3
            dir=$(mktemp -d "${TMPDIR:-/tmp}/domainflow-tls-XXXXXX")
            trap 'rm -rf "$dir"' EXIT
            trap '' INT TERM HUP
            cd "$dir"
            {
                for name in ca other; do
                    openssl req -x509 -newkey rsa:2048 -nodes -days 2 -keyout $name.key -out $name.pem -subj "/CN=Test $name"
                done
                openssl req -newkey rsa:2048 -nodes -keyout server.key -out server.csr -subj "/CN=localhost"
                echo "subjectAltName=DNS:localhost" > extensions
                openssl x509 -req -in server.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 2 -extfile extensions -out server.crt
                chmod 600 server.key
                echo "$password" > password
                "$bin/initdb" -D data -U postgres -A scram-sha-256 --pwfile=password -E UTF8 --locale=C --no-sync --no-instructions
                echo "hostssl all all 127.0.0.1/32 scram-sha-256" > data/pg_hba.conf
            } > setup 2>&1 || { cat setup; exit 1; }
            "$bin/postgres" -D data -p "$port" -k "$dir" -c listen_addresses=127.0.0.1 -c fsync=off -c log_connections=on \\
                -c ssl=on -c ssl_cert_file="$dir/server.crt" -c ssl_key_file="$dir/server.key" > log 2>&1 &
            server=$!
            until "$bin/pg_isready" -q -h "$dir" -p "$port"; do
                kill -0 "$server" || { cat log; exit 1; }
                sleep 0.05
            done
            echo "ready $dir"
            read -r ignored || true
            kill -QUIT "$server"
            wait "$server" || true
            """;

    static TlsPostgres start() {
        try {
            int port = freePort();
            String password = "only-for-this-run-" + Long.toHexString(System.nanoTime());
            Process keeper = new ProcessBuilder(command(bin(), port, password)).directory(new File("/"))
                    .redirectErrorStream(true).start();
            return new TlsPostgres(port, ready(keeper), password);
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not start", e);
        }
    }

    private static Path ready(Process keeper) throws IOException {
        BufferedReader output = keeper.inputReader();
        List<String> lines = new ArrayList<>();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith("ready ")) {
                return Path.of(line.substring("ready ".length()));
            }
            lines.add(line);
        }
        throw new IOException(String.join("\n", lines));
    }

    static Optional<Path> installationWithPostgis() {
        return IntStream.iterate(18, major -> major >= 14, major -> major - 1)
                .filter(major -> Files.exists(Path.of("/usr/share/postgresql/" + major + "/extension/postgis.control")))
                .mapToObj(major -> Path.of("/usr/lib/postgresql/" + major + "/bin"))
                .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                .findFirst();
    }

    private static Path bin() throws IOException {
        return installationWithPostgis()
                .orElseThrow(() -> new IOException("no local installation has PostGIS (/usr/lib/postgresql)"));
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

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** An empty database with PostGIS, and a role of its own that owns it; both bear the same name. */
    String createDatabase(String rolePassword) {
        String name = "test_" + UUID.randomUUID().toString().replace("-", "");
        execute("postgres", "CREATE ROLE " + name + " LOGIN PASSWORD '" + rolePassword + "'");
        execute("postgres", "CREATE DATABASE " + name + " OWNER " + name + " TEMPLATE template0");
        execute(name, "CREATE EXTENSION postgis; ALTER SCHEMA public OWNER TO " + name);
        return name;
    }

    /** As superuser. */
    void execute(String database, String sql) {
        try (Connection connection = connect(database); var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage() + "\nin: " + sql, e);
        }
    }

    Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://localhost:" + port + "/" + database + "?sslmode=require", "postgres", password);
    }

    /** How many lines of the server's log have the text. */
    long logged(String text) {
        try (var lines = Files.lines(directory.resolve("log"))) {
            return lines.filter(line -> line.contains(text)).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.plinth.postgres.testing;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * An own throw-away cluster on a local installation with PostGIS. Its keeper, a shell, waits for the end of its standard
 * input: when the JVM ends, however it ends, the pipe closes, and the shell stops the server and removes its folder.
 * Passwords are md5, as a test connects dozens of times, and each SCRAM handshake takes 20 ms.
 */
final class LocalCluster {

    private static final String PASSWORD = "local-cluster-password";

    private static final String CREATE_AND_KEEP = """
            bin=$1; port=$2
            dir=$(mktemp -d "${TMPDIR:-/tmp}/plinth-postgres-XXXXXX") || exit 1
            trap 'rm -rf "$dir"' EXIT
            trap '' INT TERM HUP
            echo "$3" > "$dir/password"
            "$bin/initdb" -D "$dir/data" -U postgres -A md5 --pwfile="$dir/password" -E UTF8 --locale=C \\
                --no-sync --no-instructions > "$dir/log" 2>&1 || { cat "$dir/log"; exit 1; }
            "$bin/postgres" -D "$dir/data" -p "$port" -k "$dir" -c listen_addresses=127.0.0.1 -c fsync=off \\
                -c synchronous_commit=off -c full_page_writes=off -c wal_level=minimal -c max_wal_senders=0 \\
                -c max_connections=100 >> "$dir/log" 2>&1 &
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

    private LocalCluster() {}

    static ServerAttempt attempt() {
        Optional<LocalInstallation> installation = LocalInstallation.withPostgis();
        if (installation.isEmpty()) {
            return new ServerAttempt.Unavailable("no local installation has PostGIS (/usr/lib/postgresql)");
        }
        try {
            return start(installation.get().bin());
        } catch (IOException e) {
            return new ServerAttempt.Unavailable("the local installation did not start: " + e.getMessage());
        }
    }

    private static ServerAttempt start(Path bin) throws IOException {
        int port = freePort();
        keep(CREATE_AND_KEEP, bin.toString(), String.valueOf(port), PASSWORD);
        return new ServerAttempt.Started(UrlServer.describe("127.0.0.1", port, "postgres", PASSWORD));
    }

    /** Runs a script that keeps servers, until it says that it is ready. */
    static Process keep(String script, String... arguments) throws IOException {
        List<String> command = asPostgres();
        command.addAll(List.of("sh", "-c", script, "sh"));
        command.addAll(List.of(arguments));
        Process keeper =
                new ProcessBuilder(command).directory(new File("/")).redirectErrorStream(true).start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(keeper)));
        var output = keeper.inputReader();
        List<String> lines = new ArrayList<>();
        for (String line = output.readLine(); !"ready".equals(line); line = output.readLine()) {
            if (line == null) {
                throw new IOException(String.join("\n", lines));
            }
            lines.add(line);
        }
        return keeper;
    }

    /** PostgreSQL refuses to run as root; the packages bring the user {@code postgres} for it. */
    private static List<String> asPostgres() throws IOException {
        List<String> command = new ArrayList<>();
        if ((Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid") == 0) {
            command.addAll(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"));
        }
        return command;
    }

    static void stop(Process keeper) {
        try {
            keeper.getOutputStream().close();
            keeper.waitFor(5, TimeUnit.SECONDS);
        } catch (IOException | InterruptedException e) {
            keeper.destroy();
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}

package dev.plinth.postgres.testing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A primary and its hot standby, thrown away when closed or when the JVM ends; kept as {@link LocalCluster} is. */
public record ReplicatedCluster(PostgresServer primary, PostgresServer standby, Process keeper)
        implements
        AutoCloseable {

    private static final String PASSWORD = "replicated-cluster-password";

    private static final String CREATE_AND_KEEP = """
            set -e
            bin=$1; port=$2; standby=$3
            dir=$(mktemp -d "${TMPDIR:-/tmp}/plinth-replicated-XXXXXX")
            trap 'rm -rf "$dir"' EXIT
            trap '' INT TERM HUP
            serve() {
                "$bin/postgres" -D "$dir/$1" -p "$2" -k "$dir" -c listen_addresses=127.0.0.1 -c fsync=off >> "$dir/log" 2>&1 &
                servers="$servers $!"
                until "$bin/pg_isready" -q -h "$dir" -p "$2"; do
                    kill -0 "$!" || { cat "$dir/log"; exit 1; }
                    sleep 0.05
                done
            }
            echo "$4" > "$dir/password"
            "$bin/initdb" -D "$dir/primary" -U postgres -A scram-sha-256 --pwfile="$dir/password" -E UTF8 --locale=C \\
                --no-sync --no-instructions > "$dir/log" 2>&1 || { cat "$dir/log"; exit 1; }
            serve primary "$port"
            PGPASSWORD=$4 "$bin/pg_basebackup" -D "$dir/standby" -R --checkpoint=fast --no-sync -h "$dir" -p "$port" \\
                -U postgres >> "$dir/log" 2>&1 || { cat "$dir/log"; exit 1; }
            serve standby "$standby"
            echo ready
            read -r ignored || true
            kill -QUIT $servers
            wait
            """;

    /** Of a local installation. */
    public static ReplicatedCluster start() {
        Path bin = PostgresServers.localInstallation();
        try {
            int primary = LocalCluster.freePort();
            int standby = LocalCluster.freePort();
            Process keeper = LocalCluster.keep(CREATE_AND_KEEP, bin.toString(), String.valueOf(primary),
                    String.valueOf(standby), PASSWORD);
            return new ReplicatedCluster(describe(primary), describe(standby), keeper);
        } catch (IOException e) {
            throw new IllegalStateException("the replicated cluster did not start", e);
        }
    }

    private static PostgresServer describe(int port) {
        return UrlServer.describe("127.0.0.1", port, "postgres", PASSWORD);
    }

    /** The same database as the standby has it, once everything that the primary did so far has reached it. */
    public TestDatabase onStandby(TestDatabase database) throws InterruptedException {
        String written = database.query("SELECT pg_current_wal_lsn()").getFirst();
        TestDatabase copy = new TestDatabase(standby, "postgres");
        while (!copy.query("SELECT pg_last_wal_replay_lsn() >= '" + written + "'").equals(List.of("t"))) {
            Thread.sleep(20);
        }
        return new TestDatabase(standby, database.name());
    }

    @Override
    public void close() {
        LocalCluster.stop(keeper);
    }
}

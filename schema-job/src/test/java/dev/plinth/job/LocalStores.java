package dev.plinth.job;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.dynamodb.services.local.main.ServerRunner;
import software.amazon.dynamodb.services.local.server.DynamoDBProxyServer;

/** An embedded PostgreSQL and a DynamoDB Local, in memory; each test has a database and a region of its own. */
record LocalStores(EmbeddedPostgres postgres, DynamoDBProxyServer dynamo, int dynamoPort) implements AutoCloseable {

    private static final AtomicInteger COUNT = new AtomicInteger();

    static LocalStores start() {
        PrintStream out = System.out;
        try {
            EmbeddedPostgres postgres = EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
            // DynamoDB Local prints its settings, whatever the log level.
            System.setOut(new PrintStream(OutputStream.nullOutputStream()));
            int port = freePort();
            DynamoDBProxyServer dynamo = ServerRunner.createServerFromCommandLineArgs(
                    new String[]{"-inMemory", "-port", String.valueOf(port), "-disableTelemetry"});
            dynamo.start();
            return new LocalStores(postgres, dynamo, port);
        } catch (Exception e) {
            throw new IllegalStateException("the stores did not start", e);
        } finally {
            System.setOut(out);
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** The variables of an empty database. */
    Map<String, String> database() {
        String name = "test_" + Integer.toHexString(COUNT.incrementAndGet());
        execute("postgres", "CREATE DATABASE " + name);
        return Map.of("PGHOST", "localhost", "PGPORT", String.valueOf(postgres.getPort()), "PGDATABASE", name, "PGUSER",
                "postgres", "PGPASSWORD", "correct-horse");
    }

    /** The variables of a region without tables: each access key has tables of its own. */
    Map<String, String> region() {
        return Map.of("AWS_ENDPOINT_URL_DYNAMODB", "http://localhost:" + dynamoPort, "AWS_REGION", "eu-central-1",
                "AWS_ACCESS_KEY_ID", "test" + COUNT.incrementAndGet(), "AWS_SECRET_ACCESS_KEY", "correct-horse");
    }

    void execute(String database, String sql) {
        try (Connection connection = postgres.getDatabase("postgres", database).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            postgres.close();
            dynamo.stop();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}

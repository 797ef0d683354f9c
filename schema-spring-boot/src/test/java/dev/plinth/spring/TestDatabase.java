package dev.plinth.spring;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** An empty database of one test, on one server for the JVM. */
record TestDatabase(String name) {

    private static final class Server {
        private static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
            } catch (IOException e) {
                throw new UncheckedIOException("PostgreSQL did not start", e);
            }
        }
    }

    static TestDatabase create() {
        TestDatabase database = new TestDatabase("test_" + UUID.randomUUID().toString().replace("-", ""));
        execute(Server.RUNNING.getPostgresDatabase(), "CREATE DATABASE " + database.name);
        return database;
    }

    DataSource dataSource() {
        return Server.RUNNING.getDatabase("postgres", name);
    }

    /** {@code spring.datasource.*}, with a pool that opens one connection only. */
    String[] properties() {
        return new String[]{"spring.datasource.url=" + Server.RUNNING.getJdbcUrl("postgres", name),
                "spring.datasource.username=postgres", "spring.datasource.password=postgres",
                "spring.datasource.hikari.minimum-idle=0", "spring.datasource.hikari.maximum-pool-size=3",
                "spring.flyway.enabled=false", "spring.liquibase.enabled=false"};
    }

    void execute(String sql) {
        execute(dataSource(), sql);
    }

    /** The ordinary tables, sorted. */
    List<String> tables() {
        return texts("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1");
    }

    List<String> texts(String sql) {
        List<String> texts = new ArrayList<>();
        try (Connection connection = dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static void execute(DataSource dataSource, String sql) {
        try (Connection connection = dataSource.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}

package dev.plinth.postgres.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A database of one test. Closing it closes its pools, ends whatever is still connected, and drops it. */
public final class TestDatabase implements AutoCloseable {

    private final PostgresServer server;
    private final String name;
    private final List<HikariDataSource> pools = new ArrayList<>();

    TestDatabase(PostgresServer server, String name) {
        this.server = server;
        this.name = name;
    }

    public PostgresServer server() {
        return server;
    }

    public String name() {
        return name;
    }

    /** Without user and password. */
    public String jdbcUrl() {
        return server.jdbcUrl(name);
    }

    public String user() {
        return server.user();
    }

    public String password() {
        return server.password();
    }

    /** Opens a connection at every call. */
    public DataSource dataSource() {
        return dataSource(jdbcUrl());
    }

    /** The same database by way of a proxy. */
    public DataSource through(WireProxy proxy) {
        return dataSource(proxy.jdbcUrl(name));
    }

    private DataSource dataSource(String url) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(user());
        source.setPassword(password());
        return source;
    }

    /** A pool of at most {@code size} connections, which gives up a check-out after two seconds. */
    public HikariDataSource pool(int size) {
        return pool(dataSource(), size);
    }

    /** A pool on one of this database's data sources. */
    public HikariDataSource pool(DataSource source, int size) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(source);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(2_000);
        HikariDataSource pool = new HikariDataSource(config);
        pools.add(pool);
        return pool;
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl(), user(), password());
    }

    /** Runs statements, separated by semicolons, in one implicit transaction. */
    public void execute(String sql) {
        try (Connection connection = connect(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage() + "\nin: " + sql, e);
        }
    }

    /** Runs a file with {@code psql}, on servers whose programs are installed. */
    public void psql(Path file) {
        Path bin = Objects.requireNonNull(server.bin(), () -> "no psql for " + server);
        ProcessBuilder builder = new ProcessBuilder(bin.resolve("psql").toString(), "-X", "-q",
                "-v", "ON_ERROR_STOP=1", "-h", server.host(), "-p", Integer.toString(server.port()), "-U",
                server.user(), "-d", name, "-f", file.toAbsolutePath().toString());
        builder.environment().put("PGPASSWORD", server.password());
        builder.environment().put("PGOPTIONS", "-c client_min_messages=warning");
        try {
            int code = builder.directory(new File("/")).inheritIO().start().waitFor();
            if (code != 0) {
                throw new IllegalStateException("psql ended with " + code + " on " + file);
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("psql did not run", e);
        }
    }

    /** The rows of a query, the columns of each joined by {@code |}, nulls as the empty string (as {@code psql -At}). */
    public List<String> query(String sql) {
        try (Connection connection = connect(); Statement statement = connection.createStatement()) {
            return rows(statement.executeQuery(sql));
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage() + "\nin: " + sql, e);
        }
    }

    private static List<String> rows(ResultSet result) throws SQLException {
        List<String> rows = new ArrayList<>();
        while (result.next()) {
            List<String> values = new ArrayList<>();
            for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
                String value = result.getString(column);
                values.add(value == null ? "" : value);
            }
            rows.add(String.join("|", values));
        }
        return rows;
    }

    /** Whether {@link #dump()} works here: on servers whose own {@code pg_dump}, or a later one, is installed. */
    public boolean canBeDumped() {
        return server.bin() != null;
    }

    /** {@code pg_dump --schema-only} without what differs from run to run. */
    public String dump() {
        return SchemaDump.of(this).text();
    }

    /** As {@link #dump()}, the columns of each table sorted: an added column lands last. */
    public String sortedDump() {
        return SchemaDump.of(this).sortedText();
    }

    /** What the catalog says, on any version; see {@link CatalogListing}. */
    public String catalog() {
        try (Connection connection = connect()) {
            return CatalogListing.of(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The strictest comparable description of the schema that this server allows: sorted dump, or catalog listing. */
    public String description() {
        return canBeDumped() ? sortedDump() : catalog();
    }

    /** A database with the same content. Nothing may be connected to this one meanwhile, so its pools are closed. */
    public TestDatabase copy() {
        closePools();
        return server.createDatabase(name);
    }

    @Override
    public void close() {
        closePools();
        server.execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
    }

    private void closePools() {
        pools.forEach(HikariDataSource::close);
        pools.clear();
    }
}

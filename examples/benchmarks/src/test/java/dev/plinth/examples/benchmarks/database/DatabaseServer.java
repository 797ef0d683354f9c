package dev.plinth.examples.benchmarks.database;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL with PostGIS, named by PGHOST, PGPORT, PGUSER and PGPASSWORD as for psql itself. The user must be a
 * superuser.
 */
public final class DatabaseServer {

    private static final int POOL_SIZE = 4;

    private final String host;
    private final int port;
    private final String user;
    private final String password;
    private final Map<String, HikariDataSource> pools = new HashMap<>();

    private DatabaseServer(String host, int port, String user, String password) {
        this.host = host;
        this.port = port;
        this.user = user;
        this.password = password;
    }

    public static DatabaseServer fromEnvironment() {
        Map<String, String> environment = System.getenv();
        return new DatabaseServer(
                environment.getOrDefault("PGHOST", "127.0.0.1"),
                Integer.parseInt(environment.getOrDefault("PGPORT", "5432")),
                environment.getOrDefault("PGUSER", "postgres"),
                environment.getOrDefault("PGPASSWORD", ""));
    }

    /** A pool that is there until the database is dropped, so that nobody waits for a connection. */
    public DataSource pool(String database) {
        return pool(database, port);
    }

    /** The same by way of another port of this machine. */
    public DataSource pool(String database, int port) {
        return pools.computeIfAbsent(database + ":" + port, key -> {
            HikariDataSource pool = new HikariDataSource();
            pool.setDataSource(dataSource(database, port));
            pool.setMaximumPoolSize(POOL_SIZE);
            return pool;
        });
    }

    /** Where it is. */
    public String host() {
        return host;
    }

    /** Where it listens. */
    public int port() {
        return port;
    }

    /** Opens a connection at every call. */
    public DataSource dataSource(String database) {
        return dataSource(database, port);
    }

    private DataSource dataSource(String database, int port) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[]{host});
        source.setPortNumbers(new int[]{port});
        source.setDatabaseName(database);
        source.setUser(user);
        source.setPassword(password);
        return source;
    }

    /** A new one, with some namespaces. */
    public void createDatabase(String name, List<String> namespaces) {
        dropDatabase(name);
        execute("postgres", "CREATE DATABASE " + name);
        for (String namespace : namespaces) {
            execute(name, "CREATE SCHEMA " + namespace);
        }
    }

    public void dropDatabase(String name) {
        for (String key : List.copyOf(pools.keySet())) {
            if (key.startsWith(name + ":")) {
                pools.remove(key).close();
            }
        }
        execute("postgres", "DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
    }

    private void execute(String database, String sql) {
        try (Connection connection = dataSource(database).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Puts PostGIS into it. */
    public void addPostgis(String database) {
        execute(database, "CREATE EXTENSION postgis");
    }

    /** Runs each script in a psql of its own, all at the same time. */
    public void psql(String database, List<Path> scripts) throws Exception {
        List<Process> processes = new ArrayList<>();
        for (Path script : scripts) {
            ProcessBuilder builder = new ProcessBuilder(
                    "psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-h", host, "-p", String.valueOf(port), "-U", user,
                    "-d",
                    database, "-f", script.toString());
            builder.environment().put("PGPASSWORD", password);
            processes.add(builder.inheritIO().start());
        }
        for (Process process : processes) {
            if (process.waitFor() != 0) {
                throw new IllegalStateException("psql ended with " + process.exitValue());
            }
        }
    }
}

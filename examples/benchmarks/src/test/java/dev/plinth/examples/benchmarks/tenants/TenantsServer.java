package dev.plinth.examples.benchmarks.tenants;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL with PostGIS, named by PGHOST, PGPORT, PGUSER and PGPASSWORD as for psql itself. The user must be a
 * superuser.
 */
record TenantsServer(String host, int port, String user, String password) {

    static TenantsServer fromEnvironment() {
        Map<String, String> environment = System.getenv();
        return new TenantsServer(
                environment.getOrDefault("PGHOST", "127.0.0.1"),
                Integer.parseInt(environment.getOrDefault("PGPORT", "5432")),
                environment.getOrDefault("PGUSER", "postgres"),
                environment.getOrDefault("PGPASSWORD", ""));
    }

    DataSource dataSource(String database) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[]{host});
        source.setPortNumbers(new int[]{port});
        source.setDatabaseName(database);
        source.setUser(user);
        source.setPassword(password);
        return source;
    }

    void createDatabase(String name) {
        dropDatabase(name);
        execute("postgres", "CREATE DATABASE " + name);
        execute(name, "CREATE EXTENSION postgis");
    }

    void dropDatabase(String name) {
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

    /** The least that could be asked of a database: which tables there are. */
    int countTables(String database) throws SQLException {
        int count = 0;
        try (Connection connection = dataSource(database).getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT n.nspname, c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                                + " WHERE c.relkind = 'r'")) {
            while (rows.next()) {
                count++;
            }
        }
        return count;
    }

    /** Runs each script in a psql of its own, all at the same time. */
    void psql(String database, List<Path> scripts) throws Exception {
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

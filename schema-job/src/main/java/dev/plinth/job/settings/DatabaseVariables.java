package dev.plinth.job.settings;

import java.nio.file.Path;
import java.util.List;

/**
 * What the variables of a database are called, and what counts where they are not set.
 *
 * @param certificates the file where {@code sslRootCert} is not set
 * @param trusted hosts to which the mode is {@code prefer}, not {@code verify-full}, where {@code sslMode} is not set
 */
public record DatabaseVariables(
        String host,
        String port,
        String name,
        String sslMode,
        String sslRootCert,
        Path certificates,
        List<String> trusted) {

    public DatabaseVariables {
        trusted = List.copyOf(trusted);
    }

    /**
     * Those that {@code psql} reads. Unlike there the server's certificate is checked where nothing else is said, unless the
     * server is on this very host.
     *
     * @see <a href="https://www.postgresql.org/docs/current/libpq-envars.html">Environment Variables</a>
     */
    public static DatabaseVariables ofPsql() {
        return new DatabaseVariables("PGHOST", "PGPORT", "PGDATABASE", "PGSSLMODE", "PGSSLROOTCERT",
                Path.of(System.getProperty("user.home"), ".postgresql", "root.crt"),
                List.of("localhost", "127.0.0.1", "::1"));
    }
}

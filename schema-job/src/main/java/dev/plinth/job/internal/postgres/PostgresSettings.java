package dev.plinth.job.internal.postgres;

import dev.plinth.job.internal.start.Variables;
import dev.plinth.rule.Suggestion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How to reach the database: the variables that {@code psql} reads, too. Unlike there the server's certificate is checked
 * where nothing else is said, unless the server is on this very host.
 *
 * @param password empty where the driver is to look into the password file
 * @param sslMode one of libpq's words
 * @param sslRootCert the file with the certificates that the server's is checked against
 * @see <a href="https://www.postgresql.org/docs/current/libpq-envars.html">Environment Variables</a>
 */
record PostgresSettings(
        String host,
        int port,
        String database,
        String user,
        Optional<String> password,
        String sslMode,
        Optional<Path> sslRootCert) {

    private static final List<String> SSL_MODES =
            List.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full");

    private static final List<String> THIS_HOST = List.of("localhost", "127.0.0.1", "::1");

    /** Adds what is missing or cannot be used to the problems of the variables. */
    static PostgresSettings of(Variables variables) {
        String host = variables.require("PGHOST", "the host name of the database server");
        int port = port(variables);
        String database = variables.require("PGDATABASE", "the name of the database");
        String user = variables.require("PGUSER", "the role to connect as");
        Optional<String> password = password(variables);
        String sslMode = sslMode(variables, host);
        return new PostgresSettings(
                host, port, database, user, password, sslMode, sslRootCert(variables, host, sslMode));
    }

    private static int port(Variables variables) {
        String text = variables.find("PGPORT").orElse("5432");
        boolean valid = text.matches("[0-9]{1,5}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= 65_535;
        if (!valid) {
            variables.problems().add("PGPORT is \"" + text + "\"; write a number from 1 to 65535");
        }
        return valid ? Integer.parseInt(text) : 0;
    }

    private static Optional<String> password(Variables variables) {
        Optional<String> password = variables.secret("PGPASSWORD");
        if (password.isEmpty() && variables.find("PGPASSFILE").isEmpty()) {
            variables.problems()
                    .add("PGPASSWORD is not set, nor is PGPASSWORD_FILE or PGPASSFILE; it is the password of"
                            + " that role, empty where the server asks for none");
        }
        return password;
    }

    private static String sslMode(Variables variables, String host) {
        String mode = variables.find("PGSSLMODE").orElse(THIS_HOST.contains(host) ? "prefer" : "verify-full");
        if (!SSL_MODES.contains(mode)) {
            variables.problems().add("PGSSLMODE is \"" + mode + "\". "
                    + Suggestion.orElse(mode, SSL_MODES, "Write one of " + String.join(", ", SSL_MODES) + "."));
        }
        return mode;
    }

    private static Optional<Path> sslRootCert(Variables variables, String host, String sslMode) {
        Optional<Path> file = variables.find("PGSSLROOTCERT").map(Path::of);
        if (file.isPresent() && !Files.isReadable(file.get())) {
            variables.problems().add("PGSSLROOTCERT is \"" + file.get() + "\", which is not a file that can be read; "
                    + "write the path of a PEM file, for Amazon RDS its certificate bundle");
        }
        if (!host.isEmpty() && file.isEmpty() && sslMode.startsWith("verify-")
                && !Files.isReadable(driversOwnRootCert())) {
            variables.problems().add("PGSSLROOTCERT is not set, and PGSSLMODE " + sslMode
                    + " needs it: the path of a PEM file, for Amazon RDS its certificate bundle;"
                    + " on a network that is trusted, PGSSLMODE=disable does without");
        }
        return file;
    }

    /** Where the driver looks, as libpq does, when it is not told. */
    private static Path driversOwnRootCert() {
        return Path.of(System.getProperty("user.home"), ".postgresql", "root.crt");
    }

    /** Without the password. */
    @Override
    public String toString() {
        return user + "@" + host + ":" + port + "/" + database + ", sslmode " + sslMode;
    }
}

package dev.plinth.examples.domainflow.lambda.stores;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Where the database is, and how its certificate is checked.
 *
 * @param sslMode one of libpq's words
 * @param sslRootCert the file with the certificates that the server's is checked against
 * @see <a href="https://www.postgresql.org/docs/current/libpq-ssl.html">SSL Support</a>
 */
public record DatabaseAddress(String host, int port, String name, String sslMode, Optional<Path> sslRootCert) {

    private static final int SECONDS_TO_CONNECT = 10;

    private static final List<String> SSL_MODES =
            List.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full");

    /**
     * Reads {@code DB_HOST}, {@code DB_PORT}, {@code DB_NAME}, {@code DB_SSL_MODE} and {@code DB_SSL_ROOT_CERT}.
     *
     * @param bundle the certificates where {@code DB_SSL_ROOT_CERT} is not set
     */
    public static DatabaseAddress of(Variables variables, Path bundle) {
        String sslMode = sslMode(variables);
        return new DatabaseAddress(
                variables.require("DB_HOST", "the host name of the database"),
                port(variables),
                variables.require("DB_NAME", "the name of the database"),
                sslMode,
                sslRootCert(variables, sslMode, bundle).or(() -> Optional.of(bundle)));
    }

    /** Connections as one role, each made anew. */
    public PGSimpleDataSource source(String user, String password) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[]{host});
        source.setPortNumbers(new int[]{port});
        source.setDatabaseName(name);
        source.setUser(user);
        source.setPassword(password);
        source.setSslMode(sslMode);
        sslRootCert.ifPresent(file -> source.setSslRootCert(file.toString()));
        source.setConnectTimeout(SECONDS_TO_CONNECT);
        source.setApplicationName("domainflow");
        return source;
    }

    private static int port(Variables variables) {
        String text = variables.find("DB_PORT").orElse("5432");
        boolean valid = text.matches("[0-9]{1,5}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= 65_535;
        if (!valid) {
            variables.problems().add("DB_PORT is \"" + text + "\"; write a number from 1 to 65535");
        }
        return valid ? Integer.parseInt(text) : 0;
    }

    private static String sslMode(Variables variables) {
        String mode = variables.find("DB_SSL_MODE").orElse("verify-full");
        if (!SSL_MODES.contains(mode)) {
            variables.problems().add("DB_SSL_MODE is \"" + mode + "\"; write one of " + String.join(", ", SSL_MODES));
        }
        return mode;
    }

    private static Optional<Path> sslRootCert(Variables variables, String sslMode, Path bundle) {
        Optional<Path> file = variables.find("DB_SSL_ROOT_CERT").map(Path::of);
        if (file.isPresent() && !Files.isReadable(file.get())) {
            variables.problems()
                    .add("DB_SSL_ROOT_CERT is \"" + file.get() + "\", which is not a file that can be read; "
                            + "write the path of a PEM file, for Amazon RDS its certificate bundle");
        }
        if (file.isEmpty() && sslMode.startsWith("verify-") && !Files.isReadable(bundle)) {
            variables.problems().add("DB_SSL_ROOT_CERT is not set, and DB_SSL_MODE " + sslMode
                    + " needs it: the path of a PEM file, for Amazon RDS its certificate bundle");
        }
        return file;
    }

    @Override
    public String toString() {
        return host + ":" + port + "/" + name;
    }
}

package dev.plinth.examples.domainflow;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How to reach the database.
 *
 * @param sslMode one of libpq's words
 * @param sslRootCert the file with the certificates that the server's is checked against
 * @see <a href="https://www.postgresql.org/docs/current/libpq-ssl.html">SSL Support</a>
 */
record DatabaseSettings(
        String host,
        int port,
        String name,
        String user,
        String password,
        String sslMode,
        Optional<Path> sslRootCert) {

    private static final List<String> SSL_MODES =
            List.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full");

    /** Configured as soon as one of its variables is set; then all that are needed must be. */
    static Optional<DatabaseSettings> of(Variables variables) {
        if (variables.findFirst("DB_HOST", "DB_NAME", "DB_USER", "DB_PASSWORD").isEmpty()) {
            return Optional.empty();
        }
        String sslMode = sslMode(variables);
        return Optional.of(new DatabaseSettings(
                variables.require("DB_HOST", "the host name of the database"),
                port(variables),
                variables.require("DB_NAME", "the name of the database"),
                variables.require("DB_USER", "the role to connect as"),
                variables.requireSecret("DB_PASSWORD",
                        "the password of that role; empty where the server asks for none"),
                sslMode,
                sslRootCert(variables, sslMode)));
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

    private static Optional<Path> sslRootCert(Variables variables, String sslMode) {
        Optional<Path> file = variables.find("DB_SSL_ROOT_CERT").map(Path::of);
        if (file.isPresent() && !Files.isReadable(file.get())) {
            variables.problems()
                    .add("DB_SSL_ROOT_CERT is \"" + file.get() + "\", which is not a file that can be read; "
                            + "write the path of a PEM file, for Amazon RDS its certificate bundle");
        }
        if (file.isEmpty() && sslMode.startsWith("verify-") && !Files.isReadable(driversOwnRootCert())) {
            variables.problems().add("DB_SSL_ROOT_CERT is not set, and DB_SSL_MODE " + sslMode
                    + " needs it: the path of a PEM file, for Amazon RDS its certificate bundle");
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
        return user + "@" + host + ":" + port + "/" + name;
    }
}

package dev.plinth.job.settings;

import dev.plinth.rule.Suggestion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Where a database is, and how its certificate is checked.
 *
 * @param sslMode one of libpq's words
 * @param sslRootCert the file with the certificates that the server's is checked against; empty where the driver needs none
 * @see <a href="https://www.postgresql.org/docs/current/libpq-ssl.html">SSL Support</a>
 */
public record DatabaseSettings(String host, int port, String name, String sslMode, Optional<Path> sslRootCert) {

    private static final int SECONDS_TO_CONNECT = 10;

    private static final List<String> SSL_MODES =
            List.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full");

    /** Adds what is missing or cannot be used to the problems of the variables. */
    public static DatabaseSettings of(Variables variables, DatabaseVariables names) {
        String host = variables.require(names.host(), "the host name of the database server");
        int port = port(variables, names.port());
        String name = variables.require(names.name(), "the name of the database");
        String sslMode = sslMode(variables, names, host);
        return new DatabaseSettings(host, port, name, sslMode, sslRootCert(variables, names, host, sslMode));
    }

    /**
     * Connections as one role, each made anew; the password is still to be set.
     *
     * @param program the name that the database's list of sessions shows
     */
    public PGSimpleDataSource source(String user, String program) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[]{host});
        source.setPortNumbers(new int[]{port});
        source.setDatabaseName(name);
        source.setUser(user);
        source.setSslMode(sslMode);
        sslRootCert.ifPresent(file -> source.setSslRootCert(file.toString()));
        source.setConnectTimeout(SECONDS_TO_CONNECT);
        source.setApplicationName(program);
        return source;
    }

    /** Address and what counts for the certificate, for people who read of a failure. */
    public String where() {
        String mode = this + ", sslmode " + sslMode;
        return sslMode.startsWith("verify-")
                ? sslRootCert.map(file -> mode + ", sslrootcert " + file).orElse(mode)
                : mode;
    }

    private static int port(Variables variables, String variable) {
        String text = variables.find(variable).orElse("5432");
        boolean valid = text.matches("[0-9]{1,5}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= 65_535;
        if (!valid) {
            variables.problems().add(variable + " is \"" + text + "\"; write a number from 1 to 65535");
        }
        return valid ? Integer.parseInt(text) : 0;
    }

    private static String sslMode(Variables variables, DatabaseVariables names, String host) {
        String mode = variables.find(names.sslMode())
                .orElse(names.trusted().contains(host) ? "prefer" : "verify-full");
        if (!SSL_MODES.contains(mode)) {
            variables.problems().add(names.sslMode() + " is \"" + mode + "\". "
                    + Suggestion.orElse(mode, SSL_MODES, "Write one of " + String.join(", ", SSL_MODES) + "."));
        }
        return mode;
    }

    private static Optional<Path> sslRootCert(
            Variables variables, DatabaseVariables names, String host, String sslMode) {
        Optional<Path> file = variables.find(names.sslRootCert()).map(Path::of);
        boolean hasDefault = Files.isReadable(names.certificates());
        if (file.isPresent() && !Files.isReadable(file.get())) {
            variables.problems().add(names.sslRootCert() + " is \"" + file.get() + "\", which is not a file that can be"
                    + " read; write the path of a PEM file, for Amazon RDS its certificate bundle");
        }
        // Which mode counts is not known before the host is.
        boolean known = !host.isEmpty() || names.trusted().isEmpty();
        if (known && file.isEmpty() && sslMode.startsWith("verify-") && !hasDefault) {
            variables.problems().add(names.sslRootCert() + " is not set, and " + names.sslMode() + " " + sslMode
                    + " needs it: the path of a PEM file, for Amazon RDS its certificate bundle; on a network that is"
                    + " trusted, " + names.sslMode() + "=disable does without");
        }
        return file.or(() -> hasDefault ? Optional.of(names.certificates()) : Optional.empty());
    }

    @Override
    public String toString() {
        return host + ":" + port + "/" + name;
    }
}

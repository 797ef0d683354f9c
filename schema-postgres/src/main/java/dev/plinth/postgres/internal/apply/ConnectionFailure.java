package dev.plinth.postgres.internal.apply;

import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;

/**
 * Why there is no connection. The driver calls most of these by one SQLSTATE and leaves the reason to its causes. Its own
 * words are in the language of the JVM, so none of them is looked for.
 *
 * @param said in the place of the driver's words; empty where those are good
 * @param advice what to do
 */
record ConnectionFailure(Optional<String> said, String advice) {

    private static final String UNABLE_TO_CONNECT = "08001";
    private static final String REJECTED = "08004";

    /** The class that compares names, which the driver's message names. */
    private static final String HOST_NAME_VERIFIER = "PgjdbcHostnameVerifier";

    /** Empty for what is no such failure, or one that the driver words well. */
    static Optional<ConnectionFailure> of(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        String message = String.valueOf(failure.getMessage());
        Optional<UnknownHostException> unknown = cause(failure, UnknownHostException.class);
        if (unknown.isPresent()) {
            return because("the host name " + unknown.get().getMessage() + " is not known", "correct the host name");
        }
        if (state.equals(UNABLE_TO_CONNECT) && cause(failure, SocketTimeoutException.class).isPresent()) {
            return because("nothing answers at that address in time",
                    "correct host and port, or let this program in (security group, firewall)");
        }
        if (cause(failure, CertPathBuilderException.class).isPresent()) {
            return because("the certificate of the server is signed by nobody whom the file sslrootcert knows",
                    "name a file that has the server's certificate authority, for Amazon RDS its certificate bundle");
        }
        if (message.contains(HOST_NAME_VERIFIER)) {
            return advice("connect by the name that the certificate of the server has, for Amazon RDS the endpoint of"
                    + " the instance or cluster");
        }
        if (state.equals(REJECTED) && message.contains("SSL")) {
            return advice("turn TLS on in the server, or, where the network is trusted, connect with sslmode disable");
        }
        return cause(failure, SSLHandshakeException.class)
                .flatMap(handshake -> advice("check the certificate of the server, and sslmode and sslrootcert"));
    }

    private static Optional<ConnectionFailure> because(String said, String advice) {
        return Optional.of(new ConnectionFailure(Optional.of(said), advice));
    }

    private static Optional<ConnectionFailure> advice(String advice) {
        return Optional.of(new ConnectionFailure(Optional.empty(), advice));
    }

    private static <T extends Throwable> Optional<T> cause(Throwable failure, Class<T> type) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .filter(type::isInstance).map(type::cast).findFirst();
    }
}

package dev.plinth.examples.domainflow.lambda.stores;

import dev.plinth.job.settings.DatabaseSettings;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.util.Objects;
import java.util.stream.Stream;

/** Why there is no connection, in the words of the driver, and what to do where it does not say that. */
final class ConnectionFailure {

    private ConnectionFailure() {}

    static String reason(Throwable failure, DatabaseSettings address) {
        if (isCausedBy(failure, UnknownHostException.class)) {
            return "the host name " + address.host() + " is not known; correct DB_HOST";
        }
        if (isCausedBy(failure, SocketTimeoutException.class)) {
            return "nothing answers at " + address.host() + ":" + address.port()
                    + "; correct DB_HOST and DB_PORT, or let this "
                    + "program in (security group, firewall)";
        }
        if (isCausedBy(failure, CertPathBuilderException.class)) {
            return "the certificate of the server is signed by nobody whom " + bundle(address)
                    + " knows; name the bundle of the server's certificate authority in DB_SSL_ROOT_CERT";
        }
        String message = String.valueOf(failure.getMessage());
        if (message.contains("could not be verified by hostnameverifier")) {
            return "the certificate of the server is not one for the host name " + address.host()
                    + "; write in DB_HOST the name that the certificate has, for Amazon RDS the endpoint of the instance "
                    + "or cluster";
        }
        return message.contains("does not support SSL")
                ? message + " DB_SSL_MODE is " + address.sslMode()
                        + "; where the network is trusted, disable does without"
                : message;
    }

    private static String bundle(DatabaseSettings address) {
        return address.sslRootCert().map(Object::toString).orElse("the root certificate file of the driver");
    }

    private static boolean isCausedBy(Throwable failure, Class<? extends Throwable> type) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).anyMatch(type::isInstance);
    }
}

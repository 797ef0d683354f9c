package dev.plinth.examples.domainflow.lambda;

import dev.plinth.job.settings.DatabaseSettings;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Connections as the role of the secret. A password that the database refuses may have been replaced since it was read: the
 * secret is read once more, and a new one is tried. The same one is never tried again, however often a pool asks: databases
 * lock roles out for less.
 */
final class SecretConnections implements DataSource {

    private static final String INVALID_PASSWORD = "28P01";

    private final DatabaseSettings address;
    private final DatabaseSecret secret;
    private int loginTimeout;
    private @Nullable Credentials credentials;
    private @Nullable SQLException refusal;

    SecretConnections(DatabaseSettings address, DatabaseSecret secret) {
        this.address = address;
        this.secret = secret;
    }

    @Override
    public synchronized Connection getConnection() throws SQLException {
        if (refusal != null) {
            throw refusal;
        }
        Credentials known = credentials == null ? secret.read() : credentials;
        try {
            return connect(known);
        } catch (SQLException e) {
            if (!isInvalidPassword(e)) {
                throw e;
            }
            return connectAnew(known, e);
        }
    }

    private Connection connectAnew(Credentials refused, SQLException first) throws SQLException {
        Credentials now = secret.read();
        if (now.equals(refused)) {
            throw refuse("it was read again and is still the same; correct the secret or the password of the role",
                    first);
        }
        try {
            return connect(now);
        } catch (SQLException e) {
            throw isInvalidPassword(e)
                    ? refuse("it was read again, is another one now, and is refused as well", e)
                    : e;
        }
    }

    private Connection connect(Credentials with) throws SQLException {
        PGSimpleDataSource source = address.source(with.user(), "domainflow");
        source.setPassword(with.password());
        source.setLoginTimeout(loginTimeout);
        Connection connection = source.getConnection();
        credentials = with;
        return connection;
    }

    private SQLException refuse(String what, SQLException cause) {
        refusal =
                new SQLException(
                        cause.getMessage() + "; the password is that of secret \"" + secret.arn() + "\": " + what,
                        INVALID_PASSWORD, cause);
        return refusal;
    }

    private static boolean isInvalidPassword(SQLException e) {
        return INVALID_PASSWORD.equals(e.getSQLState());
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("the role is that of the secret");
    }

    @Override
    public synchronized void setLoginTimeout(int seconds) {
        loginTimeout = seconds;
    }

    @Override
    public synchronized int getLoginTimeout() {
        return loginTimeout;
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter writer) throws SQLException {
        throw new SQLFeatureNotSupportedException("it writes no log");
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException("it writes no log");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLFeatureNotSupportedException("it wraps nothing");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}

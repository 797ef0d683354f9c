package dev.plinth.postgres.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

/**
 * A pooler of two sessions that shares them between transactions (PgBouncer with {@code pool_mode = transaction}), with other
 * clients at work: a statement outside of a transaction may come to the other session. The sessions outlive their clients.
 */
public final class TransactionPooler implements AutoCloseable {

    private final List<Connection> sessions;
    private final Predicate<String> goesToTheOther;
    private int current;

    private TransactionPooler(List<Connection> sessions, Predicate<String> goesToTheOther) {
        this.sessions = sessions;
        this.goesToTheOther = goesToTheOther;
    }

    /** A pooler before a database; the predicate is asked of each statement that is sent outside of a transaction. */
    public static TransactionPooler before(TestDatabase database, Predicate<String> goesToTheOther)
            throws SQLException {
        DataSource server = database.dataSource();
        return new TransactionPooler(List.of(server.getConnection(), server.getConnection()), goesToTheOther);
    }

    /** For a client that uses one connection at a time. */
    public DataSource dataSource() {
        return proxy(DataSource.class, (method, arguments) -> switch (method.getName()) {
            case "getConnection" -> client();
            case "isWrapperFor" -> false;
            default -> throw new UnsupportedOperationException(method.getName());
        });
    }

    /** What a query returns in each of the sessions. */
    public List<String> inEach(String query) throws SQLException {
        return List.of(value(sessions.getFirst(), query), value(sessions.getLast(), query));
    }

    private static String value(Connection session, String query) throws SQLException {
        try (Statement statement = session.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    @Override
    public void close() throws SQLException {
        for (Connection session : sessions) {
            session.close();
        }
    }

    private Connection client() {
        return proxy(Connection.class, (method, arguments) -> switch (method.getName()) {
            case "createStatement" -> proxy(Statement.class, new SharedStatement());
            case "close" -> null;
            default -> invoke(sessions.get(current), method, arguments);
        });
    }

    private Statement statement(String sql) throws SQLException {
        boolean isIdle =
                sessions.get(current).unwrap(BaseConnection.class).getTransactionState() == TransactionState.IDLE;
        if (isIdle && goesToTheOther.test(sql)) {
            current = 1 - current;
        }
        return sessions.get(current).createStatement();
    }

    /** Which session it is sent to is known when it is. */
    private final class SharedStatement implements Answer {

        private Statement sent = sessions.get(current).createStatement();

        private SharedStatement() throws SQLException {}

        @Override
        public Object to(Method method, Object[] arguments) throws Exception {
            if (method.getName().equals("execute")) {
                sent.close();
                sent = statement((String) arguments[0]);
                sent.setEscapeProcessing(false);
            }
            return invoke(sent, method, arguments);
        }
    }

    private interface Answer {
        Object to(Method method, Object[] arguments) throws Exception;
    }

    private static <T> T proxy(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[]{type},
                (proxy, method, arguments) -> answer.to(method, arguments)));
    }

    private static Object invoke(Object target, Method method, Object[] arguments) throws Exception {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }
}

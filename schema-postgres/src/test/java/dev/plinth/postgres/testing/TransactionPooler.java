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
 * What a client meets behind a pooler that shares sessions between transactions (PgBouncer with {@code pool_mode =
 * transaction}) where others are at work: whatever is sent outside of a transaction comes to the other of two sessions.
 */
public final class TransactionPooler {

    private final List<Connection> sessions;
    private final Predicate<String> busyFrom;
    private int current;
    private boolean isBusy;

    private TransactionPooler(List<Connection> sessions, Predicate<String> busyFrom) {
        this.sessions = sessions;
        this.busyFrom = busyFrom;
    }

    /**
     * Connections to the database of a data source by way of such a pooler.
     *
     * @param busyFrom the statement behind which there are others at work; up to then each is sent to the same session
     */
    public static DataSource of(DataSource database, Predicate<String> busyFrom) {
        return proxy(DataSource.class, (method, arguments) -> method.getName().equals("getConnection")
                ? new TransactionPooler(List.of(database.getConnection(), database.getConnection()), busyFrom).client()
                : invoke(database, method, arguments));
    }

    private Connection client() {
        return proxy(Connection.class, (method, arguments) -> switch (method.getName()) {
            case "createStatement" -> statement();
            case "close" -> {
                for (Connection session : sessions) {
                    session.close();
                }
                yield null;
            }
            default -> invoke(sessions.get(current), method, arguments);
        });
    }

    private Statement statement() throws SQLException {
        boolean isIdle =
                sessions.get(current).unwrap(BaseConnection.class).getTransactionState() == TransactionState.IDLE;
        if (isBusy && isIdle) {
            current = 1 - current;
        }
        Statement statement = sessions.get(current).createStatement();
        return proxy(Statement.class, (method, arguments) -> {
            isBusy |= method.getName().equals("execute") && busyFrom.test((String) arguments[0]);
            return invoke(statement, method, arguments);
        });
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

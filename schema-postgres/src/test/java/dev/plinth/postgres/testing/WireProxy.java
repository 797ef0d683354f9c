package dev.plinth.postgres.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

/**
 * Stands between a client and the server, where round trips can really be counted: each is one ReadyForQuery of the
 * server. It notes the SQL that passes, can delay each round trip, and can cut a connection at a statement. Encryption
 * is refused, so that it understands what passes.
 *
 * @see <a href="https://www.postgresql.org/docs/current/protocol-message-formats.html">Message Formats</a>
 */
public final class WireProxy implements AutoCloseable {

    private final PostgresServer server;
    private final ServerSocket listener;
    private final Set<ProxiedConnection> connections = ConcurrentHashMap.newKeySet();
    private final List<String> statements = new CopyOnWriteArrayList<>();
    private final List<String> roundTrips = new CopyOnWriteArrayList<>();
    private final AtomicReference<Cut> cut = new AtomicReference<>(Cut.NEVER);
    private volatile Duration delay = Duration.ZERO;

    /** When the connection is cut: before the statement reaches the server, or after the server has executed it. */
    public enum Moment {
        BEFORE_THE_SERVER_SEES_IT,
        AFTER_THE_SERVER_DID_IT
    }

    /** A statement to cut at. */
    record Cut(Predicate<String> statement, Moment moment) {
        static final Cut NEVER = new Cut(sql -> false, Moment.BEFORE_THE_SERVER_SEES_IT);

        boolean isOrdered() {
            return !equals(NEVER);
        }
    }

    private WireProxy(PostgresServer server, ServerSocket listener) {
        this.server = server;
        this.listener = listener;
    }

    /** A proxy on a free port of this machine. */
    public static WireProxy to(PostgresServer server) {
        try {
            WireProxy proxy = new WireProxy(server, new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
            Thread.ofPlatform().daemon().name("wire-proxy").start(proxy::accept);
            return proxy;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The URL of a database by way of this proxy, without user and password. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + listener.getLocalPort() + "/" + database + "?sslmode=disable";
    }

    /** The texts of Query and Parse messages since {@link #reset()}, and of each further Bind of a parsed statement. */
    public List<String> statements() {
        return List.copyOf(statements);
    }

    /** How many times the server was waited for since {@link #reset()}, connecting included. */
    public int roundTrips() {
        return roundTrips.size();
    }

    /** Forgets what was counted; connections stay. */
    public void reset() {
        statements.clear();
        roundTrips.clear();
    }

    /** Makes every round trip take this much longer. */
    public void delay(Duration time) {
        delay = time;
    }

    /** Cuts the connection of the next statement that matches; once. */
    public void cutAt(Predicate<String> statement, Moment moment) {
        cut.set(new Cut(statement, moment));
    }

    /** Whether a cut that was ordered has happened. */
    public boolean hasCut() {
        return !cut.get().isOrdered();
    }

    /** Cuts every connection now. */
    public void cutAll() {
        connections.forEach(ProxiedConnection::close);
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        cutAll();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                connections.add(ProxiedConnection.open(this, client, new Socket(server.host(), server.port())));
            } catch (IOException e) {
                if (!listener.isClosed()) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    void ended(ProxiedConnection connection) {
        connections.remove(connection);
    }

    void passed(String sql) {
        statements.add(sql);
    }

    void roundTripEnded() {
        roundTrips.add("");
    }

    Duration delay() {
        return delay;
    }

    /** The cut that this statement triggers, which is then used up. */
    Cut cutFor(String sql) {
        Cut ordered = cut.get();
        return ordered.statement().test(sql) && cut.compareAndSet(ordered, Cut.NEVER) ? ordered : Cut.NEVER;
    }
}

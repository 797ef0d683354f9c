package dev.plinth.postgres.internal.inspect;

import dev.plinth.diff.LiveDatabase;
import dev.plinth.model.QualifiedName;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.NamedQuery;
import dev.plinth.model.sql.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/**
 * Inspects a database in one round trip, whatever the number of tables: every query and every question goes out in one
 * message of several statements.
 */
public final class Inspector {

    static final String BEGIN_READ_ONLY = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";

    /** Somebody would have to create a declared table during each look for the last one to be wrong. */
    private static final int LOOKS = 5;

    /** Milliseconds from which a second more or less is no matter to a deadline. */
    private static final long LONG = 10_000;

    private static final Set<String> HOME = Set.of(QualifiedName.DEFAULT_NAMESPACE);

    private final Schema schema;
    private final boolean listsUnmanaged;

    /** @param listsUnmanaged whether objects that nobody declared are named too */
    public Inspector(Schema schema, boolean listsUnmanaged) {
        this.schema = schema;
        this.listsUnmanaged = listsUnmanaged;
    }

    /** Inspects in a read-only transaction of its own. The connection must be idle, in autocommit mode. */
    public Inspection inspect(Connection connection, long timeoutMillis) throws SQLException {
        return inspectAlone(connection, Scope.of(schema, HOME), timeoutMillis);
    }

    /**
     * The same without a look at who holds the names of what is missing, which costs as much as reading all the indexes: enough
     * where nothing is missing.
     */
    public Inspection glance(Connection connection, long timeoutMillis) throws SQLException {
        return inspectAlone(connection, Scope.of(schema, HOME, false), timeoutMillis);
    }

    private Inspection inspectAlone(Connection connection, Scope scope, long timeoutMillis) throws SQLException {
        return inspect(connection, scope, List.of(BEGIN_READ_ONLY, timeout(timeoutMillis)), List.of("COMMIT"));
    }

    /**
     * Inspects inside the transaction that is open, and leaves it open with the session pinned. Its queries see one after
     * another what others commit meanwhile; a table that appeared between two of them is looked at again.
     */
    public Inspection inspectInTransaction(Connection connection) throws SQLException {
        Scope scope = Scope.of(schema, HOME);
        Inspection inspection = inspect(connection, scope, List.of(), List.of());
        for (int look = 1; look < LOOKS && hasChangedMeanwhile(inspection.live()); look++) {
            inspection = inspect(connection, scope, List.of(), List.of());
        }
        return inspection;
    }

    /** Whether a declared table or view was not found as one, and a moment later held its own name. */
    private boolean hasChangedMeanwhile(LiveDatabase live) {
        return schema.tables().stream()
                .map(Table::name)
                .anyMatch(name -> RelationQuery.TABLE.equals(live.relations().get(name))
                        && live.table(name).isEmpty())
                || schema.objects(NamedQuery.class).stream()
                        .anyMatch(view -> RelationQuery.describe(view).equals(live.relations().get(view.name()))
                                && live.view(view.name()).isEmpty());
    }

    /** A long time in full seconds, so that the message of the next inspection has the same text and need not be planned anew. */
    static String timeout(long millis) {
        long time = millis < LONG ? Math.max(1, millis) : (millis + 999) / 1_000 * 1_000;
        return "SET LOCAL statement_timeout = " + time;
    }

    private Inspection inspect(Connection connection, Scope scope, List<String> before, List<String> after)
            throws SQLException {
        UnmanagedQuery unmanaged = new UnmanagedQuery(scope);
        CatalogMessage message = new CatalogMessage(
                connection, scope, listsUnmanaged ? List.of(unmanaged) : List.of(), before, after);
        EnvironmentQuery environment = message.queries.environment;
        return new Inspection(
                environment.database,
                new LiveDatabase(
                        message.serverVersion,
                        environment.namespaces,
                        environment.installedExtensions,
                        environment.availableExtensions,
                        message.relations(),
                        LiveDatabase.byName(message.tables),
                        message.views,
                        message.queries.holders(),
                        message.queries.objects(),
                        message.queries.access(),
                        environment.storage),
                message.answers,
                environment.extensionNamespaces(),
                listsUnmanaged
                        ? unmanaged.findings(
                                schema,
                                Set.copyOf(scope.namespaces()),
                                true,
                                message.tables,
                                message.views,
                                message.queries.objects(),
                                message.queries.access())
                        : List.of(),
                message.undecided,
                environment.lockTableSize);
    }
}

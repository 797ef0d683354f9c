package dev.plinth.postgres.internal.inspect;

import dev.plinth.diff.LiveDatabase;
import dev.plinth.diff.LiveTable;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.Table;
import dev.plinth.postgres.internal.compare.Comparison;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Inspects a database in one round trip, whatever the number of tables: every query and every question goes out in one
 * message of several statements.
 */
public final class Inspector {

    private static final String BEGIN_READ_ONLY = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";

    /** Somebody would have to create a declared table during each look for the last one to be wrong. */
    private static final int LOOKS = 5;

    private final Schema schema;
    private final boolean listsUnmanaged;

    /** @param listsUnmanaged whether objects that nobody declared are named too */
    public Inspector(Schema schema, boolean listsUnmanaged) {
        this.schema = schema;
        this.listsUnmanaged = listsUnmanaged;
    }

    /** Inspects in a read-only transaction of its own. The connection must be idle, in autocommit mode. */
    public Inspection inspect(Connection connection, long timeoutMillis) throws SQLException {
        return inspect(connection, List.of(BEGIN_READ_ONLY, timeout(timeoutMillis)), List.of("COMMIT"));
    }

    /**
     * Inspects inside the transaction that is open, and leaves it open with the session pinned. Its queries see one after
     * another what others commit meanwhile; a table that appeared between two of them is looked at again.
     */
    public Inspection inspectInTransaction(Connection connection) throws SQLException {
        Inspection inspection = inspect(connection, List.of(), List.of());
        for (int look = 1; look < LOOKS && hasChangedMeanwhile(inspection.live()); look++) {
            inspection = inspect(connection, List.of(), List.of());
        }
        return inspection;
    }

    /** Whether a declared table was not found as a table, and a moment later held its own name. */
    private boolean hasChangedMeanwhile(LiveDatabase live) {
        return schema.tables().stream()
                .map(Table::name)
                .anyMatch(name -> RelationQuery.TABLE.equals(live.relations().get(name))
                        && live.table(name).isEmpty());
    }

    private static String timeout(long millis) {
        return "SET LOCAL statement_timeout = " + Math.max(1, millis);
    }

    private Inspection inspect(Connection connection, List<String> before, List<String> after) throws SQLException {
        int version = connection.getMetaData().getDatabaseMajorVersion();
        CatalogQueries queries = new CatalogQueries(schema, version);
        Comparison comparison = new Comparison(schema);
        UnmanagedQuery unmanaged = new UnmanagedQuery(Scope.of(schema));
        List<CatalogQuery> inOrder = new ArrayList<>(queries.inOrder());
        if (listsUnmanaged) {
            inOrder.add(unmanaged);
        }
        List<String> statements = new ArrayList<>(before);
        statements.add(SessionPins.sql());
        inOrder.forEach(query -> statements.add(query.sql()));
        statements.addAll(comparison.statements());
        statements.addAll(after);
        try (Statement statement = connection.createStatement()) {
            Results results = new Results(statement, String.join(";\n", statements));
            results.skip();
            for (CatalogQuery query : inOrder) {
                results.read(query::read);
            }
            if (!comparison.isEmpty()) {
                results.read(comparison::read);
            }
        }
        List<LiveTable> tables = LiveTables.assemble(queries);
        return new Inspection(
                queries.environment.database,
                live(queries, tables),
                comparison.answers(tables),
                queries.environment.installedExtensions,
                listsUnmanaged ? unmanaged.findings(schema, tables) : List.of(),
                queries.environment.lockTableSize);
    }

    private static LiveDatabase live(CatalogQueries queries, List<LiveTable> tables) {
        Set<String> extensions = new HashSet<>(queries.environment.installedExtensions.keySet());
        return new LiveDatabase(
                queries.environment.namespaces,
                extensions,
                queries.environment.availableExtensions,
                LiveTables.relations(queries, tables),
                tables,
                queries.functions.functions);
    }

    /** Reads one row of a result. */
    private interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    /** The results of one message, one after the other; statements without rows are passed over. */
    private static final class Results {

        private final Statement statement;
        private boolean hasRows;

        Results(Statement statement, String message) throws SQLException {
            this.statement = statement;
            this.hasRows = statement.execute(message);
        }

        void skip() throws SQLException {
            read(row -> {});
        }

        void read(RowReader reader) throws SQLException {
            while (!hasRows) {
                hasRows = statement.getMoreResults();
                if (!hasRows && statement.getUpdateCount() == -1) {
                    throw new SQLException("the server answered fewer results than were asked for");
                }
            }
            try (ResultSet rows = statement.getResultSet()) {
                while (rows.next()) {
                    reader.read(rows);
                }
            }
            hasRows = statement.getMoreResults();
        }
    }
}

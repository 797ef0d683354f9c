package dev.plinth.postgres.internal.inspect;

import dev.plinth.diff.Answers;
import dev.plinth.diff.LiveTable;
import dev.plinth.postgres.internal.compare.Comparison;
import dev.plinth.postgres.internal.compare.DomainComparison;
import dev.plinth.postgres.internal.compare.Undecided;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One inspection on the wire: every query and every question in one message, and what came back. */
final class CatalogMessage {

    final int serverVersion;
    final CatalogQueries queries;
    final Map<Long, LiveTable> tables;
    final Answers answers;
    final List<Undecided> undecided;

    /**
     * Sends the message and reads all of it.
     *
     * @param others queries to send besides those of the kinds, at the end
     * @param before the statements that begin the message
     * @param after those that end it
     */
    CatalogMessage(
            Connection connection,
            Scope scope,
            List<? extends CatalogQuery> others,
            List<String> before,
            List<String> after)
            throws SQLException {
        Comparison comparison = new Comparison(scope.schema(), scope.homes());
        DomainComparison domains = new DomainComparison(scope.schema(), scope.homes());
        serverVersion = connection.getMetaData().getDatabaseMajorVersion();
        boolean listsUnmanaged = !others.isEmpty() && !scope.isEverything();
        queries = new CatalogQueries(scope.schema(), scope, serverVersion, listsUnmanaged);
        List<CatalogQuery> inOrder =
                Stream.concat(queries.inOrder().stream(), others.stream()).toList();
        List<String> statements = new ArrayList<>(before);
        statements.add(SessionPins.sql());
        inOrder.forEach(query -> statements.add(query.sql()));
        statements.addAll(comparison.statements(CatalogQuery.TABLE_OIDS));
        statements.addAll(domains.statements());
        statements.addAll(after);
        read(connection, statements, inOrder, comparison, domains);
        tables = LiveTables.assemble(queries);
        answers = comparison
                .answers(tables)
                .with(domains.answers(queries.domains.byOid))
                .withDefaultClasses(queries.operatorClasses.defaults);
        undecided = Stream.concat(
                comparison.undecided().stream(), domains.undecided(queries.domains.byOid).stream())
                .toList();
    }

    private static void read(
            Connection connection,
            List<String> statements,
            List<CatalogQuery> inOrder,
            Comparison comparison,
            DomainComparison domains)
            throws SQLException {
        try (Statement statement = connection.createStatement()) {
            Results results = new Results(statement, String.join(";\n", statements));
            results.skip();
            for (CatalogQuery query : inOrder) {
                results.read(query::read);
            }
            if (!comparison.isEmpty()) {
                results.read(comparison::read);
            }
            if (!domains.isEmpty()) {
                results.read(domains::read);
            }
        }
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

package dev.plinth.postgres.internal.inspect;

import dev.plinth.diff.Answers;
import dev.plinth.diff.LiveTable;
import dev.plinth.model.QualifiedName;
import dev.plinth.postgres.internal.compare.Comparison;
import dev.plinth.postgres.internal.compare.DomainComparison;
import dev.plinth.postgres.internal.compare.RuleComparison;
import dev.plinth.postgres.internal.compare.Undecided;
import dev.plinth.postgres.internal.compare.ViewComparison;
import java.sql.Connection;
import java.sql.PreparedStatement;
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
    final List<LiveTable> tables;
    final List<LiveTable> views;
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
        Comparisons comparisons = Comparisons.of(scope);
        serverVersion = connection.getMetaData().getDatabaseMajorVersion();
        boolean listsUnmanaged = !others.isEmpty() && !scope.isEverything();
        queries = new CatalogQueries(scope.schema(), scope, serverVersion, listsUnmanaged);
        List<CatalogQuery> inOrder =
                Stream.concat(queries.inOrder().stream(), others.stream()).toList();
        List<String> statements = opening(connection, before);
        inOrder.forEach(query -> statements.add(query.sql()));
        statements.addAll(comparisons.statements());
        statements.addAll(after);
        try (PreparedStatement statement = connection.prepareStatement(String.join(";\n", statements))) {
            Results results = new Results(statement);
            results.skip();
            for (CatalogQuery query : inOrder) {
                results.read(query::read);
            }
            comparisons.read(results);
        }
        Map<Long, LiveTable> relations = LiveTables.assemble(queries);
        ask(connection, comparisons.tables.openStatements(relations, queries.statistics.found()), comparisons.tables,
                before, after);
        tables = LiveTables.only(true, relations, queries);
        views = LiveTables.only(false, relations, queries);
        answers = comparisons.answers(relations, queries);
        undecided = comparisons.undecided(relations, queries);
    }

    /** What a message begins with. */
    private static List<String> opening(Connection connection, List<String> before) throws SQLException {
        List<String> opening = new ArrayList<>(before);
        opening.add(SessionPins.sql());
        if (SessionPins.goAhead(connection)) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(String.join(";\n", opening));
            }
            return new ArrayList<>(List.of(SessionPins.sql()));
        }
        return opening;
    }

    /** Asks what the message had no answer to: tables that declare the same and were not made alike. */
    private static void ask(
            Connection connection, List<String> open, Comparison comparison, List<String> before, List<String> after)
            throws SQLException {
        if (!open.isEmpty()) {
            List<String> statements = opening(connection, before);
            statements.addAll(open);
            statements.addAll(after);
            try (PreparedStatement statement = connection.prepareStatement(String.join(";\n", statements))) {
                Results results = new Results(statement);
                results.skip();
                results.readAnswers(comparison::read);
            }
        }
    }

    /** Who has which name in the namespaces of relations, as far as the schema asks. */
    Map<QualifiedName, String> relations() {
        return LiveTables.relations(queries, Stream.concat(tables.stream(), views.stream()).toList());
    }

    /** Whether spellings mean the same: what is asked, each in a block of its own, and what was said. */
    private record Comparisons(
            Comparison tables, DomainComparison domains, ViewComparison views, RuleComparison rules) {

        static Comparisons of(Scope scope) {
            return new Comparisons(
                    new Comparison(scope.schema(), scope.homes()),
                    new DomainComparison(scope.schema(), scope.homes()),
                    new ViewComparison(scope.schema(), scope.homes()),
                    new RuleComparison(scope.schema(), scope.homes()));
        }

        List<String> statements() {
            return Stream.of(
                    tables.statements(),
                    domains.statements(),
                    views.statements(CatalogQuery.TABLE_OIDS))
                    .flatMap(List::stream)
                    .toList();
        }

        void read(Results results) throws SQLException {
            if (!tables.isEmpty()) {
                results.readAnswers(tables::read);
            }
            if (!domains.isEmpty()) {
                results.readAnswers(domains::read);
            }
            if (!views.isEmpty()) {
                results.read(views::read);
            }
        }

        List<Undecided> undecided(Map<Long, LiveTable> relations, CatalogQueries queries) {
            return Stream.of(
                    tables.undecided(),
                    domains.undecided(queries.domains.byOid),
                    views.undecided(queries.views.byName()),
                    rules.undecided(relations.values()))
                    .flatMap(List::stream)
                    .toList();
        }

        Answers answers(Map<Long, LiveTable> relations, CatalogQueries queries) {
            return tables.answers(relations)
                    .with(domains.answers(queries.domains.byOid))
                    .with(views.answers(queries.views.byName()))
                    .withDefaultClasses(queries.operatorClasses.defaults);
        }
    }

    /** Reads one row of a result. */
    private interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    /**
     * The results of one message, one after the other; statements without rows are passed over. A message that comes again and
     * again over one connection is planned once, when the driver thinks it worth a name ({@code prepareThreshold}).
     */
    private static final class Results {

        private final PreparedStatement statement;
        private boolean hasRows;

        Results(PreparedStatement statement) throws SQLException {
            this.statement = statement;
            this.hasRows = statement.execute();
        }

        void skip() throws SQLException {
            read(row -> {});
        }

        /** Behind the two rows of a block that asks the planner, which mean nothing. */
        void readAnswers(RowReader reader) throws SQLException {
            skip();
            skip();
            read(reader);
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

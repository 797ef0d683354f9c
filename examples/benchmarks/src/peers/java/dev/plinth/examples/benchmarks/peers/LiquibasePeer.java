package dev.plinth.examples.benchmarks.peers;

import dev.plinth.examples.benchmarks.tenants.Peer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.ui.LoggerUIService;

/**
 * One changelog of formatted SQL with one changeset; a Liquibase for each namespace, which keeps its two tables there. It makes
 * no namespaces, so that is done before.
 */
public final class LiquibasePeer implements Peer {

    private static final String CHANGELOG = "domainflow.sql";

    /** Sent whole, as psql and Flyway would get it. */
    private static final String HEADER = "--liquibase formatted sql\n--changeset benchmark:1 splitStatements:false\n";

    private static final Logger LOGGER = Logger.getLogger("liquibase");

    /** It speaks of each namespace twice and more, which is not to be measured. */
    public LiquibasePeer() {
        LOGGER.setLevel(Level.WARNING);
    }

    @Override
    public String name() {
        return "Liquibase";
    }

    @Override
    public void apply(DataSource database, List<String> namespaces, String script) throws Exception {
        Path folder = Files.createTempDirectory("liquibase");
        Path changelog = Files.writeString(folder.resolve(CHANGELOG), HEADER + script);
        try (DirectoryResourceAccessor files = new DirectoryResourceAccessor(folder)) {
            Scope.child(Scope.Attr.ui, new LoggerUIService(), () -> {
                for (String namespace : namespaces) {
                    update(database, namespace, files);
                }
            });
        } finally {
            Files.delete(changelog);
            Files.delete(folder);
        }
    }

    private static void update(DataSource source, String namespace, DirectoryResourceAccessor files) throws Exception {
        try (Connection connection = source.getConnection()) {
            create(namespace, connection);
            Database database =
                    DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
            database.setDefaultSchemaName(namespace);
            database.setLiquibaseSchemaName(namespace);
            Liquibase liquibase = new Liquibase(CHANGELOG, files, database);
            liquibase.setChangeLogParameter("namespace", namespace);
            liquibase.setShowSummary(UpdateSummaryEnum.OFF);
            liquibase.update(new Contexts(), new LabelExpression());
        }
    }

    private static void create(String namespace, Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA IF NOT EXISTS " + namespace);
        }
    }
}

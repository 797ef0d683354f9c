package dev.plinth.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.SchemaInitializer;
import dev.plinth.json.SchemaJson;
import dev.plinth.model.Schema;
import dev.plinth.postgres.PostgresStore;
import dev.plinth.text.ReportText;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.cfg.Configuration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Databases that others made, and what Plinth says of them: the outputs of docs/migrating.md. */
class MigratingTest {

    private static final String NAMES_OF_HIBERNATE = """
              note       constraint accounts_email_key on accounts: name: schema says accounts_email_key, store has ukn7ihswpy07ci568w34q0oi8he
                         it counts as present; name it "ukn7ihswpy07ci568w34q0oi8he" in the schema to make them agree
              note       constraint invoices_account_id_fkey on invoices: name: schema says invoices_account_id_fkey, store has fke8hrbi6a0viu29om1c38p4ymy
                         it counts as present; name it "fke8hrbi6a0viu29om1c38p4ymy" in the schema to make them agree
            """;

    private static EmbeddedPostgres server;

    @BeforeAll
    static void start() throws IOException {
        server = EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @Test
    void whatFlywayMadeIsAsDeclaredAndPlinthGoesOnFromThere() throws Exception {
        DataSource database = database("flyway");
        Flyway flyway = Flyway.configure().dataSource(database).locations("classpath:db/migration").load();
        flyway.migrate();

        shows(verify(Migrated.AS_IT_IS, database), """
                Verified schema "shop": as declared (TIME)

                postgres (PostgreSQL VERSION, database flyway): as declared (TIME)
                  unmanaged  table flyway_schema_history
                """);
        shows(apply(Migrated.WITH_REFUNDS, database), """
                Applied schema "shop": 1 done (TIME)

                postgres (PostgreSQL VERSION, database flyway): 1 done (TIME)
                  created    table refunds
                """);
        assertThat(flyway.migrate().migrationsExecuted).isZero();
        flyway.validate();
    }

    @Test
    void whatHibernateMadeIsThereUnderOtherNamesAndWhatItLeftOutIsAdded() throws Exception {
        DataSource database = database("hibernate");
        startHibernate(database, "update");

        shows(verify(Migrated.ENTITIES, database), """
                Verified schema "billing": 1 MISSING (TIME)

                postgres (PostgreSQL VERSION, database hibernate): 1 MISSING (TIME)
                  MISSING    index invoices_account_id_idx on invoices
                """ + NAMES_OF_HIBERNATE);
        shows(apply(Migrated.ENTITIES, database), """
                Applied schema "billing": 1 done (TIME)

                postgres (PostgreSQL VERSION, database hibernate): 1 done (TIME)
                  created    index invoices_account_id_idx on invoices
                """ + NAMES_OF_HIBERNATE);
        startHibernate(database, "validate");
    }

    @Test
    void aDatabaseBecomesAFileAndTheFileADatabase(@TempDir Path directory) throws Exception {
        DataSource made = database("made");
        apply(Migrated.WITH_REFUNDS, made);
        Path file = directory.resolve("schema.json");

        InspectingSnippets.toFile(made, file);

        assertThat(InspectingSnippets.fromFile(file, database("copied")).isComplete()).isTrue();
        assertThat(verify(SchemaJson.parse(Files.readString(file)), made)).contains("as declared");
    }

    private static void startHibernate(DataSource database, String action) {
        Configuration configuration = new Configuration()
                .addAnnotatedClass(HibernateEntities.Account.class)
                .addAnnotatedClass(HibernateEntities.Invoice.class)
                .setProperty(AvailableSettings.HBM2DDL_AUTO, action);
        configuration.getProperties().put(AvailableSettings.JAKARTA_NON_JTA_DATASOURCE, database);
        configuration.buildSessionFactory().close();
    }

    private static String verify(Schema schema, DataSource database) {
        return ReportText.of(SchemaInitializer.of(schema).with(PostgresStore.of(database)).verify());
    }

    private static String apply(Schema schema, DataSource database) {
        return ReportText.of(SchemaInitializer.of(schema).with(PostgresStore.of(database)).apply());
    }

    /** The output is this, and it stands in the page. */
    private static void shows(String output, String expected) throws IOException {
        assertThat(output.replaceAll("\\(\\d+ ms\\)|\\(\\d+\\.\\d s\\)", "(TIME)").replaceAll("PostgreSQL [\\d.]+",
                "PostgreSQL VERSION")).isEqualTo(expected);
        assertThat(Files.readString(Path.of(System.getProperty("plinth.root", ".."), "docs", "migrating.md")))
                .contains(expected);
    }

    private static DataSource database(String name) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        }
        return server.getDatabase("postgres", name);
    }
}

package dev.plinth.postgres;

import static dev.plinth.dsl.SchemaDsl.INSERT;
import static dev.plinth.dsl.SchemaDsl.domain;
import static dev.plinth.dsl.SchemaDsl.schema;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.SchemaDsl.triggerFunction;
import static dev.plinth.dsl.Types.integer;
import static dev.plinth.dsl.Types.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.SchemaInitializer;
import dev.plinth.StoreReport;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.DomainType;
import dev.plinth.model.sql.Function;
import dev.plinth.postgres.testing.OnEachServer;
import dev.plinth.postgres.testing.PostgresServer;
import dev.plinth.postgres.testing.PostgresServers;
import dev.plinth.postgres.testing.TestDatabase;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** What a plan leaves undecided, as its functions would be run or the planner sees too little, verify() decides. */
class CloserLookTest {

    private static final Function KEEP = triggerFunction("keep", "BEGIN RETURN NEW; END;");

    private static final DomainType LETTER =
            domain("letter", text(), d -> d.check("letter_first", "VALUE COLLATE \"C\" < 'm'"));

    private static final Schema SCHEMA = schema("prices", LETTER, table("prices", t -> {
        var amount = t.column("amount", integer());
        t.column("label", text());
        t.column("doubled", integer()).generatedAlwaysAs("public.fine( amount )");
        t.check("amount_fine", "public.fine(amount) > 0 AND amount > 0");
        t.check("label_first", "label COLLATE \"C\" < 'm'");
        t.index("prices_fine").on(amount).where("public.fine((amount)) > 0");
        t.trigger("keep_fine").before(INSERT).forEachRow().when("public.fine(NEW.amount) > 0").execute(KEEP);
    }));

    /** The function fails whenever it is called; live definitions are spelled as a person would spell them. */
    private static final String LIVE = """
            CREATE FUNCTION fine(integer) RETURNS integer IMMUTABLE LANGUAGE plpgsql AS $$
                BEGIN RAISE EXCEPTION 'called'; END $$;
            CREATE FUNCTION keep() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END;';
            CREATE DOMAIN letter AS text CONSTRAINT letter_first CHECK ((VALUE COLLATE "C") < 'm'::text);
            CREATE TABLE prices (
                amount integer,
                label text,
                doubled integer GENERATED ALWAYS AS (fine(%1$s)) STORED,
                CONSTRAINT amount_fine CHECK (((fine(%1$s)) > 0) AND (amount > 0)),
                CONSTRAINT label_first CHECK ((label COLLATE "%2$s") < 'm'::text));
            CREATE INDEX prices_fine ON prices (amount) WHERE ((fine(%1$s)) > 0);
            CREATE TRIGGER keep_fine BEFORE INSERT ON prices FOR EACH ROW
                WHEN ((fine(NEW.amount)) > (%3$s)) EXECUTE FUNCTION keep();
            """;

    private static final List<String> ALL = List.of(
            "UNDECIDED prices.doubled", "UNDECIDED amount_fine on prices", "UNDECIDED label_first on prices",
            "UNDECIDED prices_fine on prices", "UNDECIDED keep_fine on prices", "UNDECIDED letter");

    @OnEachServer
    void otherSpellingsTurnOutToBeEqual(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            database.execute(LIVE.formatted("amount", "C", "0"));
            String before = database.description();

            assertThat(drift(plan(database.dataSource()))).containsExactlyInAnyOrderElementsOf(ALL);
            assertThat(drift(verify(database.dataSource()))).isEmpty();
            assertThat(database.description()).isEqualTo(before);
        }
    }

    @OnEachServer
    void whatDiffersTurnsOutToBeDifferent(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            database.execute(LIVE.formatted("amount + 1", "POSIX", "1"));

            assertThat(drift(plan(database.dataSource()))).containsExactlyInAnyOrderElementsOf(ALL);
            assertThat(drift(verify(database.dataSource()))).containsExactlyInAnyOrder(
                    "DIFFERENT prices.doubled", "DIFFERENT amount_fine on prices", "DIFFERENT label_first on prices",
                    "DIFFERENT prices_fine on prices", "DIFFERENT keep_fine on prices");
        }
    }

    @Test
    void staysUndecidedWhereNothingCanBeCreated() {
        try (TestDatabase database = PostgresServers.main().createDatabase()) {
            database.execute(LIVE.formatted("amount", "C", "0"));
            PGSimpleDataSource readOnly = (PGSimpleDataSource) database.dataSource();
            readOnly.setOptions("-c default_transaction_read_only=on");

            assertThat(drift(verify(readOnly))).containsExactlyInAnyOrderElementsOf(ALL);
        }
    }

    @Test
    void tenantsAreLookedAtAsCloselyAsOthers() {
        try (TestDatabase database = PostgresServers.main().createDatabase()) {
            Schema schema = schema("notes", table("notes", t -> {
                t.column("label", text());
                t.check("label_first", "label COLLATE \"C\" < 'm'");
            }));
            for (String tenant : List.of("a", "b")) {
                database.execute("CREATE SCHEMA " + tenant + "; CREATE TABLE " + tenant
                        + ".notes (label text CONSTRAINT label_first CHECK ((label COLLATE \""
                        + ("a".equals(tenant) ? "C" : "POSIX") + "\") < 'm'))");
            }

            PostgresTenants tenants = PostgresTenants.of(schema).namespaces(database.dataSource(), List.of("a", "b"));

            assertThat(tenants.plan().tenants().stream().map(tenant -> drift(tenant.report())))
                    .containsExactly(List.of("UNDECIDED label_first on a.notes"),
                            List.of("UNDECIDED label_first on b.notes"));
            assertThat(tenants.verify().tenants().stream().map(tenant -> drift(tenant.report())))
                    .containsExactly(List.of(), List.of("DIFFERENT label_first on b.notes"));
        }
    }

    private static StoreReport plan(DataSource database) {
        return initializer(database).plan().stores().getFirst();
    }

    private static StoreReport verify(DataSource database) {
        return initializer(database).verify().stores().getFirst();
    }

    private static SchemaInitializer initializer(DataSource database) {
        return SchemaInitializer.of(SCHEMA).with(PostgresStore.of(database));
    }

    private static List<String> drift(StoreReport report) {
        return report.drift().stream().map(drift -> drift.kind() + " " + drift.subject().name()).toList();
    }
}

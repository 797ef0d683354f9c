package dev.plinth.postgres;

import static dev.plinth.dsl.Expressions.sql;
import static dev.plinth.dsl.SchemaDsl.INSERT;
import static dev.plinth.dsl.SchemaDsl.domain;
import static dev.plinth.dsl.SchemaDsl.enumType;
import static dev.plinth.dsl.SchemaDsl.function;
import static dev.plinth.dsl.SchemaDsl.schema;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.SchemaDsl.triggerFunction;
import static dev.plinth.dsl.Types.arrayOf;
import static dev.plinth.dsl.Types.bigint;
import static dev.plinth.dsl.Types.integer;
import static dev.plinth.dsl.Types.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.SchemaInitializer;
import dev.plinth.StoreReport;
import dev.plinth.diff.Drift;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.DomainType;
import dev.plinth.model.sql.EnumType;
import dev.plinth.model.sql.Function;
import dev.plinth.postgres.testing.OnEachServer;
import dev.plinth.postgres.testing.PostgresServer;
import dev.plinth.postgres.testing.PostgresServers;
import dev.plinth.postgres.testing.TestDatabase;
import java.util.Collections;
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
        t.column("doubled", integer()).generatedAlwaysAs("public.fine((amount))");
        t.check("amount_fine", "public.fine(amount) > 0 AND amount > 0");
        t.check("label_first", "label COLLATE \"C\" < 'm'");
        t.index("prices_fine").on(amount).where("public.fine((amount)) > 0");
        t.trigger("keep_fine").before(INSERT).forEachRow().when("public.fine((NEW.amount)) > 0").execute(KEEP);
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

            StoreReport report = verify(readOnly);
            assertThat(drift(report)).containsExactlyInAnyOrderElementsOf(ALL);
            assertThat(report.drift()).extracting(Drift::advice).containsOnly(
                    "compare the two by eye, or write the schema the way the store prints it");
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

    private static final EnumType STATE = enumType("state", "open", "paid");

    private static final Function COUNT = function("count_it", f -> {
        f.argument("many", bigint()).defaultTo(sql("1+(1)"));
        f.argument("state", STATE).defaultTo(sql("('open')"));
        f.argument("words", arrayOf(text())).defaultTo(sql("array['a', lower('B')]"));
        f.returns(integer()).language("sql").body("SELECT 1");
    });

    /** How a person may have written it, whose database prints it as it is read. */
    private static final String MADE = """
            CREATE TYPE %1$s.state AS ENUM ('open', 'paid');
            CREATE FUNCTION %1$s.count_it(many bigint DEFAULT 1 + 1, state %1$s.state DEFAULT 'open',
                words text[] DEFAULT ARRAY['%2$s', lower('B')]) RETURNS integer LANGUAGE sql AS 'SELECT 1';
            """;

    @OnEachServer
    void defaultsOfArgumentsAreReadByTheServer(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            SchemaInitializer initializer =
                    SchemaInitializer.of(schema("s", COUNT)).with(PostgresStore.of(database.dataSource()));
            database.execute(MADE.formatted("public", "a"));

            assertThat(drift(initializer.apply().stores().getFirst())).isEqualTo(Collections.nCopies(
                    3, "UNDECIDED count_it(bigint, state, text[])"));
            assertThat(drift(initializer.verify().stores().getFirst())).isEmpty();

            database.execute("DROP FUNCTION count_it; DROP TYPE state;" + MADE.formatted("public", "b"));
            assertThat(drift(initializer.verify().stores().getFirst()))
                    .containsExactly("DIFFERENT count_it(bigint, state, text[])");
        }
    }

    @Test
    void defaultsOfArgumentsOfTenantsAreReadByTheServer() {
        try (TestDatabase database = PostgresServers.main().createDatabase()) {
            for (String tenant : List.of("a", "b")) {
                database.execute("CREATE SCHEMA " + tenant + "; CREATE TABLE " + tenant + ".t ();"
                        + MADE.formatted(tenant, tenant));
            }
            PostgresTenants tenants =
                    PostgresTenants.of(schema("s", COUNT, table("t", t -> {})))
                            .namespaces(database.dataSource(), List.of("a", "b"));

            assertThat(tenants.verify().tenants().stream().map(tenant -> drift(tenant.report())))
                    .containsExactly(List.of(), List.of("DIFFERENT b.count_it(bigint, b.state, text[])"));
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

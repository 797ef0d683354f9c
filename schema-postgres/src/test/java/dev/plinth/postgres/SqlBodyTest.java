package dev.plinth.postgres;

import static dev.plinth.dsl.SchemaDsl.function;
import static dev.plinth.dsl.SchemaDsl.procedure;
import static dev.plinth.dsl.SchemaDsl.schema;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.Types.integer;
import static dev.plinth.dsl.Types.nativeType;
import static dev.plinth.dsl.Types.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.Report;
import dev.plinth.SchemaInitializer;
import dev.plinth.Step;
import dev.plinth.diff.Drift;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.Function;
import dev.plinth.model.sql.RoutineBody;
import dev.plinth.model.sql.Table;
import dev.plinth.postgres.internal.inspect.LiveBodies;
import dev.plinth.postgres.testing.OnEachServer;
import dev.plinth.postgres.testing.PostgresServer;
import dev.plinth.postgres.testing.PostgresServers;
import dev.plinth.postgres.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Bodies in standard SQL, which PostgreSQL reads when the routine is created. */
class SqlBodyTest extends KindAcceptance {

    private static final Function ADD = function("add_it", f -> {
        f.argument("a", integer());
        f.argument("b", integer());
        f.returns(integer()).immutable().returnExpression("a + b");
    });

    private static final Table PEOPLE = table("people", t -> {
        t.column("id", integer()).primaryKey();
        t.column("name", text());
        t.check("ids", "public.add_it(id, 1) > 0");
    });

    private static final Function NAMES = function("names", f -> {
        f.argument("lowest", integer());
        f.returnsSetOf(text()).stable();
        f.beginAtomic("SELECT people.name FROM public.people WHERE (people.id >= names.lowest)");
    });

    private static final Function HIRE = procedure("hire", p -> {
        p.argument("who", text());
        p.beginAtomic(
                "INSERT INTO public.people (id, name) VALUES (public.add_it(1, 2), hire.who)",
                "UPDATE public.people SET name = CASE WHEN (people.id = 1) THEN 'a;b'::text ELSE 'END'::text END");
    });

    private static final Function NOTHING = function(
            "nothing", f -> f.returns(nativeType("void")).beginAtomic());

    @Override
    Schema declared() {
        return schema("bodies", HIRE, NAMES, PEOPLE, ADD, NOTHING);
    }

    @Override
    String plainSql() {
        return """
                CREATE FUNCTION add_it(a integer, b integer) RETURNS integer LANGUAGE sql IMMUTABLE RETURN a + b;
                CREATE TABLE people (
                    id integer PRIMARY KEY, name text, CONSTRAINT ids CHECK (public.add_it(id, 1) > 0));
                """
                + inBlock("""
                        CREATE FUNCTION names(lowest integer) RETURNS SETOF text STABLE
                        BEGIN ATOMIC
                            SELECT name FROM people WHERE id >= lowest;
                        END""")
                + inBlock("""
                        CREATE PROCEDURE hire(who text)
                        BEGIN ATOMIC
                            INSERT INTO people (id, name) VALUES (add_it(1, 2), who);
                            UPDATE people SET name = CASE WHEN id = 1 THEN 'a;b' ELSE 'END' END;
                        END""")
                + inBlock("CREATE FUNCTION nothing() RETURNS void BEGIN ATOMIC END");
    }

    /** The driver does not know where the body ends, and would send what follows with it. */
    private static String inBlock(String statement) {
        return "DO $block$ BEGIN EXECUTE $statement$" + statement + "$statement$; END $block$;\n";
    }

    @Override
    List<String> removals() {
        return List.of(
                "DROP FUNCTION names; DROP PROCEDURE hire",
                "ALTER TABLE people DROP COLUMN name CASCADE",
                "DROP FUNCTION add_it CASCADE",
                "DROP TABLE people CASCADE");
    }

    @Override
    List<Change> changes() {
        return List.of(
                Change.of("DROP FUNCTION nothing; CREATE FUNCTION nothing() RETURNS void LANGUAGE sql AS 'SELECT'",
                        "function nothing(): body: schema says BEGIN ATOMIC END, store has SELECT"),
                Change.of(
                        "CREATE OR REPLACE FUNCTION add_it(a integer, b integer) RETURNS integer IMMUTABLE RETURN a * b",
                        "function add_it(integer, integer): body: schema says RETURN a + b, store has RETURN a * b"
                                + " (could not be proved equal or different); verify() looks closer; where it cannot tell"
                                + " either, compare the two by eye, or write the schema the way the store prints it"));
    }

    /** An apply takes no second look: what it cannot tell by the words it leaves undecided. */
    @OnEachServer
    void aSpellingOfOnesOwnIsTheSameForVerify(PostgresServer server) {
        Function own = function("names", f -> {
            f.argument("lowest", integer());
            f.returnsSetOf(text()).stable();
            f.beginAtomic("SELECT p.name FROM public.people AS p WHERE p.id >= lowest -- all of them");
        });
        Function other = function("names", f -> {
            f.argument("lowest", integer());
            f.returnsSetOf(text()).stable();
            f.beginAtomic("SELECT p.name FROM public.people AS p WHERE p.id > lowest");
        });
        try (TestDatabase database = server.createDatabase()) {
            SchemaInitializer initializer = of(database, schema("bodies", PEOPLE, ADD, own));
            initializer.apply();
            String before = database.description();
            assertThat(drift(initializer.verify())).isEmpty();
            assertThat(drift(initializer.apply())).containsExactly(Drift.Kind.UNDECIDED);
            assertThat(drift(of(database, schema("bodies", PEOPLE, ADD, other)).verify()))
                    .containsExactly(Drift.Kind.DIFFERENT);
            assertThat(database.description()).isEqualTo(before);
        }
    }

    @Test
    void tenantsAreLookedAtAsCloselyAsOthers() {
        Function own = function("twice", f -> {
            f.argument("a", integer());
            f.returns(integer()).immutable().returnExpression("a+a");
        });
        try (TestDatabase database = PostgresServers.main().createDatabase()) {
            PostgresTenants tenants = PostgresTenants.of(
                    schema("bodies", table("people", t -> t.column("id", integer())), own))
                    .namespaces(database.dataSource(), List.of("a", "b"));
            tenants.apply();
            database.execute("CREATE OR REPLACE FUNCTION b.twice(a integer) RETURNS integer IMMUTABLE RETURN a * 2");

            assertThat(tenants.verify().tenants().stream().map(tenant -> tenant.report().drift().stream()
                    .map(Drift::kind)
                    .toList()))
                    .containsExactly(List.of(), List.of(Drift.Kind.DIFFERENT));
        }
    }

    @Test
    void theScriptForSecondRunsCanBeRunTwice() {
        try (TestDatabase database = PostgresServers.main().createDatabase()) {
            String script = PostgresDdl.rerunnable().render(declared());
            database.execute(script);
            database.execute(script);
            assertThat(of(database, declared()).apply().steps(Step.Status.DONE)).isEmpty();
        }
    }

    private static List<Drift.Kind> drift(Report report) {
        return report.stores().getFirst().drift().stream().map(Drift::kind).toList();
    }

    private static SchemaInitializer of(TestDatabase database, Schema schema) {
        return SchemaInitializer.of(schema).with(PostgresStore.of(database.dataSource()));
    }

    @Test
    void aStatementMayBeLong() {
        String letters = "x".repeat(100_000);
        String statement =
                "SELECT E'\\'" + letters + "'::text AS \"" + letters + "\", '" + letters + ";'::text AS " + letters;
        assertThat(LiveBodies.read("", null, "BEGIN ATOMIC\n " + statement + ";\n SELECT 1;\nEND"))
                .isEqualTo(new RoutineBody.Atomic(List.of(statement, "SELECT 1")));
    }
}

package dev.plinth.postgres;

import static dev.plinth.dsl.Expressions.literal;
import static dev.plinth.dsl.Expressions.nextval;
import static dev.plinth.dsl.Expressions.sql;
import static dev.plinth.dsl.SchemaDsl.DELETE;
import static dev.plinth.dsl.SchemaDsl.INSERT;
import static dev.plinth.dsl.SchemaDsl.enumType;
import static dev.plinth.dsl.SchemaDsl.function;
import static dev.plinth.dsl.SchemaDsl.materializedView;
import static dev.plinth.dsl.SchemaDsl.schema;
import static dev.plinth.dsl.SchemaDsl.sequence;
import static dev.plinth.dsl.SchemaDsl.statistics;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.SchemaDsl.triggerFunction;
import static dev.plinth.dsl.SchemaDsl.view;
import static dev.plinth.dsl.Types.integer;
import static dev.plinth.dsl.Types.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.plinth.ApplyException;
import dev.plinth.Hazard;
import dev.plinth.Report;
import dev.plinth.SchemaInitializer;
import dev.plinth.Step;
import dev.plinth.TenantsReport;
import dev.plinth.diff.Drift;
import dev.plinth.model.Schema;
import dev.plinth.model.SchemaObject;
import dev.plinth.model.sql.EnumType;
import dev.plinth.model.sql.Function;
import dev.plinth.model.sql.MaterializedView;
import dev.plinth.model.sql.Sequence;
import dev.plinth.model.sql.Statistics;
import dev.plinth.model.sql.Table;
import dev.plinth.model.sql.View;
import dev.plinth.postgres.testing.OnEachServer;
import dev.plinth.postgres.testing.PostgresServer;
import dev.plinth.postgres.testing.PostgresServers;
import dev.plinth.postgres.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Views that exist and hold rows, names that are taken, and views of tenants. */
class ViewsOnUseTest {

    private static final Table T = table("t", t -> {
        t.column("id", integer());
        t.column("a", text());
    });

    private static final Sequence NUMBERS = sequence("numbers");

    private static Report apply(TestDatabase database, SchemaObject... objects) {
        return SchemaInitializer.of(schema("views", objects)).with(PostgresStore.of(database.dataSource())).apply();
    }

    private static Report verify(TestDatabase database, SchemaObject... objects) {
        return SchemaInitializer.of(schema("views", objects)).with(PostgresStore.of(database.dataSource())).verify();
    }

    private static List<String> drift(Report report) {
        return report.stores().getFirst().drift().stream().map(Drift::comparison).toList();
    }

    @Test
    void indexesOfAMaterializedViewWithRowsAreBuiltBesideItsUse() {
        try (TestDatabase database = PostgresServers.main().createDatabase()) {
            database.execute("""
                    CREATE TABLE t (id integer, a text);
                    INSERT INTO t VALUES (1, 'x'), (1, 'y');
                    CREATE MATERIALIZED VIEW m AS SELECT id, a FROM t;
                    CREATE MATERIALIZED VIEW "Empty" AS SELECT id FROM t WITH NO DATA;
                    CREATE VIEW v AS SELECT id FROM t;
                    CREATE INDEX other ON m (lower(a))
                    """);

            Report report = apply(
                    database,
                    T,
                    view("v", "SELECT id FROM public.t", v -> v.trigger("tr").insteadOf(INSERT).forEachRow()
                            .execute(triggerFunction("f", "BEGIN RETURN NEW; END"))),
                    materializedView("m", "SELECT id, a FROM public.t", v -> {
                        v.index("m_id").on(v.column("id")).unique();
                        v.index("m_a").on(v.column("a"));
                        v.index("m_lower").on(sql("lower(a)"));
                    }),
                    materializedView("Empty", "SELECT id FROM public.t", v -> v.index("e").on(v.column("id"))));

            assertThat(drift(report)).containsExactly(
                    "index m_lower on m: name: schema says m_lower, store has other");
            assertThat(report.stores().getFirst().steps().stream()
                    .map(step -> step.status() + " " + step.statements() + " " + step.detail()))
                    .containsExactlyInAnyOrder(
                            "DONE [CREATE FUNCTION \"public\".\"f\"() RETURNS trigger LANGUAGE plpgsql AS $body$BEGIN RETURN NEW;"
                                    + " END$body$] ",
                            "DONE [CREATE INDEX \"e\" ON \"public\".\"Empty\" (\"id\")] ",
                            "BLOCKED [] a trigger changes what every write to the table or view does, for programs that know nothing of"
                                    + " it too; allow it with PostgresStore.allow(TRIGGER)",
                            "DONE [CREATE INDEX CONCURRENTLY \"m_a\" ON \"public\".\"m\" (\"a\")] ",
                            "BLOCKED [] rows repeat a key, for example 1; mend them, then apply again");
        }
    }

    @Test
    void aDefaultOfAViewThatExistsHasToBeAllowed() {
        View written = view("written", "SELECT id, a FROM public.t", v -> v.defaultTo("a", literal("of the view")));
        View lacking = view("lacking", "SELECT id, a FROM public.t",
                v -> v.defaultTo("a", sql("NULL")).defaultTo("id", literal(1)));
        try (TestDatabase database = PostgresServers.main().createDatabase()) {
            database.execute("CREATE TABLE t (id integer, a text DEFAULT 'of the table');"
                    + " CREATE VIEW written AS SELECT id, a FROM t; CREATE VIEW lacking AS SELECT a FROM t");

            Report report = apply(database, T, written, lacking);

            assertThat(report.stores().getFirst().steps()).extracting(Step::status, Step::detail).containsExactly(
                    tuple(
                            Step.Status.BLOCKED,
                            "a default of a view changes what inserts through it write, for programs that know nothing of it"
                                    + " too; allow it with PostgresStore.allow(VIEW_DEFAULT)"),
                    tuple(
                            Step.Status.BLOCKED,
                            "the live view has no column id, as its query is another one; it can have the default once it is"
                                    + " made anew in a migration"));
            Report allowed = SchemaInitializer.of(schema("views", T, written))
                    .with(PostgresStore.of(database.dataSource()).allow(GuardedAddition.VIEW_DEFAULT))
                    .apply();
            assertThat(allowed.stores().getFirst().steps()).singleElement().satisfies(step -> {
                assertThat(step.statements())
                        .containsExactly(
                                "ALTER VIEW \"public\".\"written\" ALTER COLUMN \"a\" SET DEFAULT 'of the view'");
                assertThat(step.hazards()).extracting(Hazard::message).containsExactly(
                        "from then on an INSERT through written that gives no a takes this default, and not that of the table"
                                + " below",
                        "readers and writers of written wait for a moment, behind the transactions that use it");
            });
            database.execute("INSERT INTO written (id) VALUES (1); INSERT INTO t (id) VALUES (2)");
            assertThat(database.query("SELECT a FROM t ORDER BY id")).containsExactly("of the view", "of the table");
        }
    }

    @Test
    void whatHasTheNameOfAViewIsAConflictAndWhatNobodyDeclaredIsNamed() {
        try (TestDatabase database = PostgresServers.main().createDatabase()) {
            database.execute("""
                    CREATE TABLE a (id integer); CREATE MATERIALIZED VIEW b AS SELECT 1; CREATE VIEW c AS SELECT 1;
                    CREATE DOMAIN d AS text; CREATE VIEW t AS SELECT 1;
                    CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
                    CREATE VIEW w AS SELECT 1 AS one; CREATE MATERIALIZED VIEW m AS SELECT 1 AS one;
                    CREATE TRIGGER x INSTEAD OF INSERT ON w FOR EACH ROW EXECUTE FUNCTION f();
                    CREATE INDEX y ON m (one DESC); CREATE TABLE i (id integer)
                    """);

            Report report = verify(
                    database,
                    T,
                    view("a", "SELECT 1"),
                    view("b", "SELECT 1"),
                    materializedView("c", "SELECT 1", v -> v.index("ci").on(v.column("x"))),
                    view("d", "SELECT 1"),
                    view("w", "SELECT 1 AS one"),
                    materializedView("m", "SELECT 1 AS one", v -> v.index("i").on(v.column("one"))));

            assertThat(drift(report)).containsExactly(
                    "view a: name: schema says a view, store has a table",
                    "view b: name: schema says a view, store has a materialized view",
                    "materialized view c: name: schema says a materialized view, store has a view",
                    "view d: name: schema says a view, store has a type",
                    "index i on m: name: schema says an index, store has a table",
                    "table t: name: schema says a table, store has a view");
            assertThat(report.stores().getFirst().unmanaged()).containsExactly(
                    "domain d",
                    "function f()",
                    "materialized view b",
                    "table a",
                    "table i",
                    "view c",
                    "view t",
                    "index y on m",
                    "trigger x on w");
        }
    }

    @Test
    void namesOfColumnsAreNoPartOfTheQueryInACloserLook() {
        Function today = function("today", f -> f.returns(integer()).language("sql").body("SELECT 1"));
        View days = view("days", "SELECT public.today(), id AS other FROM public.t",
                v -> v.columns("day", "id").defaultTo("id", sql("public.today( )")));
        try (TestDatabase database = PostgresServers.main().createDatabase()) {
            apply(database, T, today, days);

            assertThat(verify(database, T, today, days).isComplete()).isTrue();
            database.execute("ALTER VIEW days RENAME day TO since");
            assertThat(drift(verify(database, T, today, days)))
                    .containsExactly("view days: columns: schema says (day, id), store has (since, id)");
            database.execute("CREATE OR REPLACE VIEW days AS SELECT public.today() + 1 AS since, id FROM t");
            assertThat(drift(verify(database, T, today, days))).containsExactly(
                    "view days: columns: schema says (day, id), store has (since, id)",
                    "view days: query: schema says SELECT public.today(), id AS other FROM public.t, store has SELECT"
                            + " (public.today() + 1) AS since, t.id FROM public.t");
        }
    }

    @Test
    void columnsBehindThoseThatAreNamedAreCalledByTheQuery() {
        View some = view("named", "SELECT id, -id AS other, id * 2 AS last FROM public.t", v -> v.columns("a"));
        try (TestDatabase database = PostgresServers.main().createDatabase()) {
            apply(database, T, some);

            assertThat(drift(apply(database, T, some))).isEmpty();
            database.execute("ALTER VIEW named RENAME a TO b");
            assertThat(drift(apply(database, T, some)))
                    .containsExactly("view named: columns: schema says (a), store has (b)");
            database.execute("ALTER VIEW named RENAME b TO a; ALTER VIEW named RENAME other TO another");
            assertThat(drift(verify(database, T, some))).containsExactly(
                    "view named: query: schema says SELECT id, -id AS other, id * 2 AS last FROM public.t, store has SELECT"
                            + " t.id AS a, (- t.id) AS another, (t.id * 2) AS last FROM public.t");
        }
    }

    @Test
    void blanksBesideParenthesesMeanNothing() {
        View listed = view("listed", "SELECT v.a, v.b FROM (VALUES (1, 'a ('::text), (2, NULL::text)) v(a, b)");
        View same = view("listed", "SELECT v.a,v.b FROM ( VALUES(1,'a ('::text), (2,NULL::text) ) v(a,b)");
        View other = view("listed", "SELECT v.a,v.b FROM ( VALUES(1,'a('::text), (2,NULL::text) ) v(a,b)");
        try (TestDatabase database = PostgresServers.main().createDatabase()) {
            apply(database, listed);

            assertThat(drift(apply(database, same))).isEmpty();
            assertThat(drift(apply(database, other))).hasSize(1);
        }
    }

    @Test
    void anIndexAndStatisticsOfAColumnThatTheLiveViewLacksAreBlocked() {
        MaterializedView declared = materializedView(
                "m", "SELECT id, -id AS other FROM public.t", v -> v.index("m_other").on(v.column("other")));
        Statistics both = statistics("both_of_m", s -> s.on("id", "other").from(declared));
        try (TestDatabase database = PostgresServers.main().createDatabase()) {
            apply(database, T);
            database.execute("CREATE MATERIALIZED VIEW m AS SELECT id FROM t");

            Report report = apply(database, T, declared, both);

            assertThat(report.stores().getFirst().steps()).extracting(Step::status, Step::detail).containsExactly(
                    tuple(
                            Step.Status.BLOCKED,
                            "the live view has no column other, as its query is another one; it can have the statistics once"
                                    + " it is made anew in a migration"),
                    tuple(
                            Step.Status.BLOCKED,
                            "the live view has no column other, as its query is another one; it can have the index once it"
                                    + " is made anew in a migration"));
        }
    }

    @OnEachServer
    void theRightsOfWhoeverAsksNeedPostgreSQL15(PostgresServer server) {
        View mine = view("mine", "SELECT id FROM public.t", v -> v.securityInvoker());
        View theirs = view("theirs", "SELECT id FROM public.t");
        try (TestDatabase database = server.createDatabase()) {
            List<Step> steps = apply(database, T, mine, theirs).stores().getFirst().steps();

            if (server.major() < 15) {
                assertThat(steps.stream().map(step -> step.change().subject().display() + ": " + step.status() + " "
                        + step.detail())).containsExactly(
                                "table t: DONE ",
                                "view theirs: DONE ",
                                "view mine: BLOCKED securityInvoker() needs PostgreSQL 15, and the server is PostgreSQL 14;"
                                        + " leave it out: the tables are read with the rights of the owner");
                return;
            }
            assertThat(database.query("SELECT relname, reloptions FROM pg_class WHERE relkind = 'v'"
                    + " AND relnamespace = 'public'::regnamespace ORDER BY relname"))
                    .containsExactly("mine|{security_invoker=true}", "theirs|");
            assertThat(verify(database, T, mine, theirs).isComplete()).isTrue();
            database.execute("ALTER VIEW mine RESET (security_invoker); ALTER VIEW theirs SET (security_invoker)");
            assertThat(drift(apply(database, T, mine, theirs))).containsExactly(
                    "view mine: security_invoker: schema says security_invoker, store has nothing",
                    "view theirs: security_invoker: store has security_invoker, which the schema does not declare");
        }
    }

    @Test
    void aQueryThatTheServerRefusesFailsWithItsWords() {
        try (TestDatabase database = PostgresServers.main().createDatabase()) {
            assertThatThrownBy(() -> apply(database, view("v", "SELECT id FROM public.nothing")))
                    .hasMessageContaining("view v")
                    .hasMessageContaining("relation \"public.nothing\" does not exist");
        }
    }

    /** Views, and rules on what exists, are opaque until the server reads them: what it refuses keeps nothing else from being made. */
    @Test
    void aQueryThatTheServerRefusesHoldsBackWhatNeedsItAlone() {
        View old = view("old", "SELECT id, a FROM public.t", v -> v.columns("id", "a"));
        Schema schema = schema(
                "views",
                table("t", t -> {
                    t.column("id", integer());
                    t.column("a", text());
                    t.rule("noted").on(DELETE).doAlso("INSERT INTO public.log (none) VALUES (old.id)")
                            .comment("never made");
                }),
                table("log", t -> t.column("id", integer())),
                old,
                view("reads", "SELECT o.a FROM public.old AS o", v -> v.comment("a comment")),
                materializedView("over", "SELECT r.a FROM public.reads AS r", v -> v.index("over_a").on(v.column("a"))),
                view("a_word", "SELECT o.id AS a FROM public.old AS o"),
                view("wrong", "SELECT nothing FROM public.t"));
        try (TestDatabase database = PostgresServers.main().createDatabase()) {
            database.execute("CREATE TABLE t (id integer, a text); CREATE VIEW old AS SELECT id FROM t");
            SchemaInitializer initializer =
                    SchemaInitializer.of(schema).with(PostgresStore.of(database.dataSource()));

            assertThatThrownBy(initializer::apply).isInstanceOfSatisfying(ApplyException.class, e -> {
                assertThat(e.report().stores().getFirst().steps().stream()
                        .map(step -> step.status() + " " + step.describe()))
                        .containsExactly(
                                "DONE table log",
                                "DONE view a_word",
                                "FAILED view reads: column o.a does not exist (SQLSTATE 42703); the live view old has no column a,"
                                        + " which the schema names; what reads it can be made once a migration has made that view"
                                        + " anew; the statement was: CREATE VIEW \"public\".\"reads\" AS SELECT o.a FROM public.old AS o",
                                "FAILED view wrong: column \"nothing\" does not exist (SQLSTATE 42703); the statement was: CREATE"
                                        + " VIEW \"public\".\"wrong\" AS SELECT nothing FROM public.t",
                                "BLOCKED materialized view over: needs view reads, which failed",
                                "BLOCKED index over_a on over: needs materialized view over, which is blocked",
                                "FAILED rule noted on t: column \"none\" of relation \"log\" does not exist (SQLSTATE 42703); the"
                                        + " statement was: CREATE RULE \"noted\" AS ON DELETE TO \"public\".\"t\" DO ALSO (INSERT INTO"
                                        + " public.log (none) VALUES (old.id))",
                                "BLOCKED comment on rule noted on t: needs rule noted on t, which failed",
                                "BLOCKED comment on view reads: needs view reads, which failed");
                assertThat(e.report().stores().getFirst().failures()).hasSize(3);
            });
            assertThat(database.query("SELECT relname FROM pg_class WHERE relkind IN ('r', 'v', 'm')"
                    + " AND relnamespace = 'public'::regnamespace ORDER BY 1"))
                    .containsExactly("a_word", "log", "old", "t");
            database.execute("CREATE OR REPLACE VIEW old AS SELECT id, a FROM t");
            assertThatThrownBy(initializer::apply).isInstanceOfSatisfying(ApplyException.class, e -> assertThat(
                    e.report().stores().getFirst().steps().stream()
                            .map(step -> step.status() + " " + step.change().subject().display()))
                    .containsExactly(
                            "DONE view reads",
                            "DONE materialized view over",
                            "DONE index over_a on over",
                            "DONE comment on view reads",
                            "FAILED view wrong",
                            "FAILED rule noted on t",
                            "BLOCKED comment on rule noted on t"));
        }
    }

    /** A view that is held back in error is never made; one that is tried in error says why it failed. */
    @Test
    void aViewWaitsForABlockedColumnWhereItsTextCanMeanNothingElse() {
        Schema schema = schema(
                "views",
                table("t", t -> {
                    t.column("id", integer());
                    t.column("note", text()).notNull();
                }),
                table("u", t -> t.column("note", text())),
                view("reads", "SELECT note FROM public.t"),
                view("has_the_word", "SELECT id /* no note */ FROM public.t WHERE 'a note' <> 'note'"),
                view("reads_another", "SELECT u.note FROM public.t CROSS JOIN public.u"),
                view("reads_plainly", "SELECT t.note FROM public.t CROSS JOIN public.u"),
                view("reads_both", "SELECT note FROM public.t UNION ALL SELECT note FROM public.u"),
                view("reads_either", "SELECT x.* FROM (SELECT note FROM public.t) AS x CROSS JOIN public.u"));
        try (TestDatabase database = PostgresServers.main().createDatabase()) {
            database.execute("CREATE TABLE t (id integer); INSERT INTO t VALUES (1)");
            SchemaInitializer initializer =
                    SchemaInitializer.of(schema).with(PostgresStore.of(database.dataSource()));

            assertThatThrownBy(initializer::apply).isInstanceOfSatisfying(ApplyException.class, e -> assertThat(
                    e.report().stores().getFirst().steps().stream().map(step -> step.status() + " " + step.describe()))
                    .containsExactly(
                            "DONE table u",
                            "DONE view has_the_word",
                            "DONE view reads_another",
                            "BLOCKED column t.note: the table has rows and the column is NOT NULL without a default; give it a"
                                    + " default, or make it nullable, fill it, and let a migration set NOT NULL",
                            "BLOCKED view reads: needs column t.note, which is blocked",
                            "BLOCKED view reads_plainly: needs column t.note, which is blocked",
                            "BLOCKED view reads_both: needs column t.note, which is blocked",
                            "FAILED view reads_either: column \"note\" does not exist (SQLSTATE 42703); it seems to need column"
                                    + " t.note, which is blocked; the statement was: CREATE VIEW \"public\".\"reads_either\" AS"
                                    + " SELECT x.* FROM (SELECT note FROM public.t) AS x CROSS JOIN public.u"));
        }
    }

    @Test
    void aRuleWaitsForABlockedColumnOfTheRowsThatItKeeps() {
        Schema schema = schema(
                "views",
                table("t", t -> {
                    t.column("id", integer());
                    t.column("note", text()).notNull();
                    t.rule("kept").on(DELETE)
                            .doAlso("INSERT INTO public.t_archive (id, note) VALUES (OLD.id, OLD.note)");
                }),
                table("t_archive", t -> {
                    t.column("id", integer());
                    t.column("note", text());
                }));
        try (TestDatabase database = PostgresServers.main().createDatabase()) {
            database.execute("CREATE TABLE t (id integer); INSERT INTO t VALUES (1)");

            Report report = SchemaInitializer.of(schema)
                    .with(PostgresStore.of(database.dataSource()).allow(GuardedAddition.RULE))
                    .apply();

            assertThat(report.stores().getFirst().steps().stream().map(step -> step.status() + " " + step.describe()))
                    .containsExactly(
                            "DONE table t_archive",
                            "BLOCKED column t.note: the table has rows and the column is NOT NULL without a default; give it a"
                                    + " default, or make it nullable, fill it, and let a migration set NOT NULL",
                            "BLOCKED rule kept on t: needs column t.note, which is blocked");
        }
    }

    @Test
    void tenantsHaveViewsOfTheirOwn() {
        EnumType status = enumType("status", "open");
        Schema schema = schema(
                "tenants",
                status,
                table("orders", t -> {
                    t.column("id", integer());
                    t.column("status", status);
                }),
                view("open", "SELECT o.id, o.status FROM public.orders AS o WHERE o.status = 'open'",
                        v -> v.defaultTo("status", literal("open")).defaultTo("id", nextval(NUMBERS)).rule("added")
                                .on(INSERT).where("NEW.id > 0")
                                .doAlso("INSERT INTO public.orders (id, status) VALUES (NEW.id, 'open'::public.status)")),
                view("typed", "SELECT 'open'::public.status AS s, 'public' AS p FROM \"public\".\"open\""),
                materializedView("m", "SELECT id, count(*) AS n FROM public.open GROUP BY id",
                        v -> v.index("m_id").on(v.column("id")).where("n > 0")));
        try (TestDatabase database = PostgresServers.main().createDatabase()) {
            PostgresTenants tenants =
                    PostgresTenants.of(schema).namespaces(database.dataSource(), List.of("one", "It's \"two\""));

            assertThat(tenants.apply().created()).isEqualTo(2 * 11);
            TenantsReport second = tenants.apply();

            assertThat(second.created()).isZero();
            assertThat(second.tenants()).allSatisfy(
                    tenant -> assertThat(tenant.report().drift().stream().map(Drift::comparison)).isEmpty());
            assertThat(tenants.verify().isComplete()).isTrue();
            assertThat(database.query("SELECT DISTINCT n.nspname FROM pg_depend d JOIN pg_rewrite r ON r.oid = d.objid"
                    + " JOIN pg_class v ON v.oid = r.ev_class JOIN pg_class c ON c.oid = d.refobjid"
                    + " JOIN pg_namespace n ON n.oid = c.relnamespace WHERE v.relnamespace = 'one'::regnamespace"))
                    .containsExactly("one");
            database.execute(
                    "CREATE OR REPLACE VIEW one.open AS SELECT o.id, o.status::text::one.status AS status FROM \"It's \"\"two\"\"\".orders o");
            database.execute("CREATE OR REPLACE RULE added AS ON INSERT TO one.open WHERE NEW.id > 0"
                    + " DO INSERT INTO \"It's \"\"two\"\"\".orders (id) VALUES (NEW.id)");
            assertThat(tenants.apply().tenants()).extracting(tenant -> tenant.report().drift().size())
                    .containsExactly(2, 0);
        }
    }
}

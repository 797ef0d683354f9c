package dev.plinth.postgres;

import static dev.plinth.dsl.Expressions.sql;
import static dev.plinth.dsl.SchemaDsl.domain;
import static dev.plinth.dsl.SchemaDsl.function;
import static dev.plinth.dsl.SchemaDsl.schema;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.SchemaDsl.view;
import static dev.plinth.dsl.Types.bool;
import static dev.plinth.dsl.Types.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.Report;
import dev.plinth.SchemaInitializer;
import dev.plinth.Step;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.ColumnType;
import dev.plinth.model.sql.Function;
import dev.plinth.model.sql.Table;
import dev.plinth.postgres.testing.PostgresServers;
import dev.plinth.postgres.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** Objects that need each other. */
class CyclesTest {

    private static final Table LONE = table("lone", t -> t.column("id", integer()));

    /** The type of what is declared elsewhere. */
    private static ColumnType named(String name) {
        return new ColumnType.Named(LONE.name().sibling(name));
    }

    private static Function fine(String name, ColumnType type, String body) {
        return function(name, f -> {
            f.argument("it", type);
            f.returns(bool()).language("sql").immutable().body(body);
        });
    }

    @Test
    void checksThatNeedWhatNeedsTheirTableOrDomainAreAddedBehindIt() {
        Schema schema = schema(
                "checks",
                table("t", t -> {
                    t.column("id", integer());
                    t.check("c", "public.ok(t.*)");
                    t.check("plain", "id > 0");
                }),
                fine("ok", named("t"), "SELECT $1.id > 0"),
                domain("d", integer(), d -> d.check("fine", "public.okd(VALUE)").check("small", "VALUE < 100")),
                fine("okd", named("d"), "SELECT $1 > 0"),
                table("u", t -> t.column("d", named("d"))));
        try (TestDatabase database = PostgresServers.main().createDatabase();
                TestDatabase copy = PostgresServers.main().createDatabase()) {
            PostgresStore store = PostgresStore.of(database.dataSource());

            Report report = SchemaInitializer.of(schema).with(store).apply();

            assertThat(report.steps(Step.Status.DONE).stream().flatMap(step -> step.statements().stream()))
                    .containsExactly(
                            "CREATE DOMAIN \"public\".\"d\" AS integer CONSTRAINT \"small\" CHECK (VALUE < 100)",
                            "CREATE FUNCTION \"public\".\"okd\"(\"it\" \"public\".\"d\") RETURNS boolean LANGUAGE sql IMMUTABLE AS $body$SELECT $1 > 0$body$",
                            "ALTER DOMAIN \"public\".\"d\" ADD CONSTRAINT \"fine\" CHECK (public.okd(VALUE))",
                            "CREATE TABLE \"public\".\"t\" (\n  \"id\" integer,\n  CONSTRAINT \"plain\" CHECK (id > 0)\n)",
                            "CREATE FUNCTION \"public\".\"ok\"(\"it\" \"public\".\"t\") RETURNS boolean LANGUAGE sql IMMUTABLE AS $body$SELECT $1.id > 0$body$",
                            "CREATE TABLE \"public\".\"u\" (\n  \"d\" \"public\".\"d\"\n)",
                            "ALTER TABLE \"public\".\"t\" ADD CONSTRAINT \"c\" CHECK (public.ok(t.*))");
            Report verified = SchemaInitializer.of(schema).with(store).verify();
            assertThat(verified.stores().getFirst().steps()).isEmpty();
            assertThat(verified.stores().getFirst().drift()).isEmpty();
            copy.execute(PostgresDdl.plain().render(schema));
            assertThat(copy.description()).isEqualTo(database.description());
        }
    }

    @Test
    void whatCanNeverBeMadeIsHeldBackAndNamed() {
        Schema schema = schema(
                "cycles",
                table("t", t -> t.column("id", integer()).defaultTo(sql("public.f()"))),
                function("f", f -> f.returns(integer()).returnExpression("(SELECT max(t.id) FROM public.t)")),
                table("r", t -> t.column("id", integer()).defaultTo(sql("public.d()"))),
                function("d", f -> {
                    f.argument("r", named("r")).defaultTo(sql("NULL"));
                    f.returns(integer()).language("sql").body("SELECT 1");
                }),
                table("a", t -> t.column("id", integer()).defaultTo(sql("public.fb(NULL::public.b)"))),
                table("b", t -> t.column("id", integer()).defaultTo(sql("public.fa(NULL::public.a)"))),
                fine("fa", named("a"), "SELECT true"),
                fine("fb", named("b"), "SELECT true"),
                view("v", "SELECT g.x FROM public.g() AS g"),
                function("g", f -> f.returnsSetOf(named("v")).language("sql").body("SELECT 1")),
                LONE);
        try (TestDatabase database = PostgresServers.main().createDatabase()) {
            Report report = SchemaInitializer.of(schema)
                    .with(PostgresStore.of(database.dataSource()))
                    .apply();

            assertThat(report.stores().getFirst().steps().stream().map(step -> step.status() + " " + step.describe()))
                    .containsExactly(
                            "DONE table lone",
                            "BLOCKED table r: table r needs function d(r), which needs table r: none of them can be created first; let one do without the next, or give a function a body() of text, which is read when it runs",
                            "BLOCKED function d(r): needs table r, which is blocked",
                            "BLOCKED table b: table b needs function fa(a), which needs table a, which needs function fb(b), which needs table b: none of them can be created first; let one do without the next, or give a function a body() of text, which is read when it runs",
                            "BLOCKED function fb(b): needs table b, which is blocked",
                            "BLOCKED table a: needs function fb(b), which is blocked",
                            "BLOCKED function fa(a): needs table a, which is blocked",
                            "BLOCKED view v: view v needs function g(), which needs view v: none of them can be created first; let one do without the next, or give a function a body() of text, which is read when it runs",
                            "BLOCKED function g(): needs view v, which is blocked",
                            "BLOCKED function f(): function f() needs table t, which needs function f(): none of them can be created first; let one do without the next, or give a function a body() of text, which is read when it runs",
                            "BLOCKED table t: needs function f(), which is blocked");
        }
    }

    @Test
    void aScriptNamesWhatCanNeverBeMadeWhereItFails() {
        Schema schema = schema(
                "cycles",
                LONE,
                table("r", t -> t.column("id", integer()).defaultTo(sql("public.d()"))),
                function("d", f -> {
                    f.argument("r", named("r")).defaultTo(sql("NULL"));
                    f.returns(integer()).language("sql").body("SELECT 1");
                }));

        assertThat(PostgresDdl.plain().render(schema)).isEqualTo("""
                -- Schema cycles for PostgreSQL.
                --
                -- Builds an empty database; stops at the first object that exists.
                -- Run it with: psql -v ON_ERROR_STOP=1 --single-transaction -f <this file>

                SET client_encoding = 'UTF8';
                SET standard_conforming_strings = on;
                SET search_path = pg_catalog, pg_temp;

                -- Table r
                -- table r needs function d(r), which needs table r: none of them can be created first; \
                let one do without the next, or give a function a body() of text, which is read when it runs
                CREATE TABLE "public"."r" (
                  "id" integer DEFAULT public.d()
                );

                CREATE FUNCTION "public"."d"("r" "public"."r" DEFAULT NULL) RETURNS integer LANGUAGE sql AS $body$SELECT 1$body$;

                -- Table lone
                CREATE TABLE "public"."lone" (
                  "id" integer
                );
                """);
    }

    /** A text only seems to name it: that is tried, and told where it fails. */
    @Test
    void aFailureNamesWhatSeemsToNeedEachOther() {
        Schema schema = schema(
                "possible",
                table("t", t -> t.column("id", integer()).defaultTo(sql("public.f()"))),
                function("f", f -> f.returns(integer()).returnExpression("(SELECT max(t.id) FROM public.t)")),
                function("f", f -> {
                    f.argument("other", integer());
                    f.returns(integer()).language("sql").body("SELECT 1");
                }));
        try (TestDatabase database = PostgresServers.main().createDatabase()) {
            SchemaInitializer initializer = SchemaInitializer.of(schema).with(PostgresStore.of(database.dataSource()));

            assertThatThrownBy(initializer::apply)
                    .hasMessage("applying schema \"possible\" to postgres (0 of 3 steps done):"
                            + " function f(): relation \"public.t\" does not exist (SQLSTATE 42P01); function f() needs table t, which"
                            + " needs function f(): none of them can be created first; let one do without the next, or give a function"
                            + " a body() of text, which is read when it runs; the statement was: CREATE FUNCTION \"public\".\"f\"()"
                            + " RETURNS integer LANGUAGE sql RETURN ((SELECT max(t.id) FROM public.t))");
        }
    }
}

package dev.plinth.postgres;

import static dev.plinth.dsl.Expressions.sql;
import static dev.plinth.dsl.SchemaDsl.DELETE;
import static dev.plinth.dsl.SchemaDsl.UPDATE;
import static dev.plinth.dsl.SchemaDsl.function;
import static dev.plinth.dsl.SchemaDsl.schema;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.SchemaDsl.triggerFunction;
import static dev.plinth.dsl.Types.integer;
import static dev.plinth.dsl.Types.nativeType;
import static dev.plinth.dsl.Types.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.Report;
import dev.plinth.SchemaInitializer;
import dev.plinth.diff.SqlAdditions;
import dev.plinth.model.Schema;
import dev.plinth.model.SchemaObject;
import dev.plinth.model.sql.Function;
import dev.plinth.model.sql.Table;
import dev.plinth.plan.SqlOrder;
import dev.plinth.postgres.internal.render.RenderContext;
import dev.plinth.postgres.internal.render.RenderMode;
import dev.plinth.postgres.internal.render.SqlRenderer;
import dev.plinth.postgres.testing.OnEachServer;
import dev.plinth.postgres.testing.PostgresServer;
import dev.plinth.postgres.testing.PostgresServers;
import dev.plinth.postgres.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The scripts on real servers. */
class PostgresDdlServerTest {

    @OnEachServer
    void the_plain_script_builds_an_empty_database_and_refuses_another_one(PostgresServer server) {
        String script = PostgresDdl.plain().render(broad(server));
        try (TestDatabase database = server.createDatabase()) {
            database.execute(script);

            assertThatThrownBy(() -> database.execute(script)).hasMessageContaining("already exists");
        }
    }

    @OnEachServer
    void the_rerunnable_script_builds_the_same_and_changes_nothing_when_run_again(PostgresServer server) {
        String script = PostgresDdl.rerunnable().render(broad(server));
        try (TestDatabase plain = server.createDatabase(); TestDatabase rerunnable = server.createDatabase()) {
            plain.execute(PostgresDdl.plain().render(broad(server)));
            rerunnable.execute(script);
            String oids = oids(rerunnable);
            rerunnable.execute(script);

            assertThat(rerunnable.description()).isEqualTo(plain.description());
            assertThat(oids(rerunnable)).isEqualTo(oids);
        }
    }

    @OnEachServer
    void the_rerunnable_script_brings_back_what_was_taken_away(PostgresServer server) {
        String script = PostgresDdl.rerunnable().render(broad(server));
        try (TestDatabase database = server.createDatabase()) {
            database.execute(script);
            String expected = database.description();
            database.execute("""
                    DROP INDEX people_email, people_data;
                    DROP FUNCTION touch CASCADE;
                    DROP TRIGGER "people ""recorded""\" ON people;
                    DROP TABLE "Audit ""log""\"."event ""lines""\";
                    ALTER TABLE people DROP CONSTRAINT people_team_fkey;
                    """);
            database.execute(script);

            assertThat(database.description()).isEqualTo(expected);
        }
    }

    @OnEachServer
    void the_forms_for_tables_with_rows_end_in_the_same_schema(PostgresServer server) {
        SqlRenderer renderer = new SqlRenderer(RenderContext.defaults());
        try (TestDatabase plain = server.createDatabase(); TestDatabase online = server.createDatabase()) {
            plain.execute(PostgresDdl.plain().render(broad(server)));
            SqlOrder.order(SqlAdditions.everything(broad(server))).stream()
                    .flatMap(change -> renderer.statements(change, RenderMode.ONLINE).stream())
                    .forEach(online::execute);

            assertThat(online.description()).isEqualTo(plain.description());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void psql_reads_the_scripts_as_the_driver_does(boolean rerunnable, @TempDir Path directory) throws Exception {
        PostgresServer server = PostgresServers.withPrograms();
        PostgresDdl ddl = rerunnable ? PostgresDdl.rerunnable() : PostgresDdl.plain();
        String script = ddl.render(broad(server));
        Path file = Files.writeString(directory.resolve("schema.sql"), script, StandardCharsets.UTF_8);
        try (TestDatabase byDriver = server.createDatabase(); TestDatabase byPsql = server.createDatabase()) {
            byDriver.execute(script);
            byPsql.psql(file);

            assertThat(byPsql.description()).isEqualTo(byDriver.description());
        }
    }

    @Test
    void what_a_table_has_stands_behind_what_it_calls_and_names() {
        Table log = table("log", t -> t.column("what", text()));
        Schema schema = schema(
                "parts",
                table("people", t -> {
                    t.column("name", text());
                    t.index("people_full").on(sql("public.full_name(people)"));
                    t.trigger("noted").after(UPDATE)
                            .execute(triggerFunction("note", "BEGIN RETURN NULL; END").dependsOn(log));
                    t.rule("logged").on(DELETE).doAlso("INSERT INTO public.log (what) VALUES (old.name)");
                }),
                function("full_name", f -> {
                    f.argument("p", nativeType("public.people"));
                    f.returns(text()).language("sql").immutable().returnExpression("p.name || ''");
                }),
                log);
        String script = PostgresDdl.rerunnable().render(schema);
        try (TestDatabase database = PostgresServers.main().createDatabase()) {
            database.execute(script);
            database.execute(script);

            Report report = SchemaInitializer.of(schema).with(PostgresStore.of(database.dataSource())).verify();

            assertThat(report.isComplete()).as(report.toString()).isTrue();
        }
    }

    @Test
    void an_extension_in_another_namespace_is_found_there() {
        PostgresServer server = PostgresServers.withPostgis();
        try (TestDatabase database = server.createDatabase()) {
            database.execute("CREATE SCHEMA gis");
            PostgresDdl ddl = PostgresDdl.rerunnable().extensionNamespace("postgis", "gis");
            database.execute(ddl.render(BroadSchema.withPostgis()));
            database.execute(ddl.render(BroadSchema.withPostgis()));

            assertThat(database.query(
                    "SELECT format_type(atttypid, atttypmod) FROM pg_attribute WHERE attrelid = 'places'::regclass AND attname = 'at'"))
                    .containsExactly("gis.geography(Point,4326)");
        }
    }

    @OnEachServer
    void every_keyword_can_be_a_name_of_everything(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            List<String> keywords = database.query("SELECT word FROM pg_get_keywords() ORDER BY word");
            assertThat(keywords).hasSizeGreaterThan(400);

            database.execute(PostgresDdl.plain().render(namedBy(keywords)));

            assertThat(database.query(
                    "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"))
                    .containsExactlyInAnyOrderElementsOf(keywords);
            assertThat(
                    database.query("SELECT DISTINCT proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace"))
                    .containsExactlyInAnyOrderElementsOf(keywords);
        }
    }

    @Test
    void names_of_any_characters_and_of_63_bytes_survive() {
        List<String> names =
                List.of("a\"b", "it's", "a.b c", "a;b--c", "a b", " a", "$body$", "{0}", "?", ":a", "back\\slash",
                        "A", "a", "1", "new\nline", "tab\t", "\u00e9".repeat(31) + "x",
                        "\ud83d\ude00".repeat(15) + "xyz", "x".repeat(63));
        try (TestDatabase database = PostgresServers.main().createDatabase()) {
            database.execute(PostgresDdl.rerunnable().render(namedBy(names)));
            database.execute(PostgresDdl.rerunnable().render(namedBy(names)));

            assertThat(database.query(
                    "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"))
                    .containsExactlyInAnyOrderElementsOf(names);
            assertThat(database.query(
                    "SELECT attname FROM pg_attribute WHERE attrelid IN (SELECT oid FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace) AND attnum > 0"))
                    .containsExactlyInAnyOrderElementsOf(names);
            assertThat(database.query("SELECT tgname FROM pg_trigger")).containsExactlyInAnyOrderElementsOf(names);
        }
    }

    /** One table a name; its column, its check, its trigger and the trigger's function have that name as well. */
    private static Schema namedBy(List<String> names) {
        return schema("names", names.stream().map(PostgresDdlServerTest::namedBy).toArray(SchemaObject[]::new));
    }

    private static Table namedBy(String name) {
        Function function = triggerFunction(name, "BEGIN RETURN NEW; END");
        return table(name, t -> {
            t.column(name, integer()).oneOf(1, 2);
            t.trigger(name).before(UPDATE).forEachRow().execute(function);
        });
    }

    private static Schema broad(PostgresServer server) {
        return server.postgis() ? BroadSchema.withPostgis() : BroadSchema.builtIn();
    }

    private static String oids(TestDatabase database) {
        return String.join("\n", database.query("""
                SELECT oid, xmin FROM pg_class WHERE relnamespace >= 16384 OR relnamespace = 'public'::regnamespace
                UNION ALL SELECT oid, xmin FROM pg_proc WHERE pronamespace = 'public'::regnamespace
                UNION ALL SELECT oid, xmin FROM pg_trigger
                UNION ALL SELECT oid, xmin FROM pg_constraint ORDER BY 1
                """));
    }
}

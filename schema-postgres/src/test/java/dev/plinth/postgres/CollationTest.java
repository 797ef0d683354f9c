package dev.plinth.postgres;

import static dev.plinth.dsl.SchemaDsl.ICU;
import static dev.plinth.dsl.SchemaDsl.collation;
import static dev.plinth.dsl.SchemaDsl.compositeType;
import static dev.plinth.dsl.SchemaDsl.domain;
import static dev.plinth.dsl.SchemaDsl.namespace;
import static dev.plinth.dsl.SchemaDsl.schema;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.Types.arrayOf;
import static dev.plinth.dsl.Types.text;
import static dev.plinth.dsl.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.Report;
import dev.plinth.SchemaInitializer;
import dev.plinth.Step;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.Collation;
import dev.plinth.postgres.testing.OnEachServer;
import dev.plinth.postgres.testing.PostgresServer;
import dev.plinth.postgres.testing.TestDatabase;
import java.util.List;

class CollationTest extends KindAcceptance {

    static final String RULES_SQL = """
            CREATE COLLATION ruled (PROVIDER = icu, LOCALE = 'und', RULES = '&a < g');
            """;

    private static final Collation NUMERIC = collation("numeric", c -> c.provider(ICU).locale("en-u-kn-true"));

    private static final Collation ANY_CASE =
            namespace("App").collation("Any Case", c -> c.provider(ICU).locale("und-u-ks-level2").notDeterministic());

    private static final Collation PLAIN = collation("plain", c -> c.locale("C"));

    @Override
    Schema declared() {
        return schema(
                "collations",
                table("words", t -> {
                    t.column("code", text()).collate("C");
                    t.column("version", varchar(20)).collate(NUMERIC);
                    t.column("name", text()).collate(ANY_CASE);
                    t.column("names", arrayOf(text())).collate("POSIX");
                    t.column("nick", domain("nick", text(), d -> d.collate(NUMERIC)));
                    t.column("both",
                            compositeType("both", c -> c.attribute("a", text(), ANY_CASE).attribute("b", text())));
                }),
                PLAIN);
    }

    @Override
    String plainSql() {
        return """
                CREATE SCHEMA "App";
                CREATE COLLATION "numeric" (provider = icu, locale = 'en-u-kn-true');
                CREATE COLLATION "App"."Any Case" (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
                CREATE COLLATION plain (locale = 'C');
                CREATE DOMAIN nick AS text COLLATE "public"."numeric";
                CREATE TYPE both AS (a text COLLATE "App"."Any Case", b text);
                CREATE TABLE words (
                    code text COLLATE "C",
                    version varchar(20) COLLATE "public"."numeric",
                    name text COLLATE "App"."Any Case",
                    names text[] COLLATE "POSIX",
                    nick nick,
                    "both" both);
                """.replace("TYPE both", "TYPE \"both\"").replace("\"both\" both", "\"both\" \"both\"");
    }

    @Override
    List<String> removals() {
        return List.of(
                "DROP TABLE words",
                "DROP COLLATION plain",
                "DROP TABLE words; DROP DOMAIN nick; DROP COLLATION public.\"numeric\"",
                "ALTER TABLE words DROP COLUMN code, DROP COLUMN version, DROP COLUMN names",
                "DROP TABLE words; DROP TYPE \"both\"; DROP SCHEMA \"App\" CASCADE");
    }

    @Override
    List<Change> changes() {
        return List.of(
                Change.of("DROP COLLATION plain; CREATE COLLATION plain (provider = icu, locale = 'de')",
                        "collation plain: provider: schema says libc, store has icu",
                        "collation plain: locale: schema says C, store has de"),
                Change.of("DROP COLLATION plain; CREATE COLLATION plain (locale = 'POSIX')",
                        "collation plain: locale: schema says C, store has POSIX"),
                Change.of("DROP COLLATION plain; CREATE COLLATION plain (lc_collate = 'C', lc_ctype = 'POSIX')",
                        "collation plain: LC_CTYPE: store has POSIX, which the schema does not declare"),
                Change.of("ALTER TABLE words ALTER code TYPE text COLLATE \"POSIX\"",
                        "column words.code: collation: schema says COLLATE pg_catalog.C, store has COLLATE"
                                + " pg_catalog.POSIX"),
                Change.of("ALTER TABLE words ALTER version TYPE varchar(20)",
                        "column words.version: collation: schema says COLLATE numeric, store has nothing"),
                Change.of("ALTER TABLE words ALTER name TYPE text; DROP TABLE words; DROP TYPE \"both\";"
                        + " DROP COLLATION \"App\".\"Any Case\"; CREATE COLLATION \"App\".\"Any Case\""
                        + " (provider = icu, locale = 'und-u-ks-level2'); CREATE TYPE \"both\" AS (a text COLLATE"
                        + " \"App\".\"Any Case\", b text); CREATE TABLE words (code text COLLATE \"C\", version varchar(20)"
                        + " COLLATE public.\"numeric\", name text COLLATE \"App\".\"Any Case\", names text[] COLLATE"
                        + " \"POSIX\", nick nick, \"both\" \"both\")",
                        "collation App.Any Case: determinism: schema says not deterministic, store has deterministic"));
    }

    @OnEachServer
    void rulesNeedPostgres16AndALocaleOfAnotherSpellingIsTheSame(PostgresServer server) {
        Schema schema = schema(
                "rules",
                collation("german", c -> c.provider(ICU).locale("de_DE")),
                collation("ruled", c -> c.provider(ICU).locale("und").rules("&a < g")));
        try (TestDatabase database = server.createDatabase()) {
            SchemaInitializer initializer =
                    SchemaInitializer.of(schema).with(PostgresStore.of(database.dataSource()));

            Report report = initializer.apply();

            int version = Integer.parseInt(database.query("SHOW server_version_num").getFirst()) / 10_000;
            if (version >= 16) {
                assertThat(report.isComplete()).isTrue();
            } else {
                assertThat(report.steps(Step.Status.BLOCKED).stream()
                        .map(step -> step.change().subject().display() + ": " + step.detail()))
                        .containsExactly(
                                "collation ruled: rules(...) needs PostgreSQL 16, and the server is PostgreSQL "
                                        + version
                                        + "; leave them out");
            }
            assertThat(initializer.apply().stores().getFirst().drift()).isEmpty();
        }
    }
}

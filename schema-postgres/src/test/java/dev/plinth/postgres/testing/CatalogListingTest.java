package dev.plinth.postgres.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogListingTest {

    private static final String SCHEMA = """
            CREATE TABLE p (id integer PRIMARY KEY);
            CREATE TABLE t (b integer NOT NULL REFERENCES p, a text DEFAULT 'x' CHECK (a <> ''), c integer);
            CREATE INDEX i ON t (a DESC);
            CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END;';
            CREATE TRIGGER g BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION f();
            """;

    private static TestDatabase changed;

    @BeforeAll
    static void createDatabase() {
        changed = PostgresServers.main().createDatabase();
        changed.execute(SCHEMA);
    }

    @AfterAll
    static void dropDatabase() {
        changed.close();
    }

    @OnEachServer
    void listsEveryObjectInTheSameWordsOnEveryVersion(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            database.execute(SCHEMA);

            assertThat(database.catalog().lines().filter(line -> !line.startsWith("namespace "))).containsExactly(
                    "relation public.p kind r persistence p method heap",
                    "relation public.t kind r persistence p method heap",
                    "column public.p.id integer not null storage p",
                    "column public.t.a text default 'x'::text storage x",
                    "column public.t.b integer not null storage p", "column public.t.c integer storage p",
                    "constraint public.p p_pkey PRIMARY KEY (id)",
                    "constraint public.t t_a_check CHECK ((a <> ''::text))",
                    "constraint public.t t_b_fkey FOREIGN KEY (b) REFERENCES public.p(id)",
                    "index CREATE INDEX i ON public.t USING btree (a DESC)",
                    "index CREATE UNIQUE INDEX p_pkey ON public.p USING btree (id) of constraint p_pkey",
                    "trigger CREATE TRIGGER g BEFORE UPDATE ON public.t FOR EACH ROW EXECUTE FUNCTION public.f() enabled O",
                    "function public.f()", "CREATE OR REPLACE FUNCTION public.f()", " RETURNS trigger",
                    " LANGUAGE plpgsql", "AS $function$BEGIN RETURN NEW; END;$function$");
        }
    }

    static Stream<String> changes() {
        return Stream.of("ALTER TABLE t ALTER a SET NOT NULL", "ALTER TABLE t ALTER a DROP DEFAULT",
                "ALTER TABLE t ALTER c TYPE bigint", "ALTER TABLE t DROP c", "ALTER TABLE t DROP CONSTRAINT t_a_check",
                "ALTER TABLE t DROP CONSTRAINT t_b_fkey; ALTER TABLE t ADD CONSTRAINT t_b_fkey FOREIGN KEY (b) "
                        + "REFERENCES p ON DELETE CASCADE",
                "DROP INDEX i", "DROP INDEX i; CREATE INDEX i ON t (a)",
                "DROP INDEX i; CREATE INDEX i ON t (a DESC) WHERE c > 0", "ALTER TABLE t DISABLE TRIGGER g",
                "DROP TRIGGER g ON t",
                "CREATE OR REPLACE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN OLD; END;'",
                "COMMENT ON COLUMN t.c IS 'c'", "CREATE SEQUENCE s", "CREATE TYPE e AS ENUM ('x')", "CREATE SCHEMA s",
                "CREATE VIEW v AS SELECT 1 AS one", "ALTER TABLE t ENABLE ROW LEVEL SECURITY",
                "ALTER TABLE p ALTER id ADD GENERATED ALWAYS AS IDENTITY",
                "CREATE EXTENSION pg_trgm");
    }

    @ParameterizedTest
    @MethodSource("changes")
    void showsEveryChange(String change) throws SQLException {
        String after;
        try (Connection connection = changed.connect(); Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(change);
            after = CatalogListing.of(connection);
            connection.rollback();
        }

        assertThat(after).isNotEqualTo(changed.catalog());
    }

    @Test
    void doesNotDependOnTheOrderOfColumns() {
        try (TestDatabase one = PostgresServers.main().createDatabase();
                TestDatabase other = PostgresServers.main().createDatabase()) {
            one.execute("CREATE TABLE t (a integer, b text)");
            other.execute("CREATE TABLE t (b text, a integer)");

            assertThat(one.catalog()).isEqualTo(other.catalog());
        }
    }
}

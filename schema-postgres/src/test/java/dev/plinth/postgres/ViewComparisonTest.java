package dev.plinth.postgres;

import static dev.plinth.dsl.SchemaDsl.schema;
import static dev.plinth.dsl.SchemaDsl.view;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.SchemaInitializer;
import dev.plinth.diff.Drift;
import dev.plinth.model.SchemaObject;
import dev.plinth.postgres.testing.OnEachServer;
import dev.plinth.postgres.testing.PostgresServer;
import dev.plinth.postgres.testing.TestDatabase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Pairs of a declared query and one that somebody created: what is the same, and what is never taken for it. */
class ViewComparisonTest {

    private static final String TABLES = """
            CREATE TYPE status AS ENUM ('open', 'paid');
            CREATE TABLE t (id integer PRIMARY KEY, a text NOT NULL, b integer CHECK (b > 0), at timestamptz, s status);
            CREATE TABLE u (id integer PRIMARY KEY, t integer REFERENCES t, "Odd name" text);
            CREATE SCHEMA other; CREATE TABLE other.t (LIKE t);
            CREATE VIEW w AS SELECT id, a FROM t WHERE b > 1;
            CREATE FUNCTION five() RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT 5';
            CREATE FUNCTION planted(integer) RETURNS integer LANGUAGE plpgsql IMMUTABLE
                AS 'BEGIN RAISE EXCEPTION ''planted code ran''; END';
            """;

    /** Declared, and what is live. */
    private static final Map<String, String> EQUAL = new LinkedHashMap<>();

    private static final Map<String, String> NEVER = new LinkedHashMap<>();

    static {
        EQUAL.put("SELECT id, a FROM public.t", "SELECT t.id, t.a FROM t");
        EQUAL.put("SELECT x.id, x.a FROM public.t AS x", "SELECT id, a FROM t");
        EQUAL.put("SELECT * FROM public.u", "SELECT id, t, \"Odd name\" FROM u");
        EQUAL.put("TABLE PUBLIC . u", "TABLE u");
        EQUAL.put("SELECT upper(a) AS x -- a;\nFROM public.t", "SELECT upper(a) AS x FROM t");
        EQUAL.put("SELECT u.id, t.a FROM public.u JOIN public.t ON t.id = u.t WHERE t.b IN (1, 2)",
                "SELECT u.id, t.a FROM t, u WHERE u.t = t.id AND t.b = ANY (ARRAY[1, 2])");
        EQUAL.put("SELECT u.id FROM public.u LEFT JOIN public.t USING (id) WHERE t.a LIKE 'x%' OR t.s = 'open'",
                "SELECT u.id FROM u LEFT JOIN t ON u.id = t.id WHERE t.a ~~ 'x%' OR t.s = 'open'::status");
        EQUAL.put("SELECT s, count(*) AS n FROM public.t GROUP BY s HAVING count(*) > 1 ORDER BY n DESC",
                "SELECT t.s, count(*) AS n FROM t GROUP BY t.s HAVING count(*) > 1 ORDER BY count(*) DESC");
        EQUAL.put("SELECT id FROM public.t UNION ALL SELECT id FROM public.u",
                "SELECT t.id FROM t UNION ALL SELECT u.id FROM u");
        EQUAL.put("WITH x AS (SELECT id FROM public.t WHERE b > 1) SELECT id FROM x",
                "WITH y AS (SELECT id FROM t WHERE b > 1) SELECT id FROM y");
        EQUAL.put("SELECT w.id FROM public.w", "SELECT id FROM w");
        EQUAL.put("SELECT id FROM public.t\n\nLIMIT   3", "SELECT id FROM t LIMIT 3");
        EQUAL.put("SELECT id FROM public.t ORDER BY a OFFSET 2 LIMIT 3",
                "SELECT t.id FROM t ORDER BY t.a OFFSET 2 LIMIT 3");
        EQUAL.put("SELECT date_trunc('day', at) AS day FROM public.t WHERE at > now() - interval '1 day'",
                "SELECT date_trunc('day', t.at) AS day FROM t WHERE t.at > now() - '1 day'::interval");

        NEVER.put("SELECT id, a FROM public.t", "SELECT a, id FROM t");
        NEVER.put("SELECT id AS x, id AS y FROM public.t", "SELECT id AS y, id AS x FROM t");
        NEVER.put("SELECT id AS i FROM public.t", "SELECT id AS j FROM t");
        NEVER.put("SELECT id FROM public.t WHERE b > 1", "SELECT id FROM t WHERE b > 2");
        NEVER.put("SELECT id FROM public.t WHERE a = 'x  y'", "SELECT id FROM t WHERE a = 'x y'");
        NEVER.put("SELECT id FROM public.t WHERE a IS NOT NULL", "SELECT id FROM t");
        NEVER.put("SELECT id FROM public.t WHERE b > 0", "SELECT id FROM t WHERE b > 0 OR b IS NULL OR b < 0");
        NEVER.put("SELECT u.id FROM public.u LEFT JOIN public.t ON t.id = u.t", "SELECT id FROM u");
        NEVER.put("SELECT id FROM public.w", "SELECT id FROM t WHERE b > 1");
        NEVER.put("SELECT id FROM other.t", "SELECT id FROM t");
        NEVER.put("SELECT id FROM ONLY public.t", "SELECT id FROM t");
        NEVER.put("SELECT id FROM public.t LIMIT 1", "SELECT id FROM t LIMIT 2");
        NEVER.put("SELECT id FROM public.t ORDER BY id OFFSET 3 LIMIT 2",
                "SELECT id FROM t ORDER BY id OFFSET 2 LIMIT 2");
        NEVER.put("SELECT id FROM ((SELECT id FROM public.t LIMIT 1) UNION ALL (SELECT id FROM public.u LIMIT 2)) AS x",
                "SELECT id FROM ((SELECT id FROM u LIMIT 1) UNION ALL (SELECT id FROM t LIMIT 2)) AS x");
        NEVER.put("SELECT id FROM public.t LIMIT 10 * 2", "SELECT id FROM t LIMIT 10");
        NEVER.put("SELECT id FROM public.t LIMIT 1e1", "SELECT id FROM t LIMIT 1");
        NEVER.put("SELECT id FROM public.t OFFSET 2 + 1 LIMIT 4", "SELECT id FROM t OFFSET 2 LIMIT 4");
        NEVER.put("SELECT DISTINCT ON (a) a, b FROM public.t ORDER BY a, b",
                "SELECT DISTINCT ON (a, b) a, b FROM t ORDER BY a, b");
        NEVER.put("SELECT sum(b) OVER (ORDER BY id) AS s FROM public.t", "SELECT sum(b) OVER (ORDER BY a) AS s FROM t");
        NEVER.put("SELECT x FROM (VALUES (1), (2)) AS v(x)", "SELECT x FROM (VALUES (1), (3)) AS v(x)");
        NEVER.put("SELECT id FROM public.t WHERE b = 1 OR id IN (SELECT t FROM public.u)",
                "SELECT id FROM t WHERE b = 1 OR b IN (SELECT t FROM u)");
        NEVER.put("SELECT a COLLATE \"C\" AS a FROM public.t", "SELECT a FROM t");
        NEVER.put("SELECT id + public.five() AS x FROM public.t", "SELECT id + 5 AS x FROM t");
        NEVER.put("SELECT id + 5 AS y FROM public.t", "SELECT id + five() AS y FROM t");
        NEVER.put("SELECT public.planted(1) AS p", "SELECT 2 AS p");
        NEVER.put("SELECT 3 AS p", "SELECT planted(1) AS p");
        NEVER.put("SELECT 'public.t' AS n, id FROM public.t", "SELECT 't' AS n, id FROM t");
        NEVER.put("WITH t AS (SELECT id FROM public.t WHERE b > 1) SELECT id FROM t",
                "WITH t AS (SELECT id FROM public.t WHERE b > 1) SELECT id FROM public.t");
        NEVER.put("SELECT id FROM public.t UNION ALL SELECT id FROM public.u",
                "SELECT id FROM t UNION SELECT id FROM u");
        NEVER.put("SELECT t.id FROM public.t", "SELECT id FROM t WHERE EXISTS (SELECT FROM u WHERE u.t = t.id)");
    }

    @OnEachServer
    void whatIsTheSameIsFoundAndNothingElseIsTakenForIt(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            database.execute(TABLES);
            List<SchemaObject> objects = new ArrayList<>();
            create("equal ", EQUAL, objects, database);
            create("never ", NEVER, objects, database);

            SchemaInitializer initializer =
                    SchemaInitializer.of(schema("views", objects)).with(PostgresStore.of(database.dataSource()));
            List<Drift> planned = initializer.plan().stores().getFirst().drift();
            List<Drift> verified = initializer.verify().stores().getFirst().drift();

            assertThat(planned).allMatch(drift -> drift.kind() == Drift.Kind.UNDECIDED);
            assertThat(planned.stream().map(drift -> drift.subject().name()))
                    .containsExactlyElementsOf(names("never ", NEVER));
            assertThat(verified).allMatch(drift -> drift.kind() == Drift.Kind.DIFFERENT);
            assertThat(verified.stream().map(drift -> drift.subject().name()))
                    .containsExactlyElementsOf(names("never ", NEVER));
        }
    }

    private static List<String> names(String kind, Map<String, String> pairs) {
        return pairs.keySet().stream()
                .map(query -> kind + query)
                .map(name -> name.substring(0, Math.min(60, name.length())))
                .toList();
    }

    private static void create(
            String kind, Map<String, String> pairs, List<SchemaObject> objects, TestDatabase database) {
        List<String> names = names(kind, pairs);
        List<String> statements = new ArrayList<>();
        for (Map.Entry<String, String> pair : pairs.entrySet()) {
            String name = names.get(statements.size());
            objects.add(view(name, pair.getKey()));
            statements.add("CREATE VIEW \"" + name.replace("\"", "\"\"") + "\" AS " + pair.getValue());
        }
        database.execute(String.join(";\n", statements));
    }
}

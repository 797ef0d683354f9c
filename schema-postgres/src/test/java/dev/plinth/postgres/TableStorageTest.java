package dev.plinth.postgres;

import static dev.plinth.dsl.SchemaDsl.EXTERNAL;
import static dev.plinth.dsl.SchemaDsl.PLAIN;
import static dev.plinth.dsl.SchemaDsl.domain;
import static dev.plinth.dsl.SchemaDsl.materializedView;
import static dev.plinth.dsl.SchemaDsl.schema;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.Types.bytea;
import static dev.plinth.dsl.Types.integer;
import static dev.plinth.dsl.Types.numeric;
import static dev.plinth.dsl.Types.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.Report;
import dev.plinth.SchemaInitializer;
import dev.plinth.Step;
import dev.plinth.diff.Drift;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.DomainType;
import dev.plinth.model.sql.MaterializedView;
import dev.plinth.model.sql.Table;
import dev.plinth.postgres.testing.PostgresServers;
import dev.plinth.postgres.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableStorageTest extends KindAcceptance {

    private static final DomainType HASH = domain("hash", bytea());

    private static final Table PAGES = table("pages", t -> {
        var id = t.column("id", integer()).notNull();
        var url = t.column("url", text()).notNull();
        t.column("hash", HASH).storage(PLAIN);
        t.column("body", text()).storage(EXTERNAL).compression("pglz").statistics(500);
        t.column("words", text()).with("n_distinct", -0.25).with("n_distinct_inherited", 200);
        t.column("price", numeric());
        t.primaryKey(id);
        t.index("pages_by_url").on(url).unique();
        t.with("fillfactor", 70);
        t.with("autovacuum_enabled", false);
        t.with("autovacuum_vacuum_scale_factor", 0.02);
        t.with("toast.autovacuum_enabled", false);
        t.clusterOn("pages_pkey");
        t.replicaIdentityUsingIndex("pages_by_url");
    });

    private static final Table CACHE = table("cache", t -> {
        t.index("cache_by_key").on(t.column("key", text()));
        t.unlogged();
        t.clusterOn("cache_by_key");
        t.replicaIdentityFull();
    });

    private static final Table NOTHING = table("nothing", t -> t.replicaIdentityNothing());

    /** They hold nothing that would be moved out of a row, so PostgreSQL keeps no parameters of a TOAST table. */
    private static final Table COUNTERS = table("counters", t -> {
        t.column("number", integer());
        t.with("fillfactor", 60).with("toast.autovacuum_enabled", false);
    });

    private static final MaterializedView COUNTED = materializedView("counted",
            "SELECT count(*) AS many FROM public.counters", v -> v.with("toast.autovacuum_enabled", false));

    @Override
    Schema declared() {
        return schema("storage", PAGES, CACHE, NOTHING, COUNTERS, COUNTED);
    }

    @Override
    String plainSql() {
        return """
                CREATE DOMAIN hash AS bytea;
                CREATE TABLE pages (id integer PRIMARY KEY, url text NOT NULL, hash hash, body text COMPRESSION pglz,
                    words text, price numeric)
                    WITH (autovacuum_enabled = false, autovacuum_vacuum_scale_factor = 0.02, fillfactor = 70,
                          toast.autovacuum_enabled = false);
                CREATE UNIQUE INDEX pages_by_url ON pages (url);
                ALTER TABLE pages ALTER hash SET STORAGE PLAIN, ALTER body SET STORAGE EXTERNAL,
                    ALTER body SET STATISTICS 500, ALTER words SET (n_distinct = -0.25, n_distinct_inherited = 200);
                ALTER TABLE pages CLUSTER ON pages_pkey;
                ALTER TABLE pages REPLICA IDENTITY USING INDEX pages_by_url;
                CREATE UNLOGGED TABLE cache (key text);
                CREATE INDEX cache_by_key ON cache (key);
                ALTER TABLE cache CLUSTER ON cache_by_key;
                ALTER TABLE cache REPLICA IDENTITY FULL;
                CREATE TABLE counters (number integer) WITH (fillfactor = 60, toast.autovacuum_enabled = false);
                CREATE MATERIALIZED VIEW counted WITH (toast.autovacuum_enabled = false) AS
                    SELECT count(*) AS many FROM counters;
                CREATE TABLE nothing ();
                ALTER TABLE nothing REPLICA IDENTITY NOTHING;
                """;
    }

    @Override
    List<String> removals() {
        return List.of(
                "DROP TABLE cache, nothing",
                "DROP INDEX cache_by_key; ALTER TABLE pages REPLICA IDENTITY DEFAULT; DROP INDEX pages_by_url",
                "ALTER TABLE pages DROP CONSTRAINT pages_pkey",
                "ALTER TABLE pages DROP COLUMN body, DROP COLUMN words");
    }

    @Override
    List<Change> changes() {
        return List.of(
                Change.of(
                        "ALTER TABLE counters ADD COLUMN note text",
                        "table counters: storage parameters: schema says fillfactor=60, toast.autovacuum_enabled=false, store"
                                + " has fillfactor=60; left as it is; ALTER TABLE counters SET (toast.autovacuum_enabled ="
                                + " false) changes it, or change the schema"),
                Change.of("ALTER TABLE pages SET (autovacuum_enabled = off, autovacuum_vacuum_scale_factor = 0.020)"),
                Change.of(
                        "ALTER TABLE pages RESET (fillfactor), SET (autovacuum_enabled = on, parallel_workers = 3);"
                                + " ALTER TABLE pages RESET (toast.autovacuum_enabled)",
                        "table pages: storage parameters: schema says autovacuum_enabled=false,"
                                + " autovacuum_vacuum_scale_factor=0.02, fillfactor=70, toast.autovacuum_enabled=false, store"
                                + " has autovacuum_enabled=true, autovacuum_vacuum_scale_factor=0.02, parallel_workers=3;"
                                + " left as it is; ALTER TABLE pages SET (autovacuum_enabled = false, fillfactor = 70,"
                                + " toast.autovacuum_enabled = false); ALTER TABLE pages RESET (parallel_workers) changes"
                                + " it, or change the schema"),
                Change.of(
                        "ALTER TABLE pages ALTER body SET STORAGE MAIN, ALTER body SET COMPRESSION DEFAULT,"
                                + " ALTER body SET STATISTICS -1, ALTER words RESET (n_distinct),"
                                + " ALTER hash SET STORAGE EXTENDED, ALTER price SET STORAGE EXTENDED",
                        changed("column pages.hash: STORAGE: schema says PLAIN, store has nothing",
                                "ALTER COLUMN hash SET STORAGE PLAIN"),
                        changed("column pages.body: STORAGE: schema says EXTERNAL, store has MAIN",
                                "ALTER COLUMN body SET STORAGE EXTERNAL"),
                        changed("column pages.body: COMPRESSION: schema says pglz, store has nothing",
                                "ALTER COLUMN body SET COMPRESSION pglz"),
                        changed("column pages.body: STATISTICS: schema says 500, store has nothing",
                                "ALTER COLUMN body SET STATISTICS 500"),
                        changed("column pages.words: storage parameters: schema says n_distinct=-0.25,"
                                + " n_distinct_inherited=200, store has n_distinct_inherited=200",
                                "ALTER COLUMN words SET (n_distinct = -0.25)"),
                        changed("column pages.price: STORAGE: store has EXTENDED, which the schema does not declare",
                                "ALTER COLUMN price SET STORAGE DEFAULT")),
                Change.of(
                        "ALTER TABLE pages CLUSTER ON pages_by_url; ALTER TABLE pages REPLICA IDENTITY FULL;"
                                + " ALTER TABLE pages SET UNLOGGED; ALTER TABLE nothing REPLICA IDENTITY DEFAULT;"
                                + " ALTER TABLE cache SET LOGGED, SET WITHOUT CLUSTER",
                        changed("table pages: persistence: schema says LOGGED, store has UNLOGGED", "SET LOGGED"),
                        changed("table pages: CLUSTER ON: schema says pages_pkey, store has pages_by_url",
                                "CLUSTER ON pages_pkey"),
                        changed("table pages: REPLICA IDENTITY: schema says USING INDEX pages_by_url, store has FULL",
                                "REPLICA IDENTITY USING INDEX pages_by_url"),
                        "table cache: persistence: schema says UNLOGGED, store has LOGGED; left as it is; ALTER TABLE cache"
                                + " SET UNLOGGED changes it, or change the schema",
                        "table cache: CLUSTER ON: schema says cache_by_key, store has nothing; left as it is; ALTER TABLE"
                                + " cache CLUSTER ON cache_by_key changes it, or change the schema",
                        "table nothing: REPLICA IDENTITY: schema says NOTHING, store has DEFAULT; left as it is; ALTER TABLE"
                                + " nothing REPLICA IDENTITY NOTHING changes it, or change the schema"));
    }

    /** What somebody set since on a table that exists is passed over, as all else of it is. */
    @Test
    void theScriptForSecondRunsSetsNothingAnew() {
        try (TestDatabase database = PostgresServers.main().createDatabase()) {
            String script = PostgresDdl.rerunnable().render(declared());
            database.execute(script);
            database.execute("ALTER TABLE pages ALTER body SET STATISTICS 7, ALTER body SET STORAGE MAIN;"
                    + " ALTER TABLE pages CLUSTER ON pages_by_url; ALTER TABLE pages REPLICA IDENTITY FULL;"
                    + " ALTER TABLE cache SET WITHOUT CLUSTER; ALTER TABLE nothing REPLICA IDENTITY DEFAULT");
            String before = database.description();
            database.execute(script);

            assertThat(database.description()).isEqualTo(before);
        }
    }

    /** An index that comes back brings its marks, unless the table has given them to something else meanwhile. */
    @Test
    void anIndexTakesNoMarkFromAnother() {
        try (TestDatabase database = PostgresServers.main().createDatabase()) {
            database.execute(plainSql());
            database.execute("DROP INDEX pages_by_url, cache_by_key; ALTER TABLE pages REPLICA IDENTITY FULL;"
                    + " CREATE INDEX cache_other ON cache (key, key); ALTER TABLE cache CLUSTER ON cache_other");
            String before = marks(database);

            Report report = SchemaInitializer.of(declared()).with(PostgresStore.of(database.dataSource())).apply();

            assertThat(marks(database)).isEqualTo(before);
            assertThat(report.steps(Step.Status.DONE)).hasSize(2);
            assertThat(report.stores().getFirst().drift().stream().map(Drift::comparison)).containsExactly(
                    "table pages: REPLICA IDENTITY: schema says USING INDEX pages_by_url, store has FULL",
                    "table cache: CLUSTER ON: schema says cache_by_key, store has cache_other");
        }
    }

    private static String marks(TestDatabase database) {
        return database.query("SELECT c.relname, c.relreplident, (SELECT i.indexrelid::regclass FROM pg_index i"
                + " WHERE i.indrelid = c.oid AND i.indisclustered) FROM pg_class c WHERE c.relkind = 'r'"
                + " AND c.relnamespace = 'public'::regnamespace ORDER BY 1").toString();
    }

    private static String changed(String drift, String action) {
        return drift + "; left as it is; ALTER TABLE pages " + action + " changes it, or change the schema";
    }
}

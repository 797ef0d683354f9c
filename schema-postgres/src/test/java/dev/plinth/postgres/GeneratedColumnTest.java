package dev.plinth.postgres;

import static dev.plinth.dsl.SchemaDsl.schema;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.Types.integer;
import static dev.plinth.dsl.Types.numeric;
import static dev.plinth.dsl.Types.text;
import static dev.plinth.dsl.Types.tsvector;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.Report;
import dev.plinth.SchemaInitializer;
import dev.plinth.Step;
import dev.plinth.model.Schema;
import dev.plinth.postgres.testing.OnEachServer;
import dev.plinth.postgres.testing.PostgresServer;
import dev.plinth.postgres.testing.TestDatabase;
import java.util.List;

class GeneratedColumnTest extends KindAcceptance {

    static final String VIRTUAL_SQL = """
            CREATE TABLE squares (side integer PRIMARY KEY, area integer GENERATED ALWAYS AS (side * side) VIRTUAL);
            """;

    @Override
    Schema declared() {
        return schema("generated", table("lines", t -> {
            t.column("price", numeric(10, 2)).notNull();
            t.column("quantity", integer()).notNull();
            t.column("total", numeric(12, 2)).notNull().generatedAlwaysAs("price * quantity");
            t.column("name", text());
            var words = t.column("words", tsvector())
                    .generatedAlwaysAs("to_tsvector('english', coalesce(name, ''))");
            t.column("label", text()).generatedAlwaysAs("CASE WHEN quantity > 1 THEN name || 's' ELSE name END");
            t.index(words);
        }));
    }

    @Override
    String plainSql() {
        return """
                CREATE TABLE lines (
                    price numeric(10, 2) NOT NULL,
                    quantity integer NOT NULL,
                    total numeric(12, 2) NOT NULL GENERATED ALWAYS AS (price * quantity) STORED,
                    name text,
                    words tsvector GENERATED ALWAYS AS (to_tsvector('english', coalesce(name, ''))) STORED,
                    label text GENERATED ALWAYS AS (CASE WHEN quantity > 1 THEN name || 's' ELSE name END) STORED);
                CREATE INDEX ON lines (words);
                """;
    }

    @Override
    List<String> removals() {
        return List.of(
                "DROP TABLE lines",
                "ALTER TABLE lines DROP COLUMN total",
                "ALTER TABLE lines DROP COLUMN words",
                "ALTER TABLE lines DROP COLUMN label; INSERT INTO lines (price, quantity, name) VALUES (1, 2, 'x')");
    }

    @Override
    List<Change> changes() {
        return List.of(
                Change.of("ALTER TABLE lines DROP COLUMN total,"
                        + " ADD total numeric(12, 2) NOT NULL GENERATED ALWAYS AS (price + quantity) STORED",
                        "column lines.total: generation: schema says GENERATED ALWAYS AS (price * quantity) STORED, store"
                                + " has GENERATED ALWAYS AS (price + (quantity)::numeric) STORED"),
                Change.of("ALTER TABLE lines ALTER total DROP EXPRESSION",
                        "column lines.total: generation: schema says GENERATED ALWAYS AS (price * quantity) STORED, store"
                                + " has nothing"),
                Change.of("ALTER TABLE lines DROP COLUMN name CASCADE, ADD name text GENERATED ALWAYS AS ('x') STORED,"
                        + " ADD words tsvector, ADD label text; CREATE INDEX ON lines (words)",
                        "column lines.name: generation: store has GENERATED ALWAYS AS ('x'::text) STORED, which the schema"
                                + " does not declare",
                        "column lines.words: generation: schema says GENERATED ALWAYS AS (to_tsvector('english',"
                                + " coalesce(name, ''))) STORED, store has nothing",
                        "column lines.label: generation: schema says GENERATED ALWAYS AS (CASE WHEN quantity > 1 THEN name"
                                + " || 's' ELSE name END) STORED, store has nothing"));
    }

    @OnEachServer
    void aVirtualColumnNeedsPostgres18(PostgresServer server) {
        Schema schema = schema(
                "virtual",
                table("squares", t -> {
                    t.column("side", integer()).primaryKey();
                    t.column("area", integer()).generatedAlwaysAsVirtual("side * side");
                }),
                table("others", t -> t.column("side", integer()).references("squares")));
        try (TestDatabase database = server.createDatabase()) {
            SchemaInitializer initializer =
                    SchemaInitializer.of(schema).with(PostgresStore.of(database.dataSource()));

            Report report = initializer.apply();

            int version = Integer.parseInt(database.query("SHOW server_version_num").getFirst()) / 10_000;
            if (version >= 18) {
                assertThat(report.isComplete()).isTrue();
                assertThat(initializer.apply().stores().getFirst().drift()).isEmpty();
                assertThat(initializer.plan().isEmpty()).isTrue();
            } else {
                assertThat(report.steps(Step.Status.BLOCKED).stream()
                        .map(step -> step.change().subject().display() + ": " + step.detail()))
                        .containsExactly(
                                "table squares: VIRTUAL of area needs PostgreSQL 18, and the server is PostgreSQL "
                                        + version
                                        + "; store it with generatedAlwaysAs(...)",
                                "constraint others_side_fkey on others: needs table squares, which is blocked");
            }
        }
    }
}

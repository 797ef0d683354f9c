package dev.plinth.postgres;

import static dev.plinth.dsl.Expressions.sql;
import static dev.plinth.dsl.SchemaDsl.GIST;
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
import dev.plinth.postgres.testing.PostgresServers;
import dev.plinth.postgres.testing.TestDatabase;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of deliberate drift is reported once, in words, and nothing is done about it. */
class DriftTest {

    private static final String MIGRATE = "; left as it is; change it with a migration, or change the schema";

    static Stream<Arguments> drifts() {
        return Stream.of(
                drift("ALTER TABLE orders ALTER COLUMN lines TYPE bigint",
                        "column orders.lines: type: schema says integer, store has bigint"),
                drift("ALTER TABLE customers ALTER COLUMN email TYPE varchar(100)",
                        "column customers.email: type: schema says character varying(255), store has character varying(100)"),
                drift("ALTER TABLE customers ALTER COLUMN email DROP NOT NULL",
                        "column customers.email: nullability: schema says NOT NULL, store has nullable"),
                drift("ALTER TABLE orders ALTER COLUMN details SET NOT NULL",
                        "column orders.details: nullability: schema says nullable, store has NOT NULL"),
                drift("ALTER TABLE orders ALTER COLUMN lines SET DEFAULT 6",
                        "column orders.lines: default: schema says 5, store has 6"),
                drift("ALTER TABLE orders ALTER COLUMN lines DROP DEFAULT",
                        "column orders.lines: default: schema says 5, store has nothing"),
                drift("ALTER TABLE orders ALTER COLUMN details SET DEFAULT '{}'",
                        "column orders.details: default: store has '{}'::jsonb, which the schema does not declare"),
                drift("ALTER TABLE orders DROP CONSTRAINT amount_not_negative,"
                        + " ADD CONSTRAINT amount_not_negative CHECK (amount > 0)",
                        "constraint amount_not_negative on orders: definition: schema says CHECK (amount >= 0),"
                                + " store has CHECK (amount > (0)::numeric)"),
                drift("ALTER TABLE customers DROP CONSTRAINT customers_tier_check,"
                        + " ADD CONSTRAINT customers_tier_check CHECK (tier IN ('basic', 'gold'))",
                        "constraint customers_tier_check on customers: definition: schema says CHECK"
                                + " (tier IN ('basic', 'gold', 'platinum')), store has CHECK ((tier)::text = ANY"
                                + " ((ARRAY['basic'::character varying, 'gold'::character varying])::text[]))"),
                drift("ALTER TABLE customers DROP CONSTRAINT customers_email_key,"
                        + " ADD CONSTRAINT customers_email_key UNIQUE (email, tier)",
                        "constraint customers_email_key on customers: definition: schema says UNIQUE (email),"
                                + " store has UNIQUE (email, tier)"),
                drift("ALTER TABLE notes DROP CONSTRAINT notes_parent_id_fkey, DROP CONSTRAINT notes_pkey,"
                        + " ADD PRIMARY KEY (id, order_id), ADD CONSTRAINT other UNIQUE (id),"
                        + " ADD CONSTRAINT notes_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES notes (id)",
                        "column notes.order_id: nullability: schema says nullable, store has NOT NULL" + MIGRATE,
                        "constraint notes_pkey on notes: definition: schema says PRIMARY KEY (id),"
                                + " store has PRIMARY KEY (id, order_id)"),
                drift("ALTER TABLE notes DROP CONSTRAINT notes_order_id_fkey,"
                        + " ADD CONSTRAINT notes_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders",
                        "constraint notes_order_id_fkey on notes: definition: schema says FOREIGN KEY (order_id)"
                                + " REFERENCES orders(id) ON DELETE CASCADE, store has FOREIGN KEY (order_id)"
                                + " REFERENCES orders(id)"),
                drift("ALTER TABLE notes ALTER CONSTRAINT notes_order_id_fkey DEFERRABLE",
                        "constraint notes_order_id_fkey on notes: definition: schema says FOREIGN KEY (order_id)"
                                + " REFERENCES orders(id) ON DELETE CASCADE, store has FOREIGN KEY (order_id)"
                                + " REFERENCES orders(id) ON DELETE CASCADE DEFERRABLE"),
                drift("DROP INDEX notes_order_id_idx; CREATE INDEX notes_order_id_idx ON notes (parent_id)",
                        "index notes_order_id_idx on notes: keys: schema says (order_id), store has (parent_id)"),
                drift("DROP INDEX idx_orders_customer_placed;"
                        + " CREATE INDEX idx_orders_customer_placed ON orders (customer_id, placed_at)",
                        "index idx_orders_customer_placed on orders: keys: schema says (customer_id, placed_at DESC),"
                                + " store has (customer_id, placed_at)"),
                drift("DROP INDEX notes_order_id_idx; CREATE INDEX notes_order_id_idx ON notes USING hash (order_id)",
                        "index notes_order_id_idx on notes: method: schema says btree, store has hash"),
                drift("DROP INDEX idx_orders_details;"
                        + " CREATE INDEX idx_orders_details ON orders USING gin (details jsonb_path_ops)",
                        "index idx_orders_details on orders: keys: schema says (details), store has (details jsonb_path_ops)"),
                drift("DROP INDEX idx_orders_large; CREATE INDEX idx_orders_large ON orders (placed_at) WHERE amount > 1",
                        "index idx_orders_large on orders: predicate: schema says WHERE amount > 1000,"
                                + " store has WHERE amount > (1)::numeric"),
                drift("DROP INDEX notes_order_id_idx;"
                        + " CREATE INDEX notes_order_id_idx ON notes (order_id) WHERE order_id IS NOT NULL",
                        "index notes_order_id_idx on notes: predicate: store has WHERE order_id IS NOT"
                                + " NULL, which the schema does not declare"),
                drift("DROP INDEX notes_order_id_idx; CREATE UNIQUE INDEX notes_order_id_idx ON notes (order_id)",
                        "index notes_order_id_idx on notes: uniqueness: schema says not unique, store has UNIQUE"),
                drift("DROP TRIGGER touch_customers ON customers; CREATE TRIGGER touch_customers AFTER UPDATE ON customers"
                        + " FOR EACH ROW EXECUTE FUNCTION touch()",
                        "trigger touch_customers on customers: definition: schema says BEFORE UPDATE FOR EACH ROW EXECUTE"
                                + " FUNCTION touch(), store has AFTER UPDATE FOR EACH ROW EXECUTE FUNCTION touch()"),
                drift("ALTER TABLE customers DISABLE TRIGGER touch_customers",
                        "trigger touch_customers on customers: definition: store has DISABLE TRIGGER, which the schema does not declare"),
                drift("CREATE OR REPLACE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END;'",
                        "function touch(): body: schema says BEGIN\n    NEW.updated_at = NOW();\n    RETURN NEW;\nEND;,"
                                + " store has BEGIN RETURN NEW; END;"),
                drift("ALTER FUNCTION touch() SECURITY DEFINER",
                        "function touch(): security: schema says INVOKER, store has DEFINER"),
                drift("ALTER TABLE notes ENABLE ROW LEVEL SECURITY",
                        "table notes: definition: store has ROW LEVEL SECURITY, which the schema does not declare"),
                drift("DROP TABLE notes; CREATE VIEW notes AS SELECT 1 AS id",
                        "table notes: name: schema says a table, store has a view; nothing is created under that name;"
                                + " rename one of the two"));
    }

    /** Messages end with the usual advice unless they have one already. */
    private static Arguments drift(String change, String... messages) {
        return Arguments.of(change, Stream.of(messages).map(DriftTest::withAdvice).toList());
    }

    private static String withAdvice(String message) {
        return message.contains("; left as it is") || message.endsWith("rename one of the two")
                ? message
                : message + MIGRATE;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("drifts")
    void isReportedAndLeftAlone(String change, List<String> messages) {
        try (TestDatabase database = PostgresServers.main().createDatabase()) {
            database.execute(Shop.SQL);
            database.execute(change);
            String before = database.description();

            Report report = SchemaInitializer.of(Shop.SCHEMA)
                    .with(PostgresStore.of(database.dataSource()))
                    .apply();

            assertThat(report.stores().getFirst().drift().stream().map(Drift::message))
                    .containsExactlyElementsOf(messages);
            assertThat(report.stores().getFirst().steps()).isEmpty();
            assertThat(report.exitCode()).isEqualTo(2);
            assertThat(database.description()).isEqualTo(before);
        }
    }

    @Test
    void aNameThatDiffersInCapitalLettersOnlyIsNotCreatedBesideIt() {
        Schema schema = schema(
                "letters",
                table("Users", t -> t.column("id", integer()).primaryKey()),
                table("teams", t -> {
                    var name = t.column("Name", text());
                    t.index("teams_name").on(name);
                }));
        try (TestDatabase database = PostgresServers.main().createDatabase()) {
            database.execute("CREATE TABLE users (id integer PRIMARY KEY); CREATE TABLE teams (name text)");
            String before = database.description();

            Report report =
                    SchemaInitializer.of(schema).with(PostgresStore.of(database.dataSource())).apply();

            assertThat(report.stores().getFirst().drift().stream().map(Drift::message)).containsExactly(
                    "table Users: name: schema says a table, store has a table \"users\", the same but for capital letters;"
                            + " nothing is created under that name; rename one of the two",
                    "column teams.Name: name: schema says a column \"Name\", store has a column \"name\"; nothing is created"
                            + " under that name; rename one of the two");
            assertThat(report.steps(Step.Status.BLOCKED).stream().map(step -> step.change().subject().display()))
                    .containsExactly("column teams.Name", "index teams_name on teams");
            assertThat(database.description()).isEqualTo(before);
        }
    }

    @Test
    void anIndexOverAnExpressionHasACollationAndParametersToo() {
        Schema schema = schema("collations", table("names", t -> {
            t.column("name", text());
            t.column("words", nativeType("tsvector"));
            t.index("names_lower").on(sql("lower(name)"));
            t.index("names_words").on(t.column("more", nativeType("tsvector"))).using(GIST);
        }));
        try (TestDatabase database = PostgresServers.main().createDatabase()) {
            database.execute("CREATE TABLE names (name text, words tsvector, more tsvector);"
                    + "CREATE INDEX names_lower ON names ((lower(name)) COLLATE \"C\");"
                    + "CREATE INDEX names_words ON names USING gist (more tsvector_ops (siglen = 100))");

            Report report =
                    SchemaInitializer.of(schema).with(PostgresStore.of(database.dataSource())).apply();

            assertThat(report.stores().getFirst().drift().stream().map(Drift::message)).containsExactly(
                    "index names_lower on names: keys: schema says (lower(name)), store has (lower(name) COLLATE \"C\")"
                            + MIGRATE,
                    "index names_words on names: keys: schema says (more), store has (more tsvector_ops (siglen=100))"
                            + MIGRATE);
        }
    }

    @Test
    void aTypeOrAFunctionInTheWayHoldsBackOnlyWhatNeedsItsPlace() {
        try (TestDatabase database = PostgresServers.main().createDatabase()) {
            database.execute("CREATE TYPE notes AS ENUM ('a');"
                    + "CREATE FUNCTION touch() RETURNS integer LANGUAGE sql AS 'SELECT 1'");

            Report report = SchemaInitializer.of(Shop.SCHEMA)
                    .with(PostgresStore.of(database.dataSource()))
                    .apply();

            assertThat(report.steps(Step.Status.DONE).stream().map(step -> step.change().subject().display()))
                    .contains("table customers", "table orders");
            assertThat(report.steps(Step.Status.BLOCKED).stream()
                    .map(step -> step.change().subject().display() + ": " + step.detail()))
                    .containsExactly(
                            "trigger touch_customers on customers: the live function touch() returns something else");
            assertThat(report.stores().getFirst().drift().stream().map(Drift::message))
                    .anyMatch(
                            message -> message.startsWith("table notes: name: schema says a table, store has a type; "))
                    .anyMatch(message -> message.startsWith(
                            "function touch(): return type: schema says trigger, store has integer; "));
        }
    }

    static Stream<Arguments> equivalents() {
        return Stream.of(
                Arguments.of("ALTER INDEX notes_order_id_idx RENAME TO other",
                        "index notes_order_id_idx on notes: name: schema says notes_order_id_idx, store has other; it counts"
                                + " as present; name it \"other\" in the schema to make them agree"),
                Arguments.of("ALTER TABLE customers RENAME CONSTRAINT customers_tier_check TO other",
                        "constraint customers_tier_check on customers: name: schema says customers_tier_check, store has"
                                + " other; it counts as present; name it \"other\" in the schema to make them agree"),
                Arguments.of("ALTER TABLE notes RENAME CONSTRAINT notes_parent_id_fkey TO other",
                        "constraint notes_parent_id_fkey on notes: name: schema says notes_parent_id_fkey, store has other;"
                                + " it counts as present; name it \"other\" in the schema to make them agree"),
                Arguments.of("ALTER TRIGGER touch_customers ON customers RENAME TO other",
                        "trigger touch_customers on customers: name: schema says touch_customers, store has other; it counts"
                                + " as present; name it \"other\" in the schema to make them agree"),
                Arguments.of("ALTER TABLE customers DROP CONSTRAINT customers_email_key;"
                        + " CREATE UNIQUE INDEX other ON customers (email)",
                        "constraint customers_email_key on customers: name: schema says customers_email_key, store has other;"
                                + " it counts as present; declare the unique index \"other\" in the schema to make them agree"),
                Arguments.of("ALTER TABLE customers DROP CONSTRAINT customers_email_key;"
                        + " CREATE UNIQUE INDEX customers_email_key ON customers (email)",
                        "constraint customers_email_key on customers: kind: schema says unique constraint, store has unique"
                                + " index; it counts as present; declare the unique index \"customers_email_key\" in the schema"
                                + " to make them agree"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("equivalents")
    void anEquivalentUnderAnotherNameIsNoTwin(String change, String note) {
        try (TestDatabase database = PostgresServers.main().createDatabase()) {
            database.execute(Shop.SQL);
            database.execute(change);

            SchemaInitializer initializer = SchemaInitializer.of(Shop.SCHEMA)
                    .with(PostgresStore.of(database.dataSource()));
            Report report = initializer.apply();

            assertThat(report.stores().getFirst().drift().stream().map(Drift::message)).containsExactly(note);
            assertThat(report.exitCode()).isZero();
            assertThat(initializer.verify().stores().getFirst().unmanaged()).isEmpty();
        }
    }
}

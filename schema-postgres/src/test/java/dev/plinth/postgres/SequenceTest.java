package dev.plinth.postgres;

import static dev.plinth.dsl.Expressions.nextval;
import static dev.plinth.dsl.Expressions.sql;
import static dev.plinth.dsl.SchemaDsl.namespace;
import static dev.plinth.dsl.SchemaDsl.schema;
import static dev.plinth.dsl.SchemaDsl.sequence;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.Types.bigint;
import static dev.plinth.dsl.Types.integer;
import static dev.plinth.dsl.Types.smallint;
import static dev.plinth.dsl.Types.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.Report;
import dev.plinth.SchemaInitializer;
import dev.plinth.Step;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.Sequence;
import dev.plinth.model.sql.Table;
import dev.plinth.postgres.testing.PostgresServers;
import dev.plinth.postgres.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

class SequenceTest extends KindAcceptance {

    private static final Sequence NUMBERS = sequence(
            "invoice numbers", s -> s.startWith(1000).incrementBy(50).maxValue(1_000_000).cache(20).cycle());

    private static final Sequence DOWN = namespace("Lot").sequence("Down", s -> s.as(smallint()).incrementBy(-2));

    private static final Sequence FREE = sequence("free");

    private static final Sequence OWNED =
            sequence("owned", s -> s.as(integer()).minValue(0).startWith(0).ownedBy("lines", "position"));

    @Override
    Schema declared() {
        return schema(
                "sequences",
                table("invoices", t -> {
                    t.column("number", bigint()).primaryKey().defaultTo(nextval(NUMBERS));
                    t.column("lot", text()).defaultTo(sql("'L' || nextval('\"Lot\".\"Down\"'::regclass)"));
                    t.column("late", bigint()).defaultTo(sql("nextval(('public.free'::text)::regclass)"));
                }),
                table("credits", t -> t.column("number", bigint()).primaryKey().defaultTo(nextval(NUMBERS))),
                table("lines", t -> {
                    t.column("position", bigint());
                    t.column("other", bigint()).defaultTo(nextval("free"));
                }),
                DOWN,
                FREE,
                OWNED);
    }

    @Override
    String plainSql() {
        return """
                CREATE SCHEMA "Lot";
                CREATE SEQUENCE "invoice numbers" START 1000 INCREMENT 50 MAXVALUE 1000000 CACHE 20 CYCLE;
                CREATE SEQUENCE "Lot"."Down" AS smallint INCREMENT -2;
                CREATE SEQUENCE free;
                CREATE TABLE invoices (
                    number bigint PRIMARY KEY DEFAULT nextval('"invoice numbers"'),
                    lot text DEFAULT 'L' || nextval('"Lot"."Down"'::regclass),
                    late bigint DEFAULT nextval(('public.free'::text)::regclass));
                CREATE TABLE credits (number bigint PRIMARY KEY DEFAULT nextval('"invoice numbers"'));
                CREATE TABLE lines (position bigint, other bigint DEFAULT nextval('free'));
                CREATE SEQUENCE owned AS integer MINVALUE 0 START 0 OWNED BY lines.position;
                """;
    }

    @Override
    List<String> removals() {
        return List.of(
                "DROP SEQUENCE owned",
                "DROP TABLE lines",
                "DROP TABLE lines, invoices; DROP SEQUENCE free",
                "DROP TABLE credits, invoices; DROP SEQUENCE \"invoice numbers\"",
                "ALTER TABLE invoices DROP COLUMN lot; DROP SCHEMA \"Lot\" CASCADE",
                "ALTER TABLE invoices DROP COLUMN late",
                "ALTER TABLE lines DROP COLUMN position",
                "DROP TABLE invoices");
    }

    @Override
    List<Change> changes() {
        String numbers = "sequence invoice numbers: ";
        return List.of(
                Change.of("ALTER SEQUENCE \"invoice numbers\" START 1001",
                        numbers + "START WITH: schema says 1000, store has 1001"),
                Change.of("ALTER SEQUENCE \"invoice numbers\" INCREMENT 51",
                        numbers + "INCREMENT BY: schema says 50, store has 51"),
                Change.of("ALTER SEQUENCE \"invoice numbers\" MINVALUE 2",
                        numbers + "MINVALUE: schema says 1, store has 2"),
                Change.of("ALTER SEQUENCE \"invoice numbers\" NO MAXVALUE",
                        numbers + "MAXVALUE: schema says 1000000, store has 9223372036854775807"),
                Change.of("ALTER SEQUENCE \"invoice numbers\" CACHE 1",
                        numbers + "CACHE: schema says 20, store has 1"),
                Change.of("ALTER SEQUENCE \"invoice numbers\" NO CYCLE",
                        numbers + "CYCLE: schema says CYCLE, store has NO CYCLE"),
                Change.of("ALTER SEQUENCE \"invoice numbers\" AS integer",
                        numbers + "sequence type: schema says bigint, store has integer"),
                Change.of("ALTER SEQUENCE owned OWNED BY NONE",
                        "sequence owned: owner: schema says OWNED BY lines.position, store has nothing"),
                Change.of("ALTER SEQUENCE free OWNED BY lines.other",
                        "sequence free: owner: store has OWNED BY lines.other, which the schema does not declare",
                        "column lines.other: default: schema says nextval('free'), store has nothing",
                        "column lines.other: generation: store has a serial with the sequence free, which the schema does"
                                + " not declare"),
                Change.of("ALTER TABLE lines ALTER other SET DEFAULT nextval('owned')",
                        "column lines.other: default: schema says nextval('free'), store has"
                                + " nextval('public.owned'::regclass)"),
                Change.of("ALTER TABLE lines ALTER other SET DEFAULT nextval(('public.free'::text)::regclass)",
                        "column lines.other: default: schema says nextval('free'), store has"
                                + " nextval(('public.free'::text)::regclass)"),
                Change.of("DROP SEQUENCE owned; CREATE TABLE owned (id integer)",
                        "sequence owned: name: schema says a sequence, store has a table; nothing is created under that"
                                + " name; rename one of the two"));
    }

    /** Neither can be made first, so the sequence is made with the table, or the column, that owns it. */
    @Test
    void aSequenceOfATableThatTakesItsNumbersIsMadeWithTheTable() {
        Table orders = table("orders", t -> {
            t.column("id", text()).primaryKey().defaultTo(sql("'ORD-' || nextval('public.order_no')"));
            t.column("other", text()).defaultTo(sql("nextval('public.one') || '-' || nextval('public.two')"));
            t.column("n", bigint()).defaultTo(nextval("three"));
        });
        Schema schema = schema(
                "owned",
                orders,
                sequence("order_no", s -> s.ownedBy("orders", "id").comment("Numbers of orders")),
                sequence("one", s -> s.ownedBy("orders", "other")),
                sequence("two", s -> s.ownedBy("orders", "other").startWith(7)),
                sequence("three", s -> s.ownedBy("orders", "id")),
                sequence("apart", s -> s.ownedBy("orders", "id")));
        try (TestDatabase database = PostgresServers.main().createDatabase()) {
            PostgresStore store = PostgresStore.of(database.dataSource());
            Report whole = SchemaInitializer.of(schema).with(store).apply();
            assertThat(whole.steps(Step.Status.DONE).stream().flatMap(step -> step.statements().stream()))
                    .containsExactly(
                            "CREATE SEQUENCE \"public\".\"order_no\"",
                            "CREATE SEQUENCE \"public\".\"one\"",
                            "CREATE SEQUENCE \"public\".\"two\" START WITH 7",
                            "CREATE SEQUENCE \"public\".\"three\"",
                            "CREATE TABLE \"public\".\"orders\" (\n  \"id\" text DEFAULT ('ORD-' || nextval('public.order_no')) NOT NULL,\n  \"other\" text DEFAULT (nextval('public.one') || '-' || nextval('public.two')),\n  \"n\" bigint DEFAULT nextval('\"public\".\"three\"'::regclass),\n  CONSTRAINT \"orders_pkey\" PRIMARY KEY (\"id\")\n)",
                            "ALTER SEQUENCE \"public\".\"order_no\" OWNED BY \"public\".\"orders\".\"id\"",
                            "ALTER SEQUENCE \"public\".\"one\" OWNED BY \"public\".\"orders\".\"other\"",
                            "ALTER SEQUENCE \"public\".\"two\" OWNED BY \"public\".\"orders\".\"other\"",
                            "ALTER SEQUENCE \"public\".\"three\" OWNED BY \"public\".\"orders\".\"id\"",
                            "CREATE SEQUENCE \"public\".\"apart\" OWNED BY \"public\".\"orders\".\"id\"",
                            "COMMENT ON SEQUENCE \"public\".\"order_no\" IS 'Numbers of orders'");
            assertNothingIsLeft(schema, store);

            database.execute("ALTER TABLE orders DROP n, DROP id");
            Report columns = SchemaInitializer.of(schema).with(store).apply();
            assertThat(columns.steps(Step.Status.DONE).stream().flatMap(step -> step.statements().stream()))
                    .containsExactly(
                            "CREATE SEQUENCE \"public\".\"order_no\"",
                            "ALTER TABLE \"public\".\"orders\" ADD COLUMN \"id\" text DEFAULT ('ORD-' || nextval('public.order_no')) NOT NULL",
                            "ALTER SEQUENCE \"public\".\"order_no\" OWNED BY \"public\".\"orders\".\"id\"",
                            "CREATE SEQUENCE \"public\".\"three\" OWNED BY \"public\".\"orders\".\"id\"",
                            "CREATE SEQUENCE \"public\".\"apart\" OWNED BY \"public\".\"orders\".\"id\"",
                            "ALTER TABLE \"public\".\"orders\" ADD COLUMN \"n\" bigint DEFAULT nextval('\"public\".\"three\"'::regclass)",
                            "ALTER TABLE \"public\".\"orders\" ADD CONSTRAINT \"orders_pkey\" PRIMARY KEY (\"id\")",
                            "COMMENT ON SEQUENCE \"public\".\"order_no\" IS 'Numbers of orders'");
            assertNothingIsLeft(schema, store);
        }
    }

    private static void assertNothingIsLeft(Schema schema, PostgresStore store) {
        Report report = SchemaInitializer.of(schema).with(store).verify();
        assertThat(report.stores().getFirst().steps()).isEmpty();
        assertThat(report.stores().getFirst().drift()).isEmpty();
    }
}

package dev.plinth.dsl;

import static dev.plinth.dsl.Expressions.emptyJsonArray;
import static dev.plinth.dsl.Expressions.emptyJsonObject;
import static dev.plinth.dsl.Expressions.literal;
import static dev.plinth.dsl.Expressions.now;
import static dev.plinth.dsl.Expressions.randomUuid;
import static dev.plinth.dsl.Expressions.sql;
import static dev.plinth.dsl.SchemaDsl.GIST;
import static dev.plinth.dsl.SchemaDsl.SET_NULL;
import static dev.plinth.dsl.SchemaDsl.namespace;
import static dev.plinth.dsl.SchemaDsl.schema;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.Types.integer;
import static dev.plinth.dsl.Types.text;
import static dev.plinth.dsl.Types.uuid;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.Constraint;
import dev.plinth.model.sql.Constraint.Check;
import dev.plinth.model.sql.Constraint.ForeignKey;
import dev.plinth.model.sql.Constraint.PrimaryKey;
import dev.plinth.model.sql.Constraint.Unique;
import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.Expression.BooleanLiteral;
import dev.plinth.model.sql.Expression.NumberLiteral;
import dev.plinth.model.sql.Expression.OneOf;
import dev.plinth.model.sql.Expression.Sql;
import dev.plinth.model.sql.Expression.StringLiteral;
import dev.plinth.model.sql.Index;
import dev.plinth.model.sql.IndexKey;
import dev.plinth.model.sql.IndexKey.Direction;
import dev.plinth.model.sql.IndexKey.NullsOrder;
import dev.plinth.model.sql.IndexKey.Target;
import dev.plinth.model.sql.IndexMethod;
import dev.plinth.model.sql.ReferentialAction;
import dev.plinth.model.sql.Table;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Statements of a table and the records they become. */
class TableBuilderTest {

    private enum Plan {
        FREE,
        PAID
    }

    @Test
    void namedStatementsOfSeveralColumns() {
        Table rooms = table("rooms", t -> {
            var house = t.column("house", integer());
            var number = t.column("number", integer()).describe("On the door");
            t.primaryKey(house, number).named("pk_rooms").describe("Both");
            t.unique(number, house).named("uq_rooms");
            t.foreignKey(number, house).references("rooms", "house", "number").onUpdate(SET_NULL).named("fk_rooms");
            t.check("positive", "number > 0").describe("No cellar");
        });

        assertThat(rooms.columns())
                .containsExactly(
                        new Column("house", integer(), false, null, null),
                        new Column("number", integer(), false, null, "On the door"));
        assertThat(rooms.constraints())
                .containsExactly(
                        new PrimaryKey("pk_rooms", List.of("house", "number"), "Both"),
                        new Unique("uq_rooms", List.of("number", "house"), null),
                        new ForeignKey(
                                "fk_rooms",
                                List.of("number", "house"),
                                QualifiedName.of("rooms"),
                                List.of("house", "number"),
                                ReferentialAction.NO_ACTION,
                                ReferentialAction.SET_NULL,
                                null),
                        new Check("positive", new Sql("number > 0"), "No cellar"));
    }

    @Test
    void defaultsAreSpelledAsPostgresPrintsThem() {
        assertThat(List.of(now(), randomUuid(), emptyJsonArray(), emptyJsonObject()))
                .containsExactly(
                        new Sql("now()"), new Sql("gen_random_uuid()"), new Sql("'[]'::jsonb"), new Sql("'{}'::jsonb"));
        assertThat(List.of(literal("it's"), literal(5), literal(new BigDecimal("1.50")), literal(true)))
                .containsExactly(
                        new StringLiteral("it's"),
                        new NumberLiteral(new BigDecimal("5")),
                        new NumberLiteral(new BigDecimal("1.50")),
                        new BooleanLiteral(true));
    }

    @Test
    void listsOfValuesStayData() {
        Table plans = table("plans", t -> {
            t.column("plan", text()).oneOf(Plan.values());
            t.column("level", integer()).oneOf(1, 2);
        });

        assertThat(plans.constraints())
                .containsExactly(
                        new Check("plans_plan_check", oneOf("plan", literal("FREE"), literal("PAID")), null),
                        new Check("plans_level_check", oneOf("level", literal(1), literal(2)), null));
    }

    @Test
    void keysOfAnIndexAreColumnsExpressionsAndOrders() {
        List<Index> indexes = table("t", t -> {
            var a = t.column("a", integer());
            var b = t.column("b", integer());
            t.index("all").on(a.desc(), a.desc().nullsLast(), b.nullsFirst(), sql("lower(c)").desc(), a)
                    .unique()
                    .include(b)
                    .where("a > 0")
                    .describe("Everything");
            t.index(b, sql("lower(c)")).using(GIST);
        })
                .indexes();

        assertThat(indexes)
                .containsExactly(
                        new Index(
                                "all",
                                List.of(
                                        IndexKey.descending("a"),
                                        key("a", Direction.DESC, NullsOrder.LAST),
                                        key("b", Direction.ASC, NullsOrder.FIRST),
                                        new IndexKey(
                                                new Target.OfExpression(new Sql("lower(c)")),
                                                Direction.DESC,
                                                NullsOrder.FIRST),
                                        IndexKey.ascending("a")),
                                IndexMethod.BTREE,
                                true,
                                List.of("b"),
                                new Sql("a > 0"),
                                "Everything"),
                        new Index(
                                "t_b_lower_idx",
                                List.of(
                                        IndexKey.ascending("b"),
                                        new IndexKey(
                                                new Target.OfExpression(new Sql("lower(c)")),
                                                Direction.ASC,
                                                NullsOrder.LAST)),
                                IndexMethod.GIST,
                                false,
                                List.of(),
                                null,
                                null));
    }

    /** The names were read from the catalog of PostgreSQL 15.18 after the same CREATE TABLE and CREATE INDEX. */
    @Test
    void collidingDefaultNamesAreTheOnesOfPostgres() {
        Table c = table("c", t -> {
            var a = t.column("a", integer()).oneOf(0).oneOf(1).unique();
            var b = t.column("b", integer());
            var ab = t.column("a_b", integer()).unique();
            t.unique(a, b);
            a.references("parents").references("parents");
            t.foreignKey(a, b).references("parents", "a", "b");
            ab.references("parents");
            t.index(a);
            t.index(a);
            t.index(a).include(b);
            t.index(ab);
        });

        assertThat(c.constraints().stream().map(Constraint::name))
                .containsExactly(
                        "c_a_check",
                        "c_a_check1",
                        "c_a_key",
                        "c_a_b_key",
                        "c_a_b_key1",
                        "c_a_fkey",
                        "c_a_fkey1",
                        "c_a_b_fkey",
                        "c_a_b_fkey1");
        assertThat(c.indexes().stream().map(Index::name))
                .containsExactly("c_a_idx", "c_a_idx1", "c_a_b_idx", "c_a_b_idx1");
    }

    @Test
    void aDefaultNameAvoidsTheNamesThatAreGiven() {
        Table e = table("e", t -> {
            var b = t.column("b", integer()).unique();
            t.index(b.desc());
            t.check("e_b_key", "b > 0");
            t.index("e_b_idx").on(b);
        });

        assertThat(e.constraints().stream().map(Constraint::name)).containsExactly("e_b_key1", "e_b_key");
        assertThat(e.indexes().stream().map(Index::name)).containsExactly("e_b_idx1", "e_b_idx");
    }

    @Test
    void referencesByNameAreResolvedInTheNamespaceOfTheTable() {
        Namespace sales = namespace("sales");
        Table users = table("users", t -> t.column("id", uuid()).primaryKey());
        Table orders = sales.table("orders", t -> {
            t.column("id", uuid()).primaryKey();
            t.column("previous", uuid()).references("orders");
            t.column("user_id", uuid()).references(users.name());
        });
        Table bills = table("bills", t -> t.column("order_id", uuid()).references(sales.named("orders")));

        List<Table> tables = schema("shop", bills, orders, users).tables();

        assertThat(tables.stream().flatMap(it -> it.constraints(ForeignKey.class).stream()))
                .extracting(it -> it.name() + " -> " + it.target().display() + it.targetColumns())
                .containsExactly(
                        "bills_order_id_fkey -> sales.orders[id]",
                        "orders_previous_fkey -> sales.orders[id]",
                        "orders_user_id_fkey -> users[id]");
    }

    @Test
    void tablesThatReferEachOtherAreDeclaredByName() {
        Table a = table("a", t -> {
            t.column("id", uuid()).primaryKey();
            t.column("b_id", uuid()).references("b");
        });
        Table b = table("b", t -> {
            t.column("id", uuid()).primaryKey();
            t.column("a_id", uuid()).references(a);
        });

        assertThat(schema("pair", a, b).tables())
                .allSatisfy(it -> assertThat(it.constraints(ForeignKey.class))
                        .singleElement()
                        .extracting(ForeignKey::targetColumns)
                        .isEqualTo(List.of("id")));
    }

    @Test
    void equalCallsGiveEqualModels() {
        Consumer<TableBuilder> body = t -> {
            var id = t.column("id", uuid()).primaryKey().defaultTo(randomUuid());
            t.column("name", text()).unique().oneOf("a", "b");
            t.index(id.desc());
        };

        assertThat(schema("s", table("t", body))).isEqualTo(schema("s", List.of(table("t", body))));
    }

    private static OneOf oneOf(String column, Expression... values) {
        return new OneOf(column, List.of(values));
    }

    private static IndexKey key(String column, Direction direction, NullsOrder nulls) {
        return new IndexKey(new Target.OfColumn(column), direction, nulls);
    }
}

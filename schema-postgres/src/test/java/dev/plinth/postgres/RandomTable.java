package dev.plinth.postgres;

import static dev.plinth.dsl.Expressions.emptyJsonObject;
import static dev.plinth.dsl.Expressions.literal;
import static dev.plinth.dsl.Expressions.nextval;
import static dev.plinth.dsl.Expressions.now;
import static dev.plinth.dsl.Expressions.randomUuid;
import static dev.plinth.dsl.RareTypes.*;
import static dev.plinth.dsl.Types.*;

import dev.plinth.dsl.ColumnHandle;
import dev.plinth.dsl.Namespace;
import dev.plinth.dsl.RareTypes;
import dev.plinth.dsl.TableBuilder;
import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.ColumnType;
import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.IntervalFields;
import dev.plinth.model.sql.Table;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * A table of a random schema with the columns that its parts build on.
 *
 * @param n a bigint, as the primary keys are
 */
record RandomTable(
        RandomSchema schema,
        QualifiedName self,
        TableBuilder table,
        ColumnHandle n,
        ColumnHandle label,
        ColumnHandle at,
        ColumnHandle period,
        ColumnHandle data) {

    /** A type of a column with defaults that it can have. */
    record Value(ColumnType type, List<Expression> defaults) {
        static Value of(ColumnType type, Expression... defaults) {
            return new Value(type, List.of(defaults));
        }
    }

    private static Expression sql(String text) {
        return new Expression.Sql(text);
    }

    static final List<Value> VALUES = List.of(
            Value.of(smallint(), literal(-1), sql("(2 + 3)::smallint")),
            Value.of(integer(), literal(0), sql("1 + 1")),
            Value.of(numeric(), literal(new BigDecimal("-0.50"))),
            Value.of(numeric(12, 2), literal(new BigDecimal("1.5"))),
            Value.of(real(), literal(1)),
            Value.of(doublePrecision(), sql("random()")),
            Value.of(bool(), literal(true), literal(false)),
            Value.of(text(), literal("it's {0} ? \\ $$"), sql("upper('a' || 'b')")),
            Value.of(varchar(), literal("")),
            Value.of(varchar(20), literal("x"), sql("NULL")),
            Value.of(character(3), literal("a")),
            Value.of(bytea(), sql("'\\xff00'")),
            Value.of(uuid(), randomUuid()),
            Value.of(json(), sql("'{\"a\": 1}'")),
            Value.of(jsonb(), emptyJsonObject()),
            Value.of(date(), sql("CURRENT_DATE")),
            Value.of(time(), sql("LOCALTIME")),
            Value.of(time(3)),
            Value.of(timeWithTimeZone(2)),
            Value.of(timestamp(), now(), sql("now() AT TIME ZONE 'utc'")),
            Value.of(timestamp(0), sql("'2020-01-01 00:00:00'")),
            Value.of(timestampWithTimeZone(), now(), sql("now() - interval '1 day'")),
            Value.of(interval(), sql("'24 hours'")),
            Value.of(interval(IntervalFields.DAY_TO_SECOND, 3)),
            Value.of(inet(), sql("'127.0.0.1'")),
            Value.of(cidr()),
            Value.of(macaddr()),
            Value.of(bit(3), sql("B'101'")),
            Value.of(bitVarying(8)),
            Value.of(tsvector(), sql("to_tsvector('english', 'a b')")),
            Value.of(xml()),
            Value.of(money(), sql("'12.50'")),
            Value.of(point(), sql("'(1,2)'")),
            Value.of(polygon()),
            Value.of(int4range(), sql("'[1,5]'")),
            Value.of(tstzmultirange()),
            Value.of(internalChar(), sql("'x'")),
            Value.of(RareTypes.name()),
            Value.of(oid()),
            Value.of(regclass(), sql("'pg_class'::regclass")),
            Value.of(regtype()),
            Value.of(arrayOf(text()), sql("'{}'"), sql("ARRAY['a', 'b']")),
            Value.of(arrayOf(varchar(20)), sql("ARRAY['a']::varchar[]")),
            Value.of(arrayOf(timestamp(3))));

    /** What the key of a table can be. */
    private static final List<BiConsumer<RandomSchema, TableBuilder>> KEYS = List.of(
            (s, t) -> t.column("id", bigint()).primaryKey(),
            (s, t) -> t.column("id", bigserial()).primaryKey(),
            (s, t) -> t
                    .primaryKey(t.column("id", bigserial(q -> q.sequenceName(s.name("count")).incrementBy(5).cache(2))))
                    .named(s.name("the key")).with("fillfactor", 80),
            (s, t) -> t.column("id", bigint()).generatedAlwaysAsIdentity().primaryKey(),
            (s, t) -> t.column("id", bigint()).generatedByDefaultAsIdentity(q -> q.startWith(7).cycle()).primaryKey(),
            (s, t) -> {
                ColumnHandle id = t.column("id", bigint()).primaryKey();
                if (!s.sequences.isEmpty()) {
                    id.defaultTo(nextval(s.any(s.sequences)));
                }
            });

    static Table of(RandomSchema schema) {
        Namespace space = schema.space();
        String name = schema.name(schema.any(List.of("orders", "Order line", "user", "\u00e9t\u00e9")));
        return space.table(name, t -> {
            schema.any(KEYS).accept(schema, t);
            RandomTable made = new RandomTable(
                    schema,
                    space.named(name),
                    t,
                    t.column("n", bigint()),
                    t.column("Label \"x\"", varchar(100)).notNull(),
                    t.column("at", timestamp()).defaultTo(now()),
                    t.column("period", int4range()),
                    t.column("data", jsonb()));
            schema.forms(VALUES, 12, value -> made.column(value));
            schema.chosen(List.of(1, 2, 3), 2, any -> t.column(schema.name("own"), schema.aType()));
            schema.forms(RandomParts.ALL, 5, part -> part.accept(made));
        });
    }

    private void column(Value value) {
        ColumnHandle column = table.column(schema.name("c"), value.type());
        if (schema.random.nextBoolean()) {
            column.notNull();
        }
        if (!value.defaults().isEmpty() && schema.random.nextBoolean()) {
            column.defaultTo(schema.any(value.defaults()));
        }
    }

    String name(String word) {
        return schema.name(word);
    }

    /** A table to point to: one of those before, or itself. */
    QualifiedName target() {
        List<Table> earlier = schema.tables;
        return earlier.isEmpty() ? self : schema.any(earlier).name();
    }
}

package dev.plinth.rule;

import static dev.plinth.dsl.Expressions.emptyJsonArray;
import static dev.plinth.dsl.Expressions.literal;
import static dev.plinth.dsl.Expressions.now;
import static dev.plinth.dsl.Expressions.randomUuid;
import static dev.plinth.dsl.Expressions.sql;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.Types.arrayOf;
import static dev.plinth.dsl.Types.bigint;
import static dev.plinth.dsl.Types.bool;
import static dev.plinth.dsl.Types.date;
import static dev.plinth.dsl.Types.integer;
import static dev.plinth.dsl.Types.json;
import static dev.plinth.dsl.Types.jsonb;
import static dev.plinth.dsl.Types.nativeType;
import static dev.plinth.dsl.Types.numeric;
import static dev.plinth.dsl.Types.smallint;
import static dev.plinth.dsl.Types.text;
import static dev.plinth.dsl.Types.timestamp;
import static dev.plinth.dsl.Types.timestampWithTimeZone;
import static dev.plinth.dsl.Types.uuid;
import static dev.plinth.dsl.Types.varchar;

import dev.plinth.dsl.ColumnHandle;
import dev.plinth.dsl.TableBuilder;
import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.BuiltInType;
import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.ColumnType;
import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.Table;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;

/** Types, defaults and lists of values. */
final class ColumnPairs {

    private ColumnPairs() {}

    static List<Pair> pairs() {
        return List.of(
                Pair.of("too many columns", () -> wide(1601), "ERROR t TableWidth", () -> wide(1600)),
                Pair.schemas(
                        "modifiers that no DSL call would take",
                        () -> Pair.unchecked(typed(BuiltInType.VARCHAR, 10_485_761)),
                        "ERROR t.c TypeModifiers",
                        () -> Pair.unchecked(typed(BuiltInType.VARCHAR, 10_485_760))),
                Pair.schemas(
                        "too many modifiers",
                        () -> Pair.unchecked(typed(BuiltInType.TEXT, 5)),
                        "ERROR t.c TypeModifiers",
                        () -> Pair.unchecked(typed(BuiltInType.TEXT))),
                Pair.of(
                        "serial, which is no type",
                        () -> table("t", t -> t.column("c", nativeType("BigSerial"))),
                        "ERROR t.c SerialType",
                        () -> table("t", t -> t.column("c", nativeType("int4range")))),
                defaults("a number that is too big", smallint(), literal(32_768), literal(32_767)),
                defaults("a fraction", integer(), literal(new BigDecimal("1.5")), literal(new BigDecimal("1.0"))),
                defaults("text that is no number", bigint(), literal("many"), literal("9223372036854775807")),
                defaults("too many digits", numeric(3, 1), literal(100), literal(new BigDecimal("99.96"))),
                defaults("text that is too long", varchar(3), literal("größe"), literal("grö   ")),
                defaults("a number for a truth value", bool(), literal(1), literal("yes")),
                defaults("a truth value for a number", integer(), literal(true), literal(1)),
                defaults("no UUID", uuid(), literal("1234"), literal("00000000-0000-0000-0000-000000000000")),
                defaults("a UUID for a number", bigint(), randomUuid(), sql("1 + 1").expression()),
                defaults("JSON for a truth value", bool(), emptyJsonArray(), literal(false)),
                defaults("a moment for a number", integer(), now(), literal(0)),
                defaults("an array that is none", arrayOf(text()), literal("a"), literal("{a}")),
                defaults("blank JSON", jsonb(), literal(" "), literal("{}")),
                frozen("the word now", timestamp(), literal("now"), now()),
                frozen("the call of now in quotes", timestamp(), literal("now()"), now()),
                frozen("now, cast", timestampWithTimeZone(), sqlOf("'now'::timestamptz"), sqlOf("now()")),
                frozen("today", date(), sqlOf("date 'today'"), sqlOf("CURRENT_DATE")),
                oneOf("a value that is too long", varchar(5), c -> c.oneOf("query", "ingestion"),
                        c -> c.oneOf("query")),
                oneOf("a default that is no value of it", text(), c -> c.oneOf("a", "b").defaultTo(literal("c")),
                        c -> c.oneOf("a", "b").defaultTo(literal("b"))),
                oneOf("a number as default that is no value of it", integer(),
                        c -> c.oneOf(1, 2).defaultTo(literal(3)), c -> c.oneOf(1, 2).defaultTo(literal("2"))),
                oneOf("words for a number", integer(), c -> c.oneOf("one"), c -> c.oneOf("1")),
                oneOf("numbers for text", text(), c -> c.oneOf(1), c -> c.oneOf("1")),
                oneOf("a number that is too big", smallint(), c -> c.oneOf(40_000), c -> c.oneOf(-32_768)),
                oneOf("values of JSON", json(), c -> c.oneOf("{}"), c -> {}),
                Pair.of(
                        "oneOf: a value twice",
                        () -> table("t", t -> t.column("c", text()).oneOf("a", "b", "a")),
                        "WARNING t.c OneOfValues",
                        () -> table("t", t -> t.column("c", text()).oneOf("a", "b", "A"))),
                Pair.of(
                        "blank SQL",
                        () -> table("t", t -> sqlTexts(t, " ")),
                        """
                        ERROR t.c BlankSql
                        ERROR t.positive BlankSql
                        ERROR t.some BlankSql
                        ERROR t.some BlankSql""",
                        () -> table("t", t -> sqlTexts(t, "true"))),
                Pair.of(
                        "SQL that repeats the word of its clause",
                        () -> table("t", t -> {
                            var c = t.column("c", bool()).defaultTo(sql("default true"));
                            t.check("positive", "CHECK (c)");
                            t.index("some").on(c).where("WHERE (c) OR (NOT c)");
                        }),
                        """
                        ERROR t.c RepeatedClause
                        ERROR t.positive RepeatedClause
                        ERROR t.some RepeatedClause""",
                        () -> table("t", t -> {
                            var c = t.column("c", bool()).defaultTo(sql("true"));
                            t.check("positive", "\"check\"(c)");
                            t.index("some").on(c).where("(c) OR (NOT c)");
                        })),
                endless("a parenthesis too many", "true); DROP TABLE t; --", "(true)"),
                endless("a parenthesis too few", "(true", "(true) -- ("),
                endless("a quote that stays open", "'", "c <> ';)'"),
                endless("another statement", "true; SELECT 1", "$$;)$$ <> '(' AND E'\\')' <> ''"),
                endless("a comment that stays open", "true /* why", "true /* why */"));
    }

    private static Pair endless(String name, String bad, String good) {
        return Pair.of(
                "SQL: " + name,
                () -> table("t", t -> t.check("some", bad)),
                "ERROR t.some EndlessSql",
                () -> table("t", t -> t.check("some", good)));
    }

    private static void sqlTexts(TableBuilder t, String text) {
        t.column("c", bool()).defaultTo(sql(text));
        t.check("positive", text);
        t.index("some").on(sql(text)).where(text);
    }

    private static Pair defaults(String title, ColumnType type, Expression bad, Expression inside) {
        return Pair.of(
                "default: " + title,
                () -> table("t", t -> t.column("c", type).defaultTo(bad)),
                "ERROR t.c DefaultValue",
                () -> table("t", t -> t.column("c", type).defaultTo(inside)));
    }

    private static Pair frozen(String title, ColumnType type, Expression bad, Expression inside) {
        return Pair.of(
                "frozen default: " + title,
                () -> table("t", t -> t.column("c", type).defaultTo(bad)),
                "ERROR t.c FrozenDefault",
                () -> table("t", t -> t.column("c", type).defaultTo(inside)));
    }

    private static Pair oneOf(
            String title,
            ColumnType type,
            Consumer<ColumnHandle> bad,
            Consumer<ColumnHandle> inside) {
        return Pair.of(
                "oneOf: " + title,
                () -> table("t", t -> bad.accept(t.column("c", type))),
                "ERROR t.c OneOfValues",
                () -> table("t", t -> inside.accept(t.column("c", type))));
    }

    private static Expression sqlOf(String text) {
        return sql(text).expression();
    }

    private static Table wide(int columns) {
        return table("t", t -> {
            for (int i = 0; i < columns; i++) {
                t.column("c" + i, integer());
            }
        });
    }

    private static Table typed(BuiltInType type, Integer... modifiers) {
        Column column = new Column("c", new ColumnType.BuiltIn(type, List.of(modifiers)), true, null, null);
        return new Table(QualifiedName.of("t"), List.of(column), List.of(), List.of(), List.of(), null);
    }
}

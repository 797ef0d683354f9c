package dev.plinth.postgres;

import static dev.plinth.dsl.Expressions.literal;
import static dev.plinth.dsl.Expressions.now;
import static dev.plinth.dsl.Expressions.sql;
import static dev.plinth.dsl.SchemaDsl.cast;
import static dev.plinth.dsl.SchemaDsl.collation;
import static dev.plinth.dsl.SchemaDsl.namespace;
import static dev.plinth.dsl.Types.arrayOf;
import static dev.plinth.dsl.Types.bigint;
import static dev.plinth.dsl.Types.doublePrecision;
import static dev.plinth.dsl.Types.integer;
import static dev.plinth.dsl.Types.jsonb;
import static dev.plinth.dsl.Types.numeric;
import static dev.plinth.dsl.Types.smallint;
import static dev.plinth.dsl.Types.text;
import static dev.plinth.dsl.Types.timestamp;
import static dev.plinth.dsl.Types.varchar;

import dev.plinth.dsl.Namespace;
import dev.plinth.model.sql.Cast;
import dev.plinth.model.sql.Collation;
import dev.plinth.model.sql.CompositeType;
import dev.plinth.model.sql.DatabaseObject;
import dev.plinth.model.sql.EnumType;
import dev.plinth.model.sql.Statistics;
import dev.plinth.model.sql.UserType;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/** What random schemas have besides tables: a line a form. */
final class RandomObjects {

    private static final Namespace BUILT_IN = namespace("pg_catalog");

    /** Types; each may be made of those before it, and be that of a column. */
    static final List<Function<RandomSchema, UserType>> TYPES = List.of(
            s -> s.space().enumType(s.name("mood"), "", "it's", "B \"c\"", "z"),
            s -> s.space().enumType(s.name("Only"), "one"),
            s -> s.space().domain(s.name("amount"), numeric(10, 2), d -> d.check("positive", "VALUE >= 0")),
            s -> s.space().domain(s.name("code"), varchar(8), d -> d.notNull().defaultTo(literal("it's"))
                    .check("of capitals", "VALUE ~ '^[A-Z'']*$'").check("short", "length(VALUE) < 8")),
            s -> s.space().domain(s.name("sorted"), text(), d -> d.collate("C").defaultTo(sql("lower('A')"))),
            s -> s.space().domain(s.name("many"), arrayOf(s.aType())),
            s -> s.space().domain(s.name("narrow"), s.aType()),
            s -> s.space().compositeType(s.name("pair"),
                    c -> c.attribute("left", integer()).attribute("Right \"x\"", s.aType())),
            s -> s.space().compositeType(s.name("words"),
                    c -> c.attribute("word", text(), "C").attribute("at", timestamp(3))),
            s -> s.space().rangeType(s.name("span"), doublePrecision(), r -> r.subtypeDiff("float8mi")),
            s -> s.space().rangeType(s.name("letters"), text(),
                    r -> r.collation("C").multirangeTypeName(s.name("sets"))));

    /** All else that belongs to no table. */
    static final List<Function<RandomSchema, DatabaseObject>> OTHERS = List.of(
            s -> s.space().sequence(s.name("numbers")),
            s -> s.space().sequence(s.name("Down"),
                    q -> q.as(smallint()).incrementBy(-2).minValue(-99).cache(3).cycle()),
            s -> s.space().sequence(s.name("lot"), q -> q.startWith(5).minValue(0).maxValue(10_000_000_000L)),
            s -> collation(s.name("numeric"), c -> c.provider(Collation.Provider.ICU).locale("en-u-kn-true")),
            s -> collation(s.name("loose"),
                    c -> c.provider(Collation.Provider.ICU).locale("und-u-ks-level2").notDeterministic()),
            s -> s.space().function(s.name("twice"), f -> {
                f.argument("x", integer()).defaultTo(sql("1 + 1"));
                f.returns(integer()).language("sql").immutable().strict().parallelSafe().body("SELECT x * 2");
            }),
            s -> s.space().function(s.name("of type"), f -> {
                f.argument("", s.aParameter());
                f.variadic("more", arrayOf(text()));
                f.returnsSetOf(s.aParameter()).language("plpgsql").rows(7).cost(33).body("BEGIN\n  RETURN;\nEND");
            }),
            s -> s.space().function(s.name("rows"), f -> f.returnsTable("a", bigint()).returnsTable("b", jsonb())
                    .language("plpgsql").stable().securityDefiner().set("search_path", "pg_catalog", "pg_temp")
                    .set("work_mem", "8MB").body("BEGIN RETURN; END -- 'it''s' $$ $plinth$")),
            s -> s.space().function(s.name("out"), f -> {
                f.inOut("a", numeric());
                f.out("b", s.aParameter());
                f.language("plpgsql").parallelRestricted().body("BEGIN a := 1; END");
            }),
            s -> s.space().procedure(s.name("Do it"), f -> {
                f.argument("when", timestamp()).defaultTo(now());
                f.language("plpgsql").body("BEGIN NULL; END");
            }),
            s -> s.space().aggregate(s.name("count rows"),
                    a -> a.sfunc(BUILT_IN.named("int8inc")).stype(bigint()).initcond("0")),
            s -> s.space().aggregate(s.name("smallest"), a -> a.argument("x", integer())
                    .sfunc(BUILT_IN.named("int4smaller")).stype(integer()).combinefunc(BUILT_IN.named("int4smaller"))
                    .sortop("<").parallelSafe()),
            s -> s.space().textSearchDictionary(s.name("Stems \"a\""),
                    d -> d.template("snowball").option("language", "french")),
            s -> s.space().textSearchConfiguration(s.name("words"), c -> {
                c.copy("russian").withoutMappingFor("url", "file");
                c.mappingFor("word", "int")
                        .with(s.space().textSearchDictionary(s.name("stop"),
                                d -> d.template("simple").option("accept", false).option("stopwords", "english")))
                        .with("simple");
            }),
            s -> s.space().textSearchConfiguration(s.name("None"), c -> c.parser("default")),
            s -> s.space().operator("@+@", o -> o.left(integer()).right(integer()).function(BUILT_IN.named("int4pl"))
                    .commutator("@+@")),
            s -> s.space().operator("@!", o -> o.right(text()).function(BUILT_IN.named("upper"))));

    /** Of the columns that every table has. */
    static final List<Function<RandomSchema, Statistics>> STATISTICS = List.of(
            s -> s.space().statistics(s.name("together"), q -> q.on("n", "at").from(s.any(s.tables))),
            s -> s.space().statistics(s.name("Some \"kinds\""), q -> q.mcv().dependencies().on("n")
                    .on(sql("lower(\"Label \"\"x\"\"\")")).from(s.any(s.tables))),
            s -> s.space().statistics(s.name("apart"), q -> q.ndistinct().on("n", "period").from(s.any(s.tables))),
            s -> s.space().statistics(s.name("more"), q -> q.on(sql("(n + 1)")).from(s.any(s.tables))));

    /** Of some of the types, to a number. */
    static List<Cast> casts(List<UserType> types, Random random) {
        return types.stream()
                .filter(type -> type instanceof EnumType || type instanceof CompositeType)
                .filter(type -> random.nextInt(3) == 0)
                .map(type -> cast(type, bigint()).withInOut().asAssignment())
                .toList();
    }

    private RandomObjects() {}
}

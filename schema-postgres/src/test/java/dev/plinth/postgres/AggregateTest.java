package dev.plinth.postgres;

import static dev.plinth.dsl.SchemaDsl.aggregate;
import static dev.plinth.dsl.SchemaDsl.function;
import static dev.plinth.dsl.SchemaDsl.namespace;
import static dev.plinth.dsl.SchemaDsl.schema;
import static dev.plinth.dsl.Types.bigint;
import static dev.plinth.dsl.Types.doublePrecision;
import static dev.plinth.dsl.Types.integer;
import static dev.plinth.dsl.Types.nativeType;
import static dev.plinth.dsl.Types.text;

import dev.plinth.dsl.Namespace;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.Aggregate;
import dev.plinth.model.sql.AggregateState.Modify;
import dev.plinth.model.sql.ColumnType;
import dev.plinth.model.sql.Function;
import java.util.List;

class AggregateTest extends KindAcceptance {

    private static final Namespace BUILT_IN = namespace("pg_catalog");
    private static final Namespace APP = namespace("App");
    private static final ColumnType INTERNAL = nativeType("internal");
    private static final ColumnType ANY = nativeType("\"any\"");

    private static final Function ADD = step("add_up", integer(), "SELECT state + value");
    private static final Function TAKE = step("take_off", integer(), "SELECT state - value");
    private static final Function BOTH = step("add_states", bigint(), "SELECT state + value");

    private static final Function SHOW = APP.function("Show", f -> {
        f.argument("state", bigint());
        f.argument("value", integer());
        f.returns(text()).language("sql").immutable().body("SELECT state::text");
    });

    private static final Aggregate TOTAL = aggregate("total", a -> a.argument("value", integer())
            .sfunc(ADD)
            .stype(bigint())
            .sspace(16)
            .initcond("0")
            .finalfunc(SHOW)
            .finalfuncExtra()
            .finalfuncModify(Modify.SHAREABLE)
            .combinefunc(BOTH)
            .moving(m -> m.sfunc(ADD)
                    .invfunc(TAKE)
                    .stype(bigint())
                    .sspace(8)
                    .initcond("0")
                    .finalfunc(SHOW)
                    .finalfuncExtra()
                    .finalfuncModify(Modify.READ_WRITE))
            .parallelSafe());

    private static final Aggregate SMALLEST = APP.aggregate("Smallest", a -> a.argument("", integer())
            .sfunc(BUILT_IN.named("int4smaller"))
            .stype(integer())
            .combinefunc(BUILT_IN.named("int4smaller"))
            .sortop("<")
            .parallelRestricted());

    private static final Aggregate COUNT = aggregate(
            "count_rows", a -> a.sfunc(BUILT_IN.named("int8inc")).stype(bigint()).initcond("0"));

    private static final Aggregate NTH = aggregate("nth", a -> a.argument("fraction", doublePrecision())
            .orderBy("value", nativeType("anyelement"))
            .sfunc(BUILT_IN.named("ordered_set_transition"))
            .stype(INTERNAL)
            .finalfunc(BUILT_IN.named("percentile_disc_final"))
            .finalfuncExtra());

    private static final Aggregate RANK = aggregate("rank_of", a -> a.variadic("", ANY)
            .orderByVariadic("", ANY)
            .sfunc(BUILT_IN.named("ordered_set_transition_multi"))
            .stype(INTERNAL)
            .finalfunc(BUILT_IN.named("rank_final"))
            .finalfuncExtra()
            .hypothetical());

    private static Function step(String name, ColumnType value, String body) {
        return function(name, f -> {
            f.argument("state", bigint());
            f.argument("value", value);
            f.returns(bigint()).language("sql").immutable().parallelSafe().body(body);
        });
    }

    @Override
    Schema declared() {
        return schema("aggregates", NTH, RANK, TOTAL, SMALLEST, COUNT);
    }

    @Override
    String plainSql() {
        return """
                CREATE SCHEMA "App";
                CREATE FUNCTION add_up(state bigint, value integer) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE
                    AS 'SELECT state + value';
                CREATE FUNCTION take_off(state bigint, value integer) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE
                    AS 'SELECT state - value';
                CREATE FUNCTION add_states(state bigint, value bigint) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE
                    AS 'SELECT state + value';
                CREATE FUNCTION "App"."Show"(state bigint, value integer) RETURNS text LANGUAGE sql IMMUTABLE
                    AS 'SELECT state::text';
                """ + TOTAL_SQL + """
                CREATE AGGREGATE "App"."Smallest"(integer) (
                    SFUNC = int4smaller, STYPE = integer, COMBINEFUNC = int4smaller, SORTOP = <, PARALLEL = RESTRICTED);
                CREATE AGGREGATE count_rows(*) (SFUNC = int8inc, STYPE = bigint, INITCOND = '0');
                CREATE AGGREGATE nth(fraction double precision ORDER BY value anyelement) (
                    SFUNC = ordered_set_transition, STYPE = internal, FINALFUNC = percentile_disc_final, FINALFUNC_EXTRA);
                CREATE AGGREGATE rank_of(VARIADIC "any" ORDER BY VARIADIC "any") (
                    SFUNC = ordered_set_transition_multi, STYPE = internal, FINALFUNC = rank_final, FINALFUNC_EXTRA,
                    HYPOTHETICAL);
                """;
    }

    private static final String TOTAL_SQL = """
            CREATE AGGREGATE total(value integer) (
                SFUNC = add_up, STYPE = bigint, SSPACE = 16, INITCOND = '0', FINALFUNC = "App"."Show", FINALFUNC_EXTRA,
                FINALFUNC_MODIFY = SHAREABLE, COMBINEFUNC = add_states, MSFUNC = add_up, MINVFUNC = take_off, MSTYPE = bigint,
                MSSPACE = 8, MINITCOND = '0', MFINALFUNC = "App"."Show", MFINALFUNC_EXTRA, MFINALFUNC_MODIFY = READ_WRITE,
                PARALLEL = SAFE);
            """;

    @Override
    List<String> removals() {
        return List.of(
                "DROP AGGREGATE total(integer); DROP AGGREGATE count_rows(*)",
                "DROP FUNCTION add_up CASCADE",
                "DROP AGGREGATE nth(double precision ORDER BY anyelement);"
                        + " DROP AGGREGATE rank_of(VARIADIC \"any\" ORDER BY VARIADIC \"any\")",
                "DROP SCHEMA \"App\" CASCADE");
    }

    @Override
    List<Change> changes() {
        String total = "aggregate total(integer): ";
        String smallest = "aggregate App.Smallest(integer): ";
        return List.of(
                replaced("SSPACE = 16, INITCOND = '0',", "SSPACE = 17, INITCOND = '1',",
                        total + "SSPACE: schema says 16, store has 17",
                        total + "INITCOND: schema says '0', store has '1'"),
                replaced("SSPACE = 16, INITCOND = '0',", "",
                        total + "SSPACE: schema says 16, store has nothing",
                        total + "INITCOND: schema says '0', store has nothing"),
                replaced("FINALFUNC_MODIFY = SHAREABLE, COMBINEFUNC = add_states,", "COMBINEFUNC = pg_catalog.int8pl,",
                        total + "FINALFUNC_MODIFY: schema says SHAREABLE, store has READ_ONLY",
                        total + "COMBINEFUNC: schema says add_states, store has pg_catalog.int8pl"),
                replaced("MSFUNC = add_up, MINVFUNC = take_off", "MSFUNC = take_off, MINVFUNC = add_up",
                        total + "MINVFUNC: schema says take_off, store has add_up",
                        total + "MSFUNC: schema says add_up, store has take_off"),
                replaced("MSSPACE = 8, MINITCOND = '0',", "MSSPACE = 9, MINITCOND = '1',",
                        total + "MSSPACE: schema says 8, store has 9",
                        total + "MINITCOND: schema says '0', store has '1'"),
                replaced("MFINALFUNC_MODIFY = READ_WRITE,\n    PARALLEL = SAFE", "MFINALFUNC_MODIFY = SHAREABLE",
                        total + "MFINALFUNC_MODIFY: schema says READ_WRITE, store has SHAREABLE",
                        total + "PARALLEL: schema says SAFE, store has UNSAFE"),
                replaced("(value integer)", "(amount integer)",
                        total + "arguments: schema says (value integer), store has (amount integer)"),
                Change.of("DROP AGGREGATE \"App\".\"Smallest\"(integer); CREATE AGGREGATE \"App\".\"Smallest\"(integer)"
                        + " (SFUNC = int4larger, STYPE = integer, SORTOP = >)",
                        smallest + "SFUNC: schema says pg_catalog.int4smaller, store has pg_catalog.int4larger",
                        smallest + "COMBINEFUNC: schema says pg_catalog.int4smaller, store has nothing",
                        smallest + "SORTOP: schema says <, store has >",
                        smallest + "PARALLEL: schema says RESTRICTED, store has UNSAFE"),
                Change.of("DROP AGGREGATE count_rows(*); CREATE AGGREGATE count_rows(*)"
                        + " (SFUNC = int8dec, STYPE = bigint, INITCOND = '0', FINALFUNC = int8abs)",
                        "aggregate count_rows(): SFUNC: schema says pg_catalog.int8inc, store has pg_catalog.int8dec",
                        "aggregate count_rows(): FINALFUNC: store has pg_catalog.int8abs, which the schema does not declare",
                        "aggregate count_rows(): FINALFUNC_MODIFY: store has READ_ONLY, which the schema does not declare"),
                Change.of("DROP AGGREGATE count_rows(*);"
                        + " CREATE FUNCTION count_rows() RETURNS integer LANGUAGE sql AS 'SELECT 1'",
                        "aggregate count_rows(): name: schema says an aggregate, store has a function; nothing is created"
                                + " under that name; rename one of the two"));
    }

    private static Change replaced(String option, String by, String... drift) {
        return Change.of("DROP AGGREGATE total(integer); " + TOTAL_SQL.replace(option, by), drift);
    }
}

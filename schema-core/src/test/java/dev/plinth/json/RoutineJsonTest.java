package dev.plinth.json;

import static dev.plinth.dsl.Expressions.literal;
import static dev.plinth.dsl.Expressions.sql;
import static dev.plinth.dsl.SchemaDsl.aggregate;
import static dev.plinth.dsl.SchemaDsl.function;
import static dev.plinth.dsl.SchemaDsl.namespace;
import static dev.plinth.dsl.SchemaDsl.procedure;
import static dev.plinth.dsl.SchemaDsl.schema;
import static dev.plinth.dsl.Types.arrayOf;
import static dev.plinth.dsl.Types.bigint;
import static dev.plinth.dsl.Types.integer;
import static dev.plinth.dsl.Types.nativeType;
import static dev.plinth.dsl.Types.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.dsl.Namespace;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.AggregateState.Modify;
import dev.plinth.model.sql.Function;
import dev.plinth.snapshot.Snapshot;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The forms of functions, procedures and aggregates, which give back an equal schema. */
class RoutineJsonTest {

    private static final Namespace BUILT_IN = namespace("pg_catalog");

    private static final Function STEP = function("step", f -> {
        f.argument("", bigint());
        f.argument("by", integer());
        f.returns(bigint()).immutable().strict().parallelSafe().returnExpression("by + 1");
    });

    @Test
    void routines() {
        Schema schema = schema(
                "routines",
                function("search", f -> {
                    f.argument("words", text()).defaultTo(literal("it's"));
                    f.argument("most", integer()).defaultTo(sql("1 + 1"));
                    f.variadic("more", arrayOf(text()));
                    f.returnsTable("id", integer()).returnsTable("rank", bigint());
                    f.language("plpgsql").stable().leakproof().securityDefiner().parallelRestricted().cost(0.5).rows(7)
                            .set("search_path", "app", "pg_temp").body("BEGIN END").describe("Finds");
                }),
                function("both_ways", f -> {
                    f.inOut("a", integer());
                    f.out("b", text());
                    f.language("sql").body("SELECT 1, 2");
                }),
                procedure("clean", p -> p.beginAtomic("DELETE FROM public.a", "DELETE FROM public.b")),
                function("stem", f -> f.returns(integer()).objectFile("$libdir/stem", "stem").window()
                        .support(BUILT_IN.named("helps")).transformForType(arrayOf(integer()))),
                aggregate("total",
                        a -> a.argument("value", integer()).sfunc(STEP).stype(bigint()).sspace(16).initcond("0")
                                .combinefunc(BUILT_IN.named("int8pl")).sortop("<").parallelSafe()
                                .finalfunc(STEP).finalfuncExtra().finalfuncModify(Modify.SHAREABLE)
                                .moving(m -> m.sfunc(STEP).invfunc(STEP).stype(bigint())).describe("Of all")),
                namespace("app").aggregate("rank_of", a -> a.variadic("", nativeType("\"any\""))
                        .orderByVariadic("", nativeType("\"any\"")).sfunc(BUILT_IN.named("s"))
                        .stype(nativeType("internal")).serialfunc(BUILT_IN.named("o")).deserialfunc(BUILT_IN.named("i"))
                        .hypothetical()));

        String json = SchemaJson.toJson(schema);

        Snapshot.in(Path.of("src/test/snapshots/routines")).file("routines.json", json).verify();
        assertThat(SchemaJson.parse(json)).isEqualTo(schema);
    }
}

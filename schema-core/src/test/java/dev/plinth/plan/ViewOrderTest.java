package dev.plinth.plan;

import static dev.plinth.dsl.Expressions.sql;
import static dev.plinth.dsl.SchemaDsl.INSERT;
import static dev.plinth.dsl.SchemaDsl.function;
import static dev.plinth.dsl.SchemaDsl.materializedView;
import static dev.plinth.dsl.SchemaDsl.namespace;
import static dev.plinth.dsl.SchemaDsl.schema;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.SchemaDsl.triggerFunction;
import static dev.plinth.dsl.SchemaDsl.view;
import static dev.plinth.dsl.Types.POINT;
import static dev.plinth.dsl.Types.geography;
import static dev.plinth.dsl.Types.integer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.diff.Change.AddColumn;
import dev.plinth.diff.Change.CreateExtension;
import dev.plinth.diff.Change.CreateObject;
import dev.plinth.diff.Change.SqlChange;
import dev.plinth.diff.Difference;
import dev.plinth.diff.SqlAdditions;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.Extension;
import dev.plinth.model.sql.Function;
import dev.plinth.model.sql.Table;
import dev.plinth.model.sql.View;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Views stand behind what their queries name. */
class ViewOrderTest {

    private static final Table T = table("t", t -> {
        t.column("id", integer()).primaryKey();
        t.column("home", geography(POINT, 4326));
    });

    private static final View V = view("v", "SELECT x.id FROM public.t AS x WHERE \"home\" IS NULL");

    @Test
    void aViewComesBehindWhatItsQueryNamesAndItsPartsBehindIt() {
        Function write = triggerFunction("write", "BEGIN RETURN NEW; END;");
        Function count = namespace("app").function("count_it", f -> {
            f.argument("id", integer());
            f.returns(integer()).language("sql").body("SELECT count(*)::integer FROM public.v");
        });
        Schema schema = schema(
                "s",
                view("top", "SELECT app.count_it(id) AS n FROM public.\"M\" m",
                        v -> v.defaultTo("n", sql("app.count_it(1)"))
                                .trigger("x").insteadOf(INSERT).forEachRow().execute(write)),
                materializedView("M", "TABLE public.v", v -> v.index("i").on(v.column("id"))),
                count.dependsOn(V),
                V,
                T);

        assertThat(text(SqlOrder.order(SqlAdditions.everything(schema)))).isEqualTo("""
                CreateNamespace namespace app
                CreateExtension extension postgis
                CreateObject function write()
                CreateTable table t
                CreateObject view v
                CreateObject function app.count_it(integer)
                CreateObject materialized view M
                CreateObject view top
                CreateIndex index i on M
                AddDefault default n on top
                CreateTrigger trigger x on top
                """);
    }

    /** It is filled when it is created, and a body of text does not say what it reads. */
    @Test
    void aMaterializedViewComesBehindWhatFunctionsMayRead() {
        Function count = function("count_it", f -> f.returns(integer()).language("sql").body("SELECT 1 FROM public.v"));
        Schema schema = schema(
                "s",
                materializedView("m", "SELECT public.count_it() AS n", v -> v.index("i").on(v.column("n"))),
                view("above", "SELECT n FROM public.m"),
                count,
                view("v", "SELECT id FROM public.t WHERE id > 0"),
                table("t", t -> {
                    t.column("id", integer()).unique();
                    t.trigger("x").before(INSERT).execute(triggerFunction("write", "BEGIN RETURN NEW; END;"));
                }));

        assertThat(text(SqlOrder.order(SqlAdditions.everything(schema)))).isEqualTo("""
                CreateObject function write()
                CreateObject function count_it()
                CreateTable table t
                CreateObject view v
                CreateObject materialized view m
                CreateIndex index i on m
                CreateObject view above
                CreateTrigger trigger x on t
                """);
    }

    @Test
    void aViewWaitsForTheColumnsThatItNamesAndForNoOthers() {
        View other = view("other", "SELECT id FROM public.t");
        List<SqlChange> missing = List.of(
                new CreateObject(V),
                new CreateObject(other),
                new AddColumn(T.name(), T.columns().get(1)),
                new CreateExtension(new Extension("postgis")));

        assertThat(SqlPlan.of(
                schema("s", T, V, other), new Difference<>(missing, List.of()), LiveDatabases.empty(16), Map.of())
                .stream()
                .map(item -> item.change().subject().display() + " " + item.status() + " " + item.detail()))
                .containsExactly(
                        "extension postgis DEFERRED the server does not offer this extension",
                        "column t.home DEFERRED needs extension postgis, which is deferred",
                        "view v DEFERRED needs column t.home, which is deferred",
                        "view other PLANNED ");
    }

    @Test
    void aFunctionWhoseBodyIsTextComesBeforeTheViewThatItReadsWhereTheViewCallsIt() {
        Function depth =
                function("depth", f -> f.returns(integer()).language("sql").body("SELECT max(id) FROM public.v"));
        View deep = view("v", "SELECT id, public.depth() AS deepest FROM public.t");
        Schema schema = schema("s", T, deep, depth.dependsOn(deep));

        assertThat(text(SqlOrder.order(SqlAdditions.everything(schema)))).isEqualTo("""
                CreateExtension extension postgis
                CreateObject function depth()
                CreateTable table t
                CreateObject view v
                """);
    }

    private static String text(List<SqlChange> changes) {
        return changes.stream()
                .map(change -> change.getClass().getSimpleName() + " " + change.subject().display())
                .collect(Collectors.joining("\n", "", "\n"));
    }
}

package dev.plinth.rule;

import static dev.plinth.dsl.Expressions.literal;
import static dev.plinth.dsl.Expressions.nextval;
import static dev.plinth.dsl.Expressions.sql;
import static dev.plinth.dsl.SchemaDsl.DELETE;
import static dev.plinth.dsl.SchemaDsl.INSERT;
import static dev.plinth.dsl.SchemaDsl.SELECT;
import static dev.plinth.dsl.SchemaDsl.TRIGGER;
import static dev.plinth.dsl.SchemaDsl.TRUNCATE;
import static dev.plinth.dsl.SchemaDsl.UPDATE;
import static dev.plinth.dsl.SchemaDsl.USAGE;
import static dev.plinth.dsl.SchemaDsl.enumType;
import static dev.plinth.dsl.SchemaDsl.grant;
import static dev.plinth.dsl.SchemaDsl.materializedView;
import static dev.plinth.dsl.SchemaDsl.namespace;
import static dev.plinth.dsl.SchemaDsl.sequence;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.SchemaDsl.triggerFunction;
import static dev.plinth.dsl.SchemaDsl.view;
import static dev.plinth.dsl.Types.integer;

import dev.plinth.dsl.MaterializedViewBuilder;
import dev.plinth.dsl.RuleStatement;
import dev.plinth.dsl.TriggerStatement;
import dev.plinth.model.Schema;
import dev.plinth.model.SchemaObject;
import dev.plinth.model.sql.ColumnDefault;
import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.Function;
import dev.plinth.model.sql.Table;
import dev.plinth.model.sql.View;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Views: their queries, names, indexes and triggers. */
final class ViewPairs {

    private static final Table T = table("t", t -> t.column("id", integer()).primaryKey());
    private static final Function F = triggerFunction("f", "BEGIN RETURN NEW; END");

    private static final View W = view("w", "SELECT 1", v -> v.columns("a"));

    private ViewPairs() {}

    static List<Pair> pairs() {
        return List.of(
                query("a query that is a statement", "DELETE FROM public.t", "ViewQuery", "TABLE public.t"),
                query("a query with the words before it", "AS SELECT 1", "ViewQuery", " (SELECT 1) -- AS"),
                query("a query that is blank", " ; ", "BlankSql", "SELECT 1;"),
                query("a query that goes on", "SELECT 1; DROP TABLE t", "EndlessSql", "SELECT '; DROP TABLE t'"),
                Pair.schemas(
                        "a query that reads itself",
                        () -> schema(view("v", "SELECT id FROM public.v")),
                        "WARNING v ViewCycle",
                        () -> schema(view("v", "SELECT 'public.v' -- of public.v"))),
                Pair.schemas(
                        "views that read each other",
                        () -> schema(view("a", "SELECT * FROM public.b"), view("b", "TABLE public.\"C\""),
                                materializedView("C", "SELECT 1 FROM public.t, public.a"),
                                view("d", "TABLE public.a"), view("e", "TABLE public.t")),
                        "ERROR a ViewCycle",
                        () -> schema(view("a", "SELECT * FROM public.b"), view("b", "TABLE public.\"C\""),
                                materializedView("C", "SELECT 1 FROM public.t, public.c"))),
                Pair.schemas(
                        "two circles of views, and one between them",
                        () -> schema(view("a", "TABLE public.b"), view("b", "TABLE public.a"),
                                view("c", "TABLE public.d"),
                                view("d", "TABLE public.c"), view("e", "SELECT 1 FROM public.a, public.c")),
                        "ERROR a ViewCycle\nERROR c ViewCycle",
                        () -> schema(view("a", "TABLE public.b"), view("b", "SELECT 1"), view("c", "TABLE public.d"),
                                view("d", "SELECT 1"), view("e", "SELECT 1 FROM public.a, public.c"))),
                Pair.schemas(
                        "a view whose name has a dot",
                        () -> schema(view("app.v", "SELECT 1"), materializedView("app.m", "SELECT 1")),
                        "ERROR app.m DottedName\nERROR app.v DottedName",
                        () -> schema(namespace("app").view("v", "SELECT 1"), materializedView("a. m", "SELECT 1"))),
                Pair.schemas(
                        "two columns of one name",
                        () -> schema(view("v", "SELECT 1, 2", v -> v.columns("a", "a"))),
                        "ERROR v.a DuplicateName",
                        () -> schema(view("v", "SELECT 1, 2", v -> v.columns("a", "A")))),
                Pair.schemas(
                        "a table without its namespace",
                        () -> schema(view("v", "SELECT id FROM t JOIN w USING (id)"), view("w", "TABLE public.t")),
                        "WARNING v UnqualifiedRelation\nWARNING v UnqualifiedRelation",
                        () -> schema(
                                view("v", "WITH t AS (SELECT 1 AS id) SELECT id FROM t JOIN public.t u USING (id)"),
                                view("w",
                                        "SELECT 1 FROM public.t x WHERE 1 IS DISTINCT FROM t OR extract(year FROM t) > 1"))),
                Pair.schemas(
                        "a command with a table without its namespace",
                        () -> schema(table("r",
                                t -> t.rule("x").on(INSERT).doAlso("DELETE FROM t", "INSERT INTO t VALUES (1)",
                                        "UPDATE t SET id = 1"))),
                        "WARNING r.x UnqualifiedRelation\n".repeat(3).strip(),
                        () -> schema(table("r",
                                t -> t.rule("x").on(INSERT).doAlso("DELETE FROM public.t", "UPDATE ONLY public.t"
                                        + " SET id = 1")))),
                Pair.schemas(
                        "a comment on a column that a view does not have",
                        () -> schema(view("v", "SELECT 1", v -> v.columns("a").comment("b", "One"))),
                        "ERROR comment on column v.b UnknownTarget",
                        () -> schema(
                                view("v", "SELECT 1 AS b", v -> v.comment("b", "One")),
                                view("w", "SELECT 1", v -> v.columns("b").comment("b", "One")))),
                Pair.schemas(
                        "a grant on a column that a view does not have",
                        () -> schema(W, grant(SELECT).on(W, "b").to("app")),
                        "ERROR grant SELECT (b) on view w to app UnknownTarget",
                        () -> schema(W, grant(SELECT).on(W, "a").to("app"))),
                Pair.schemas(
                        "a privilege that views do not have",
                        () -> schema(W, grant(USAGE).on(W).to("app")),
                        "ERROR grant USAGE on view w to app PrivilegeFit",
                        () -> schema(W, grant(TRIGGER).on(W).to("app"))),
                Pair.schemas(
                        "a default of a column that a view does not have",
                        () -> schema(view("v", "SELECT 1", v -> v.columns("a").defaultTo("b", literal(1)))),
                        "ERROR v.b UnknownColumn",
                        () -> schema(
                                view("v", "SELECT 1 AS b", v -> v.defaultTo("b", literal(1))),
                                view("w", "SELECT 1", v -> v.columns("b").defaultTo("b", literal(1))))),
                Pair.schemas(
                        "two defaults of one column",
                        () -> schema(defaults("a", "a")),
                        "ERROR v.a DuplicateName",
                        () -> schema(defaults("a", "A"))),
                Pair.schemas(
                        "a default that takes numbers of nothing",
                        () -> schema(view("v", "SELECT 1", v -> v.defaultTo("a", nextval("s")))),
                        "ERROR v.a UnknownSequence",
                        () -> schema(view("v", "SELECT 1", v -> v.defaultTo("a", nextval(sequence("s")))))),
                Pair.schemas(
                        "a default that goes on",
                        () -> schema(view("v", "SELECT 1", v -> v.defaultTo("a", sql("1; DROP TABLE t")))),
                        "ERROR v.a EndlessSql",
                        () -> schema(view("v", "SELECT 1", v -> v.defaultTo("a", sql("'1; DROP TABLE t'"))))),
                Pair.schemas(
                        "a view with the name of a table",
                        () -> schema(view("t", "SELECT 1")),
                        "ERROR t RelationName",
                        () -> schema(namespace("n").view("t", "SELECT 1"))),
                Pair.schemas(
                        "a view with the name of a type",
                        () -> schema(view("v", "SELECT 1"), enumType("v", "a")),
                        "ERROR v TypeName",
                        () -> schema(view("v", "SELECT 1"), enumType("V", "a"))),
                Pair.schemas(
                        "two views of one name",
                        () -> schema(view("v", "SELECT 1"), materializedView("v", "SELECT 1")),
                        "ERROR v ObjectConflict",
                        () -> schema(view("v", "SELECT 1"), materializedView("w", "SELECT 1"))),
                Pair.schemas(
                        "a view that depends on something unknown",
                        () -> schema(view("v", "SELECT 1", v -> v.dependsOn(F))),
                        "ERROR v UnknownDependency",
                        () -> schema(view("v", "SELECT 1", v -> v.dependsOn(F).dependsOn(T)), F)),
                Pair.schemas(
                        "a column whose name is too long",
                        () -> schema(view("v", "SELECT 1", v -> v.columns("a".repeat(64)))),
                        "ERROR v IdentifierLength",
                        () -> schema(view("v", "SELECT 1", v -> v.columns("a".repeat(63))))),
                indexes("an index with the name of a table", v -> v.index("t").on(v.column("a")),
                        "ERROR m.t RelationName", v -> v.index("i").on(v.column("a"))),
                indexes("an index with a parameter of another method",
                        v -> v.index("i").on(v.column("a")).with("fastupdate", true),
                        "ERROR m.i IndexParameters", v -> v.index("i").on(v.column("a")).with("fillfactor", 50)),
                indexes("an index that names a column twice", v -> v.index("i").on(v.column("a"), v.column("a")),
                        "WARNING m.i RepeatedColumn", v -> v.index("i").on(v.column("a"), v.column("b"))),
                indexes("an index of a column that is not there", v -> v.columns("b").index("i").on(v.column("a")),
                        "ERROR m.i UnknownColumn", v -> v.columns("b").index("i").on(v.column("b"))),
                indexes("a storage parameter that is not there", v -> v.with("filfactor", 70),
                        "ERROR m TableParameters",
                        v -> v.with("fillfactor", 70).with("autovacuum_vacuum_scale_factor", 0.2)),
                indexes("a storage parameter beyond its limit", v -> v.with("fillfactor", 101),
                        "ERROR m TableParameters", v -> v.with("fillfactor", 100).with("vacuum_index_cleanup", "auto")),
                indexes("an index with a blank predicate", v -> v.index("i").on(v.column("a")).where(" "),
                        "ERROR m.i BlankSql", v -> v.index("i").on(v.column("a")).where("a > 0")),
                trigger("INSTEAD OF a statement", t -> t.insteadOf(INSERT), t -> t.insteadOf(INSERT).forEachRow()),
                trigger("INSTEAD OF some rows", t -> t.insteadOf(UPDATE).forEachRow().when("NEW.id > 1"),
                        t -> t.insteadOf(UPDATE, DELETE).forEachRow()),
                trigger("rows of a view", t -> t.before(UPDATE).forEachRow(), t -> t.before(UPDATE)),
                Pair.schemas(
                        "a condition of a statement that speaks of rows",
                        () -> schema(view("v", "TABLE public.t",
                                v -> v.trigger("x").after(INSERT).when("NEW.id > 1").execute(F))),
                        "ERROR v.x TriggerCondition",
                        () -> schema(view("v", "TABLE public.t",
                                v -> v.trigger("x").after(INSERT).when("1 > 0").execute(F)))),
                trigger("a view truncated", t -> t.after(TRUNCATE), t -> t.after(DELETE)),
                rule("a rule for TRUNCATE", r -> r.on(TRUNCATE).doInsteadNothing(),
                        r -> r.on(DELETE).doInsteadNothing()),
                rule("a rule that does something else", r -> r.on(INSERT).doInstead("DROP TABLE x"),
                        r -> r.on(INSERT).doInstead("/* DROP */ NOTIFY x")),
                rule("OLD of an INSERT in a rule", r -> r.on(INSERT).where("OLD.id = 1").doInsteadNothing(),
                        r -> r.on(INSERT).where("NEW.id = 1 OR 'old' = ''").doInsteadNothing()),
                rule("NEW of a DELETE in a rule", r -> r.on(DELETE).where("NEW.id = 1").doInsteadNothing(),
                        r -> r.on(DELETE).where("OLD.id = 1").doInsteadNothing()),
                rule("OLD of an INSERT in a command",
                        r -> r.on(INSERT).doInstead("INSERT INTO l VALUES (NEW.id, OLD.id)"),
                        r -> r.on(INSERT).doInstead("INSERT INTO l VALUES (NEW.id, NEW.old, 'OLD.id')")),
                rule("NEW of a DELETE in a command",
                        r -> r.on(DELETE).doInstead("UPDATE l SET d = true WHERE l.id IS DISTINCT FROM new . id"),
                        r -> r.on(DELETE).doInstead("UPDATE l SET d = true WHERE l.id IS DISTINCT FROM OLD.new")),
                rule("a column of OLD of an INSERT beside another name",
                        r -> r.on(INSERT).doInstead("DELETE FROM l WHERE l.id = old.id"),
                        r -> r.on(INSERT).doInstead("INSERT INTO l (old) SELECT t.id FROM public.t"
                                + " WHERE t.id IN (SELECT old.id FROM public.t old)")),
                rule("a column of OLD of an INSERT beside a table of nearly that name",
                        r -> r.on(INSERT).doInstead("INSERT INTO l SELECT t.id FROM public.t"
                                + " WHERE t.id IN (SELECT old.id FROM public.olds)"),
                        r -> r.on(INSERT).doInstead("INSERT INTO l SELECT t.id FROM public.t"
                                + " WHERE t.id IN (SELECT old.id FROM public.old)")),
                rule("NEW of a DELETE beside a table of nearly that name",
                        r -> r.on(DELETE).doInstead("DELETE FROM l WHERE EXISTS"
                                + " (SELECT FROM public.t, \"public\" . new_rows WHERE new.id = t.id)"),
                        r -> r.on(DELETE).doInstead("DELETE FROM l WHERE EXISTS"
                                + " (SELECT FROM public.t, \"public\" . new WHERE new.id = t.id)")),
                rule("all of OLD of an INSERT", r -> r.on(INSERT).doInstead("INSERT INTO l SELECT count(OLD.*)"),
                        r -> r.on(INSERT).doInstead("INSERT INTO old.l SELECT old.f(NEW.id) FROM x, old.l")),
                rule("OLD of an INSERT that returns rows",
                        r -> r.on(INSERT).doInstead("INSERT INTO l VALUES (OLD.id) -- RETURNING"),
                        r -> r.on(INSERT).doInstead("INSERT INTO l VALUES (NEW.id) RETURNING old.id")),
                rule("OLD in the condition of an INSERT beside a column of that name",
                        r -> r.on(INSERT).where("NEW.id > OLD.id").doInsteadNothing(),
                        r -> r.on(INSERT).where("NEW.old > 1").doInsteadNothing()),
                Pair.schemas(
                        "a rule with the name of the one of views",
                        () -> schema(table("r", t -> t.rule("_RETURN").on(INSERT).doInsteadNothing())),
                        "ERROR r._RETURN RuleShape",
                        () -> schema(table("r", t -> t.rule("RETURN").on(INSERT).doInsteadNothing()))),
                Pair.schemas(
                        "a rule whose command goes on",
                        () -> schema(table("r", t -> t.rule("x").on(INSERT).doAlso("NOTIFY a; NOTIFY b"))),
                        "ERROR r.x EndlessSql",
                        () -> schema(table("r", t -> t.rule("x").on(INSERT).doAlso("NOTIFY a;", "NOTIFY b;")))),
                Pair.schemas(
                        "a rule whose command is blank",
                        () -> schema(table("r", t -> t.rule("x").on(INSERT).doAlso("NOTIFY a", " ; "))),
                        "ERROR r.x BlankSql",
                        () -> schema(table("r", t -> t.rule("x").on(INSERT).doAlso("NOTIFY a", "SELECT ;")))),
                Pair.schemas(
                        "a rule whose condition has the word before it",
                        () -> schema(table("r", t -> t.rule("x").on(DELETE).where("WHERE true").doInsteadNothing())),
                        "ERROR r.x RepeatedClause",
                        () -> schema(table("r", t -> t.rule("x").on(DELETE).where("wherever").doInsteadNothing()))),
                Pair.schemas(
                        "a rule whose name is too long",
                        () -> schema(view("v", "SELECT 1", v -> v.rule("x".repeat(64)).on(DELETE).doInsteadNothing())),
                        "ERROR v IdentifierLength",
                        () -> schema(view("v", "SELECT 1", v -> v.rule("x".repeat(63)).on(DELETE).doInsteadNothing()))),
                Pair.schemas(
                        "a rule that notifies of some rows",
                        () -> schema(table("r", t -> t.rule("x").on(DELETE).where("true").doAlso("NOTIFY a"))),
                        "ERROR r.x RuleShape",
                        () -> schema(table("r", t -> t.rule("x").on(DELETE).doAlso("NOTIFY a")))),
                trigger("transition tables of a view", t -> t.after(DELETE).referencingOldTable("o"),
                        t -> t.after(DELETE)));
    }

    private static View defaults(String one, String other) {
        View view = view("v", "SELECT 1");
        Expression value = literal(1);
        return new View(
                view.name(), List.of(), view.query(), view.options(),
                List.of(new ColumnDefault(one, value), new ColumnDefault(other, value)),
                List.of(), List.of(), List.of(), List.of(), null);
    }

    private static Pair query(String title, String bad, String rule, String inside) {
        return Pair.schemas(
                title, () -> schema(view("v", bad)), "ERROR v " + rule, () -> schema(view("v", inside)));
    }

    private static Pair indexes(
            String title,
            Consumer<MaterializedViewBuilder> bad,
            String expected,
            Consumer<MaterializedViewBuilder> inside) {
        return Pair.schemas(
                title,
                () -> schema(materializedView("m", "SELECT 1 AS a", bad)),
                expected,
                () -> schema(materializedView("m", "SELECT 1 AS a", inside)));
    }

    private static Pair rule(String title, Consumer<RuleStatement> bad, Consumer<RuleStatement> inside) {
        return Pair.schemas(
                title,
                () -> schema(view("v", "TABLE public.t", v -> bad.accept(v.rule("x")))),
                "ERROR v.x RuleShape",
                () -> schema(view("v", "TABLE public.t", v -> inside.accept(v.rule("x")))));
    }

    private static Pair trigger(
            String title, UnaryOperator<TriggerStatement> bad, UnaryOperator<TriggerStatement> inside) {
        return Pair.schemas(
                title,
                () -> schema(view("v", "TABLE public.t", v -> bad.apply(v.trigger("x")).execute(F))),
                "ERROR v.x ViewTrigger",
                () -> schema(view("v", "TABLE public.t", v -> inside.apply(v.trigger("x")).execute(F))));
    }

    private static Schema schema(SchemaObject... objects) {
        return Pair.schema(Stream.concat(
                Stream.of(T), Stream.of(objects))
                .toArray(SchemaObject[]::new));
    }
}

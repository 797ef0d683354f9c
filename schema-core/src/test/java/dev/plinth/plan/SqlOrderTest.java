package dev.plinth.plan;

import static dev.plinth.dsl.Expressions.sql;
import static dev.plinth.dsl.SchemaDsl.CASCADE;
import static dev.plinth.dsl.SchemaDsl.UPDATE;
import static dev.plinth.dsl.SchemaDsl.namespace;
import static dev.plinth.dsl.SchemaDsl.schema;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.SchemaDsl.triggerFunction;
import static dev.plinth.dsl.Types.POINT;
import static dev.plinth.dsl.Types.bigint;
import static dev.plinth.dsl.Types.geography;
import static dev.plinth.dsl.Types.integer;
import static dev.plinth.dsl.Types.nativeType;
import static dev.plinth.dsl.Types.uuid;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.diff.Change.AddColumn;
import dev.plinth.diff.Change.AddConstraint;
import dev.plinth.diff.Change.CreateObject;
import dev.plinth.diff.Change.CreateTable;
import dev.plinth.diff.Change.SqlChange;
import dev.plinth.diff.Change.ValidateConstraint;
import dev.plinth.diff.SqlAdditions;
import dev.plinth.dsl.Namespace;
import dev.plinth.dsl.Types;
import dev.plinth.model.QualifiedName;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.ColumnType;
import dev.plinth.model.sql.Constraint;
import dev.plinth.model.sql.Constraint.ForeignKey;
import dev.plinth.model.sql.Constraint.Unique;
import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.Function;
import dev.plinth.model.sql.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SqlOrderTest {

    private static final Namespace APP = namespace("app");
    private static final Namespace BUILT_IN = namespace("pg_catalog");

    private static final Function TOUCH = triggerFunction("touch", "BEGIN RETURN NEW; END;");

    private static final Table TENANTS = table("tenants", t -> {
        t.column("id", uuid()).primaryKey();
        t.trigger("touch_tenants").before(UPDATE).forEachRow().execute(TOUCH);
    });

    private static final Table USERS = table("users", t -> {
        t.column("id", uuid()).primaryKey();
        var tenant = t.column("tenant_id", uuid()).references(TENANTS);
        t.column("home", geography(POINT, 4326));
        t.index("idx_users_tenant").on(tenant);
    });

    @Test
    void everything_of_an_empty_database_comes_after_what_it_needs() {
        Table audit = namespace("audit").table("log", t -> t.column("user_id", uuid()).references(USERS));

        assertThat(ordered(schema("s", audit, USERS, TENANTS))).isEqualTo("""
                CreateNamespace namespace audit
                CreateExtension extension postgis
                CreateObject function touch()
                CreateTable table tenants [tenants_pkey]
                CreateTable table users [users_pkey, users_tenant_id_fkey]
                CreateTable table audit.log [log_user_id_fkey]
                CreateIndex index idx_users_tenant on users
                CreateTrigger trigger touch_tenants on tenants
                """);
    }

    @Test
    void the_order_of_a_plan_does_not_depend_on_the_order_of_the_kinds_that_the_diff_finds() {
        List<SqlChange> missing = new ArrayList<>(SqlAdditions.everything(schema("s", USERS, TENANTS)));
        String expected = text(SqlOrder.order(missing));
        missing.sort((left, right) -> right.getClass().getName().compareTo(left.getClass().getName()));

        assertThat(text(SqlOrder.order(missing))).isEqualTo(expected);
    }

    @Test
    void tables_that_do_not_depend_on_each_other_keep_the_order_declared() {
        assertThat(ordered(schema("s", lone("c"), lone("a"), lone("b")))).isEqualTo("""
                CreateTable table c [c_pkey]
                CreateTable table a [a_pkey]
                CreateTable table b [b_pkey]
                """);
    }

    @Test
    void a_table_that_points_to_itself_keeps_its_foreign_key() {
        Table tree = table("tree", t -> {
            t.column("id", bigint()).primaryKey();
            t.column("parent", bigint()).references("tree");
        });

        assertThat(ordered(schema("s", tree))).isEqualTo("""
                CreateTable table tree [tree_pkey, tree_parent_fkey]
                """);
    }

    @Test
    void in_a_cycle_the_foreign_key_that_closes_it_waits_until_all_tables_exist() {
        assertThat(ordered(schema("s", pointing("a", "b"), pointing("b", "c"), pointing("c", "a"), pointing("d", "a"))))
                .isEqualTo("""
                        CreateTable table c [c_pkey]
                        CreateTable table b [b_pkey, b_to_fkey]
                        CreateTable table a [a_pkey, a_to_fkey]
                        CreateTable table d [d_pkey, d_to_fkey]
                        AddConstraint constraint c_to_fkey on c
                        """);
    }

    @Test
    void a_foreign_key_to_a_table_that_exists_already_stays_inside() {
        assertThat(text(SqlOrder.order(SqlAdditions.wholeTable(USERS)))).isEqualTo("""
                CreateTable table users [users_pkey, users_tenant_id_fkey]
                CreateIndex index idx_users_tenant on users
                """);
    }

    @Test
    void a_foreign_key_waits_for_the_column_and_the_key_that_another_table_gets_in_the_same_plan() {
        QualifiedName tenants = QualifiedName.of("tenants");
        List<SqlChange> missing = List.of(
                new CreateTable(pointingTo("a", tenants, "code")),
                new AddConstraint(QualifiedName.of("b"), key("b_fkey", tenants, "code")),
                new AddConstraint(tenants, new Unique("tenants_code_key", List.of("code"), null)),
                new AddColumn(tenants, TENANTS.columns().get(0)),
                new CreateTable(pointingTo("c", tenants, "id")),
                new CreateTable(pointingTo("d", tenants, "other")));

        assertThat(text(SqlOrder.order(missing))).isEqualTo("""
                CreateTable table a []
                CreateTable table c []
                CreateTable table d [d_fkey]
                AddColumn column tenants.id
                AddConstraint constraint tenants_code_key on tenants
                AddConstraint constraint a_fkey on a
                AddConstraint constraint c_fkey on c
                AddConstraint constraint b_fkey on b
                """);
    }

    @Test
    void a_foreign_key_to_a_unique_index_waits_for_the_index_and_the_others_do_not() {
        Table code = table("code", t -> {
            var first = t.column("first", uuid());
            var second = t.column("second", uuid());
            t.index("code_first").on(first).unique();
            t.index("code_second").on(second).unique().where("second IS NOT NULL");
        });
        List<SqlChange> missing = new ArrayList<>(SqlAdditions.wholeTable(code));
        missing.add(new CreateTable(pointingTo("a", code.name(), "first")));
        missing.add(new CreateTable(pointingTo("b", code.name(), "second")));

        assertThat(text(SqlOrder.order(missing))).isEqualTo("""
                CreateTable table code []
                CreateTable table a []
                CreateTable table b [b_fkey]
                CreateIndex index code_first on code
                CreateIndex index code_second on code
                AddConstraint constraint a_fkey on a
                """);
    }

    @Test
    void validation_comes_last() {
        QualifiedName table = QualifiedName.of("t");
        Constraint key = key("t_fkey", QualifiedName.of("tenants"), "id");
        List<SqlChange> missing = new ArrayList<>(List.of(new ValidateConstraint(table, key)));
        missing.addAll(SqlAdditions.wholeTable(TENANTS));

        assertThat(text(SqlOrder.order(missing))).isEqualTo("""
                CreateTable table tenants [tenants_pkey]
                CreateTrigger trigger touch_tenants on tenants
                ValidateConstraint constraint t_fkey on t
                """);
    }

    @Test
    void a_function_stands_behind_what_it_is_said_to_depend_on() {
        Table log = table("log", t -> t.column("id", bigint()).primaryKey());
        Function write = triggerFunction("write_log", "BEGIN RETURN NEW; END;").dependsOn(log);
        Table users = table("users", t -> {
            t.column("id", uuid()).primaryKey();
            t.trigger("log_users").before(UPDATE).forEachRow().execute(write);
        });

        assertThat(ordered(schema("s", users, log))).isEqualTo("""
                CreateTable table log [log_pkey]
                CreateObject function write_log()
                CreateTable table users [users_pkey]
                CreateTrigger trigger log_users on users
                """);
    }

    @Test
    void a_default_stands_behind_what_its_text_names() {
        Table numbered = table("numbered", t -> t.column("id", bigint()).defaultTo(sql("app.next_id()")));
        Function next = namespace("app").triggerFunction("next_id", "BEGIN RETURN NEW; END;");

        assertThat(text(SqlOrder.order(List.of(new CreateTable(numbered), new CreateObject(next.dependsOn(lone("a"))),
                new CreateTable(lone("a")))))).isEqualTo("""
                        CreateTable table a [a_pkey]
                        CreateObject function app.next_id()
                        CreateTable table numbered []
                        """);
    }

    @Test
    void a_child_stands_behind_the_columns_of_the_table_above() {
        Table above = table("above", t -> t.column("id", bigint()).notNull());
        Table child = table("child", t -> {
            t.inherits(above);
            t.primaryKey(t.column("own", bigint()));
        });

        assertThat(text(SqlOrder.order(List.of(
                new CreateTable(child), new AddColumn(above.name(), above.columns().getFirst()))))).isEqualTo("""
                        AddColumn column above.id
                        CreateTable table child [child_pkey]
                        """);
    }

    @Test
    void what_calls_a_function_stands_behind_every_overload_of_it() {
        Function ofText = overload("f", Types.text(), "app.f(1)");
        Function ofNumber = overload("f", integer(), "1");
        Table checked = table("checked", t -> {
            t.column("id", integer());
            t.check("fine", "app.f(id) > 0");
        });
        Function mutual = overload("g", Types.text(), "app.g(1)");
        Function other = overload("g", integer(), "CASE WHEN value > 0 THEN app.g('') END");

        assertThat(text(SqlOrder.order(List.of(new CreateTable(checked), new CreateObject(ofText),
                new CreateObject(ofNumber), new CreateObject(mutual), new CreateObject(other))))).isEqualTo("""
                        CreateObject function app.f(integer)
                        CreateObject function app.f(text)
                        CreateTable table checked [fine]
                        CreateObject function app.g(text)
                        CreateObject function app.g(integer)
                        """);
    }

    @Test
    void an_aggregate_waits_for_its_operator_and_a_function_for_its_support() {
        var smallest = APP.aggregate("smallest", a -> a.argument("", integer())
                .sfunc(BUILT_IN.named("int4smaller"))
                .stype(integer())
                .sortop(APP.operator("<<<")));
        var less = APP.operator(
                "<<<", o -> o.left(integer()).right(integer()).function(BUILT_IN.named("int4lt")));
        Function planned = APP.function("planned", f -> {
            f.argument("value", integer());
            f.returns(integer()).language("sql").support(APP.named("support")).body("SELECT value");
        });
        Function support = APP.function("support", f -> {
            f.argument("call", nativeType("internal"));
            f.returns(nativeType("internal")).language("internal").body("generate_series_int4_support");
        });

        assertThat(text(SqlOrder.order(List.of(new CreateObject(smallest), new CreateObject(less),
                new CreateObject(planned), new CreateObject(support))))).isEqualTo("""
                        CreateObject operator app.<<<(integer, integer)
                        CreateObject aggregate app.smallest(integer)
                        CreateObject function app.support(internal)
                        CreateObject function app.planned(integer)
                        """);
    }

    private static Function overload(String name, ColumnType type, String expression) {
        return APP.function(name, f -> {
            f.argument("value", type);
            f.returns(integer()).returnExpression(expression);
        });
    }

    @Test
    void a_foreign_key_waits_where_a_need_closes_its_cycle() {
        Function check = namespace("app").triggerFunction("check", "BEGIN RETURN NEW; END;").dependsOn(lone("a"));
        Table a = pointing("a", "b");
        Table b = table("b", t -> {
            t.column("id", uuid()).primaryKey();
            t.check("fine", "\"app\".\"check\"(id)");
        });

        assertThat(text(SqlOrder.order(List.of(
                new CreateObject(check), new CreateTable(schema("s", a, b).tables().getFirst()), new CreateTable(b)))))
                .isEqualTo("""
                        CreateTable table a [a_pkey]
                        CreateObject function app.check()
                        CreateTable table b [b_pkey, fine]
                        AddConstraint constraint a_to_fkey on a
                        """);
    }

    @Test
    void five_thousand_tables_in_one_chain_are_ordered_without_a_deep_stack() {
        List<SqlChange> missing = IntStream.range(0, 5_000)
                .mapToObj(i -> (SqlChange) new CreateTable(
                        pointingTo("t" + i, QualifiedName.of("t" + (i + 1)), "id")))
                .collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(missing, new Random(7));

        List<SqlChange> ordered = SqlOrder.order(missing);

        assertThat(ordered).hasSize(5_000).allMatch(CreateTable.class::isInstance);
        assertThat(ordered.get(0).subject().name()).isEqualTo("t4999");
        assertThat(ordered.get(4_999).subject().name()).isEqualTo("t0");
    }

    private static Table lone(String name) {
        return table(name, t -> t.column("id", uuid()).primaryKey());
    }

    private static Table pointing(String name, String target) {
        return table(name, t -> {
            t.column("id", uuid()).primaryKey();
            t.column("to", uuid()).references(target);
        });
    }

    private static Table pointingTo(String name, QualifiedName target, String column) {
        Table bare = table(name, t -> t.column("to", uuid()));
        return bare.withConstraints(List.of(key(name + "_fkey", target, column)));
    }

    private static ForeignKey key(String name, QualifiedName target, String column) {
        return new ForeignKey(name, List.of("to"), target, List.of(column), CASCADE, CASCADE, null);
    }

    private static String ordered(Schema schema) {
        return text(SqlOrder.order(SqlAdditions.everything(schema)));
    }

    private static String text(List<SqlChange> changes) {
        return changes.stream().map(SqlOrderTest::text).collect(Collectors.joining("\n", "", "\n"));
    }

    private static String text(SqlChange change) {
        String line = change.getClass().getSimpleName() + " " + change.subject().display();
        return change instanceof CreateTable created
                ? line + " " + created.table().constraints().stream().map(Constraint::name).toList()
                : line;
    }

    @Test
    void what_a_long_text_mentions_is_found() {
        String letters = "x".repeat(100_000);
        assertThat(Mentioned.objects(new Expression.Sql("public.\"" + letters + "\"(1)")))
                .contains(new Need.OfRoutine(QualifiedName.of(letters)));
    }
}

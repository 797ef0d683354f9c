package dev.plinth;

import static dev.plinth.dsl.Expressions.literal;
import static dev.plinth.dsl.Expressions.now;
import static dev.plinth.dsl.SchemaDsl.CASCADE;
import static dev.plinth.dsl.SchemaDsl.DELETE;
import static dev.plinth.dsl.SchemaDsl.GIN;
import static dev.plinth.dsl.SchemaDsl.GIST;
import static dev.plinth.dsl.SchemaDsl.UPDATE;
import static dev.plinth.dsl.SchemaDsl.aggregate;
import static dev.plinth.dsl.SchemaDsl.compositeType;
import static dev.plinth.dsl.SchemaDsl.function;
import static dev.plinth.dsl.SchemaDsl.materializedView;
import static dev.plinth.dsl.SchemaDsl.operator;
import static dev.plinth.dsl.SchemaDsl.schema;
import static dev.plinth.dsl.SchemaDsl.statistics;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.SchemaDsl.triggerFunction;
import static dev.plinth.dsl.SchemaDsl.view;
import static dev.plinth.dsl.Types.integer;
import static dev.plinth.dsl.Types.numeric;
import static dev.plinth.dsl.Types.serial;
import static dev.plinth.dsl.Types.text;
import static dev.plinth.dsl.Types.timestamp;
import static dev.plinth.dsl.Types.uuid;
import static dev.plinth.dsl.Types.varchar;

import dev.plinth.dsl.ColumnHandle;
import dev.plinth.dsl.TableBuilder;
import dev.plinth.model.sql.ColumnType;
import dev.plinth.model.sql.Function;
import dev.plinth.model.sql.Table;
import java.util.List;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Misuse of the DSL: the message, and the text of the line that the stack trace names first. */
class TableMisuseTest {

    private static final Function TOUCH = triggerFunction("touch", "BEGIN RETURN NEW; END;");
    private static final Table TENANTS = table("tenants", t -> t.column("id", uuid()).primaryKey());
    private static final Table PAIRS =
            table("pairs", t -> t.primaryKey(t.column("a", integer()), t.column("b", integer())));

    private final ColumnHandle[] column = new ColumnHandle[1];

    @Test
    void duplicateColumn() {
        refused(
                t -> {
                    t.column("id", uuid());
                    t.column("id", text());
                },
                "t.column(\"id\", text())",
                "users.id: is already a column of this table. Rename one of the two, or drop it.");
    }

    @Test
    void secondPrimaryKey() {
        refused(
                t -> {
                    t.column("a", uuid()).primaryKey();
                    t.column("b", uuid()).primaryKey();
                },
                "t.column(\"b\", uuid()).primaryKey()",
                "users: already has the primary key (a). For a key of several columns write t.primaryKey(a, b) once.");
    }

    @Test
    void nullablePrimaryKey() {
        refused(
                t -> t.column("a", uuid()).nullable().primaryKey(),
                ".primaryKey()",
                "users.a: was already set to NULL, which a primary key never is. Drop nullable().");
    }

    @Test
    void contradictoryNullability() {
        refused(
                t -> t.column("a", uuid()).notNull().nullable(),
                ".nullable()",
                "users.a: was already set to NOT NULL. Say it once.");
    }

    @Test
    void nullablePartOfThePrimaryKey() {
        refused(
                t -> {
                    var id = t.column("a", uuid()).primaryKey();
                    id.nullable();
                },
                "id.nullable()",
                "users.a: is part of the primary key, which is never NULL. Drop nullable().");
    }

    @Test
    void twoDefaults() {
        refused(
                t -> t.column("a", text()).defaultTo(literal("x")).defaultTo(now()),
                ".defaultTo(now())",
                "users.a: default was already set to literal(\"x\"). Keep one of the two defaultTo(...).");
    }

    @Test
    void twoObjectsOfOneName() {
        refused(
                t -> {
                    t.check("positive", "a > 0");
                    t.unique(t.column("a", integer())).named("positive");
                },
                ".named(\"positive\")",
                "users.positive: is already the name of a constraint. Rename one of the two, or drop it.");
        refused(
                t -> {
                    t.index("idx").on(t.column("a", integer()));
                    t.index("idx");
                },
                "t.index(\"idx\");",
                "users.idx: is already the name of an index. Rename one of the two, or drop it.");
    }

    @Test
    void handleOfAnotherTable() {
        table("other", t -> column[0] = t.column("a", uuid()));
        refused(
                t -> t.index("idx").on(column[0].desc()),
                "column[0].desc()",
                "users: other.a is a column of another table. Use the handle that t.column(...) of this table returned.");
    }

    @Test
    void builderAfterItsLambda() {
        TableBuilder[] builder = new TableBuilder[1];
        table("users", t -> builder[0] = t);
        refusal(
                () -> builder[0].column("a", uuid()),
                "builder[0].column",
                "users: is already defined. Change it inside its table(...) block.");
    }

    @Test
    void handleAfterItsLambda() {
        table("users", t -> column[0] = t.column("a", uuid()));
        refusal(
                () -> column[0].notNull(),
                "column[0].notNull()",
                "users: is already defined. Change it inside its table(...) block.");
    }

    @Test
    void typeThatIsNull() {
        ColumnType[] types = new ColumnType[1];
        refused(
                t -> t.column("a", types[0]),
                "column(\"a\", types[0])",
                "users.a: has the type null, usually a constant declared below. Declare the type above it.");
        refusal(
                () -> function("f", f -> f.returns(types[0])),
                "f.returns(types[0])",
                "f().returns: has the type null, usually a constant declared below. Declare the type above it.");
        refusal(
                () -> function("f", f -> f.transformForType(types[0])),
                "f.transformForType(types[0])",
                "f().transformForType: has the type null, usually a constant declared below. Declare the type above it.");
        refusal(
                () -> operator("==>", o -> o.left(types[0])),
                "o.left(types[0])",
                "==>.left: has the type null, usually a constant declared below. Declare the type above it.");
        refusal(
                () -> operator("==>", o -> o.right(types[0])),
                "o.right(types[0])",
                "==>.right: has the type null, usually a constant declared below. Declare the type above it.");
        refusal(
                () -> aggregate("g", a -> a.stype(types[0])),
                "a.stype(types[0])",
                "g().stype: has the type null, usually a constant declared below. Declare the type above it.");
        refusal(
                () -> compositeType("c", c -> c.attribute("a", types[0])),
                "c.attribute(\"a\", types[0])",
                "c.a: has the type null, usually a constant declared below. Declare the type above it.");
    }

    @Test
    void parentThatIsNull() {
        Table[] parents = new Table[1];
        refused(
                t -> t.column("tenant_id", uuid()).references(parents[0]),
                "references(parents[0])",
                "users.tenant_id: parent table is null, usually two schema classes that refer to each other."
                        + " Use the name instead: references(\"table_name\").");
    }

    @Test
    void parentOfAnotherType() {
        refused(
                t -> t.column("tenant_id", text()).references(TENANTS),
                "references(TENANTS)",
                "users.tenant_id: is text but references tenants.id, which is uuid."
                        + " Declare it as column(\"tenant_id\", uuid()).");
    }

    @Test
    void parentWithAnotherNumberOfColumns() {
        refused(
                t -> t.column("a", integer()).references(PAIRS),
                "references(PAIRS)",
                "users.a: references 2 columns of pairs (a, b) with 1."
                        + " Use t.foreignKey(...) with one column for each that is referenced.");
    }

    @Test
    void parentWithoutThatColumn() {
        refused(
                t -> t.foreignKey(t.column("a", uuid())).references(TENANTS, "ids"),
                "references(TENANTS, \"ids\")",
                "users.a: references tenants.ids, which does not exist. Did you mean \"id\"?");
    }

    @Test
    void parentWithoutPrimaryKey() {
        Table keyless = table("logs", t -> t.column("a", uuid()));
        refused(
                t -> t.column("a", uuid()).references(keyless),
                "references(keyless)",
                "users.a: references logs, which has no primary key."
                        + " Name the columns: t.foreignKey(...).references(PARENT, \"column\").");
    }

    @Test
    void twoReferencesOrActions() {
        refused(
                t -> t.foreignKey(t.column("a", uuid())).references(TENANTS).references("others"),
                "references(\"others\")",
                "users: foreignKey(a) already references tenants. Write a second foreignKey(...) for a second reference.");
        refused(
                t -> t.foreignKey(t.column("a", uuid()))
                        .references(TENANTS)
                        .onDelete(CASCADE)
                        .onDelete(CASCADE),
                ".onDelete(CASCADE)",
                "users: foreignKey(a) already says onDelete(CASCADE). Say it once.");
    }

    @Test
    void noValuesAndNoColumns() {
        refused(
                t -> t.column("a", text()).oneOf(new String[0]),
                ".oneOf(new String[0])",
                "users.a: oneOf() allows no value at all. List the values.");
        refused(t -> t.unique(), "t.unique()", "users: no column is named. Name at least one column.");
    }

    @Test
    void indexSaidTwice() {
        refused(
                t -> t.index("i").on(t.column("a", text())).using(GIN).using(GIST),
                ".using(GIST)",
                "users: index(\"i\") already says using(gin). Say it once.");
    }

    @Test
    void triggerSaidTwice() {
        refused(
                t -> t.trigger("tr").before(UPDATE).after(DELETE),
                ".after(DELETE)",
                "users: trigger(\"tr\") is already BEFORE [UPDATE]."
                        + " Name all events in one call, or write a second trigger.");
        refused(
                t -> t.trigger("tr").forEachRow().forEachStatement(),
                ".forEachStatement()",
                "users: trigger(\"tr\") is already FOR EACH ROW. Say it once.");
        refused(
                t -> t.trigger("tr").execute(TOUCH).execute(TOUCH),
                ".execute(TOUCH)",
                "users: trigger(\"tr\") already executes touch. Write a second trigger for a second function.");
    }

    @Test
    void modifierOutOfRange() {
        refused(
                t -> t.column("a", varchar(0)),
                "varchar(0)",
                "character varying(0): length 0 is outside 1 to 10485760. Choose a length inside that range.");
        refused(
                t -> t.column("a", numeric(1001)),
                "numeric(1001)",
                "numeric(1001,0): precision 1001 is outside 1 to 1000. Choose a precision inside that range.");
        refused(
                t -> t.column("a", timestamp(7)),
                "timestamp(7)",
                "timestamp(7) without time zone: precision 7 is outside 0 to 6. Choose a precision inside that range.");
    }

    @Test
    void unfinishedStatements() {
        refused(t -> t.index("i"), "t.index(\"i\")", unfinished("index(\"i\")", "Add .on(columns)."));
        refused(
                t -> t.trigger("tr").before(UPDATE),
                "t.trigger(\"tr\")",
                unfinished("trigger(\"tr\")", "Add .execute(FUNCTION)."));
        refused(
                t -> t.trigger("tr").execute(TOUCH),
                "t.trigger(\"tr\")",
                unfinished("trigger(\"tr\")", "Add .before(...) or .after(...); to a view .insteadOf(...)."));
        refused(
                t -> t.foreignKey(t.column("a", uuid())),
                "t.foreignKey(",
                unfinished("foreignKey(a)", "Add .references(...)."));
    }

    /** A refusal: the call, a part of its line, and the message. */
    private record Refusal(ThrowingCallable call, String guilty, String message) {

        @Override
        public String toString() {
            return message;
        }
    }

    static List<Refusal> viewsRulesAndStatistics() {
        String[] nothing = new String[1];
        Table[] noTable = new Table[1];
        return List.of(
                new Refusal(() -> view("v", nothing[0]), "view(\"v\", nothing[0])",
                        "v: has no query. Write it behind the name: view(\"name\", \"SELECT ...\")."),
                new Refusal(() -> materializedView("m", nothing[0]), "materializedView(\"m\", nothing[0])",
                        "m: has no query. Write it behind the name: materializedView(\"name\", \"SELECT ...\")."),
                new Refusal(() -> view("v", "SELECT 1", v -> v.columns("a").columns("b")), ".columns(\"b\")",
                        "v: already has its columns(...). Name all of them in one call."),
                new Refusal(
                        () -> view("v", "SELECT 1", v -> v.withCheckOption().withLocalCheckOption()),
                        ".withLocalCheckOption()",
                        "v: already has its check option. Keep withCheckOption() or withLocalCheckOption()."),
                new Refusal(
                        () -> view("v", "SELECT 1", v -> v.rule("r").doInsteadNothing()),
                        "v.rule(\"r\")",
                        "v: rule(\"r\") begun at TableMisuseTest.java:LINE is unfinished."
                                + " Add .on(INSERT), .on(UPDATE) or .on(DELETE)."),
                new Refusal(
                        () -> table("t", t -> t.rule("r").on(UPDATE)),
                        "t.rule(\"r\")",
                        "t: rule(\"r\") begun at TableMisuseTest.java:LINE is unfinished."
                                + " Add .doInsteadNothing(), .doInstead(...) or .doAlso(...)."),
                new Refusal(
                        () -> table("t", t -> t.rule("r").on(UPDATE).doAlso("SELECT 1").doInsteadNothing()),
                        ".doInsteadNothing()",
                        "t: rule(\"r\") already has its do...(...). Say it once."),
                new Refusal(
                        () -> table("t", t -> t.rule("r").on(UPDATE).on(DELETE)),
                        ".on(DELETE)",
                        "t: rule(\"r\") already has its on(...). Say it once."),
                new Refusal(
                        () -> table("t", t -> t.rule("r").where("true").where("false")),
                        ".where(\"false\")",
                        "t: rule(\"r\") already has its where(...). Say it once."),
                new Refusal(
                        () -> statistics("s", s -> s.on("a", "b")),
                        "statistics(\"s\", s ->",
                        "s: is of no table. Say from(TABLE), or from(VIEW) with a materialized view."),
                new Refusal(
                        () -> view("v", "SELECT 1", v -> v.defaultTo("a", literal("x")).defaultTo("a", literal("y"))),
                        ".defaultTo(\"a\", literal(\"y\"))",
                        "v.a: default was already set to literal(\"x\"). Keep one of the two defaultTo(...)."),
                new Refusal(
                        () -> table("t", t -> t.column("a", integer()).notNull().notNull("has_a")),
                        ".notNull(\"has_a\")",
                        "t.a: was already set to NOT NULL. Say it once."),
                new Refusal(
                        () -> statistics("s", s -> s.from(PAIRS).from(TENANTS)),
                        ".from(TENANTS)",
                        "s: from(...) was already said. Say it once."),
                new Refusal(
                        () -> statistics("s", s -> s.comment("a").comment("b")),
                        ".comment(\"b\")",
                        "s: comment(...) was already said. Say it once."),
                new Refusal(
                        () -> view("v", "SELECT 1", v -> v.comment("a").comment("b")),
                        ".comment(\"b\")",
                        "v: it already has its comment(...). Say it once."),
                new Refusal(
                        () -> view("v", "SELECT 1", v -> v.comment("x", "a").comment("x", "b")),
                        ".comment(\"x\", \"b\")",
                        "v: the column x already has its comment(...). Say it once."),
                new Refusal(
                        () -> materializedView("m", "SELECT 1", v -> v.using("a").using("b")),
                        ".using(\"b\")",
                        "m: using(...) was already said. Say it once."),
                new Refusal(
                        () -> materializedView("m", "SELECT 1", v -> v.tablespace("a").tablespace("b")),
                        ".tablespace(\"b\")",
                        "m: tablespace(...) was already said. Say it once."),
                new Refusal(
                        () -> materializedView("m", "SELECT 1", v -> v.using(" ")),
                        ".using(\" \")",
                        "m: using(...) was given no name. Name it, or leave it out."),
                new Refusal(
                        () -> table("t", t -> t.tablespace("")),
                        ".tablespace(\"\")",
                        "t: tablespace(...) was given no name. Name it, or leave it out."),
                new Refusal(
                        () -> table("t", t -> t.clusterOn(nothing[0])),
                        ".clusterOn(nothing[0])",
                        "t: clusterOn(...) was given no name. Name it, or leave it out."),
                new Refusal(
                        () -> view("v", "SELECT 1, 2", v -> v.columns("a", nothing[0])),
                        ".columns(\"a\", nothing[0])",
                        "v: columns(...) has one without a name. Name each, or only the first few."),
                new Refusal(
                        () -> view("v", "SELECT 1", v -> v.columns("")),
                        ".columns(\"\")",
                        "v: columns(...) has one without a name. Name each, or only the first few."),
                new Refusal(
                        () -> view("v", "SELECT 1", v -> v.dependsOn(PAIRS, noTable[0])),
                        ".dependsOn(PAIRS, noTable[0])",
                        "v: dependsOn(...) was given null, usually a constant declared below. Declare it above."),
                new Refusal(
                        () -> view("v", "SELECT 1", v -> v.rule(nothing[0])),
                        ".rule(nothing[0])",
                        "v: a rule has no name. Name it."),
                new Refusal(
                        () -> table("t", t -> t.column("n", serial(s -> s.comment("a").comment("b")))),
                        ".comment(\"b\")",
                        "t.n: comment(...) was already said. Say it once."));
    }

    @ParameterizedTest
    @MethodSource
    void viewsRulesAndStatistics(Refusal refusal) {
        refusal(refusal.call(), refusal.guilty(), refusal.message());
    }

    @Test
    void schemaWithoutName() {
        refusal(
                () -> schema(" ", TENANTS),
                "schema(\" \", TENANTS)",
                "schema: the name is blank. Name it; reports and scripts show the name.");
    }

    @Test
    void schemaWithNull() {
        Table[] tables = {TENANTS, null};
        refusal(
                () -> schema("app", tables),
                "schema(\"app\", tables)",
                "schema \"app\": object 2 is null, usually two schema classes that refer to each other."
                        + " Refer to tables by name in one of them.");
    }

    private static String unfinished(String statement, String remedy) {
        return "users: " + statement + " begun at TableMisuseTest.java:LINE is unfinished. " + remedy;
    }

    private static void refused(Consumer<TableBuilder> body, String guilty, String message) {
        refusal(() -> table("users", body), guilty, message);
    }

    private static void refusal(ThrowingCallable call, String guilty, String message) {
        GuiltyLine.assertRefused(TableMisuseTest.class, call, guilty, message);
    }
}

package dev.plinth.rule;

import static dev.plinth.dsl.Expressions.literal;
import static dev.plinth.dsl.SchemaDsl.DELETE;
import static dev.plinth.dsl.SchemaDsl.INSERT;
import static dev.plinth.dsl.SchemaDsl.TRUNCATE;
import static dev.plinth.dsl.SchemaDsl.UPDATE;
import static dev.plinth.dsl.SchemaDsl.namespace;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.Types.integer;

import dev.plinth.dsl.TableBuilder;
import dev.plinth.dsl.TriggerStatement;
import dev.plinth.model.QualifiedName;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.Table;
import dev.plinth.model.sql.Trigger;
import dev.plinth.model.sql.TriggerEvent;
import dev.plinth.model.sql.TriggerLevel;
import dev.plinth.model.sql.TriggerTiming;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** The clauses of CREATE TRIGGER: UPDATE OF, WHEN, REFERENCING, and what makes a constraint trigger. */
final class TriggerClausePairs {

    private static final QualifiedName FUNCTION = namespace("ext").named("f");

    private static final Table PARENT = table("parent", t -> t.column("id", integer()));

    private TriggerClausePairs() {}

    static List<Pair> pairs() {
        return List.of(
                condition("OLD of an INSERT", t -> t.before(INSERT, UPDATE).when("OLD.id = 1"),
                        t -> t.before(DELETE, UPDATE).when("OLD.id = 1")),
                condition("NEW of a DELETE", t -> t.before(DELETE).when("old.id = 1 OR new.id = 1"),
                        t -> t.before(DELETE).when("old.id = 1 OR 'new.id' = '1'")),
                condition("a subquery", t -> t.after(UPDATE).when("NEW.id IN (SELECT 1)"),
                        t -> t.after(UPDATE).when("NEW.id IN (1) /* select */")),
                condition("a generated column", t -> t.before(UPDATE).when("NEW.twice > 1"),
                        t -> t.after(UPDATE).when("NEW.twice > 1 AND OLD.twice > 1")),
                pair("a row of a statement", "TriggerCondition",
                        t -> t.after(UPDATE).forEachStatement().when("NEW.id = 1"),
                        t -> t.after(UPDATE).forEachStatement().when("current_setting('a.b') = 'new'")),
                pair("a condition that goes on", "EndlessSql", t -> t.after(UPDATE).when("true) EXECUTE f(); --"),
                        t -> t.after(UPDATE).when("(true)")),
                pair("a condition that repeats WHEN", "RepeatedClause", t -> t.after(UPDATE).when("WHEN (true)"),
                        t -> t.after(UPDATE).when("CASE WHEN true THEN true END")),
                pair("columns without UPDATE", "TriggerColumn", t -> t.after(INSERT), t -> t.after(UPDATE), "id"),
                pair("a column twice", "TriggerColumn", t -> t.after(UPDATE), t -> t.after(UPDATE), "id", "id"),
                pair("a column that is not there", "TriggerColumn", t -> t.after(UPDATE), t -> t.after(UPDATE), "no"),
                transition("BEFORE", t -> t.before(UPDATE).referencingOldTable("o")),
                transition("several events", t -> t.after(UPDATE, DELETE).referencingOldTable("o")),
                transition("TRUNCATE", t -> t.after(TRUNCATE).forEachStatement().referencingOldTable("o")),
                transition("old rows of INSERT", t -> t.after(INSERT).referencingOldTable("o")),
                transition("new rows of DELETE", t -> t.after(DELETE).referencingNewTable("n")),
                transition("one name for both",
                        t -> t.after(UPDATE).referencingOldTable("o").referencingNewTable("o")),
                Pair.of("a transition table with a long name",
                        () -> with(t -> t.after(UPDATE).referencingOldTable("x".repeat(64))),
                        "ERROR t.tr IdentifierLength",
                        () -> with(t -> t.after(UPDATE).referencingOldTable("x".repeat(63)))),
                ofRows("a partitioned table", "t.tr", trigger -> Pair.schema(table("t", t -> {
                    t.partitionByList(t.column("id", integer()));
                    trigger.accept(t);
                }))),
                ofRows("a partition", "p.tr", trigger -> Pair.schema(table("t", t -> {
                    t.partitionByList(t.column("id", integer()));
                    t.partition("p", p -> p.in(literal(1)), trigger);
                }))),
                ofRows("a child", "t.tr", trigger -> Pair.schema(PARENT, table("t", t -> {
                    t.inherits(PARENT);
                    trigger.accept(t);
                }))),
                constraint("BEFORE", t -> t.before(UPDATE).forEachRow(), "ConstraintTrigger"),
                constraint("of a statement", t -> t.after(UPDATE).forEachStatement(), "ConstraintTrigger"),
                constraint("from nowhere", t -> t.after(UPDATE).forEachRow().from("u"), "ConstraintTrigger"),
                constraint(
                        "with a transition table",
                        t -> t.after(UPDATE).forEachRow().referencingOldTable("o"),
                        "TransitionTable"));
    }

    private static Pair condition(
            String title, UnaryOperator<TriggerStatement> bad, UnaryOperator<TriggerStatement> inside) {
        return pair(title, "TriggerCondition", t -> bad.apply(t).forEachRow(), t -> inside.apply(t).forEachRow());
    }

    private static Pair transition(String title, UnaryOperator<TriggerStatement> bad) {
        return pair("transition tables: " + title, "TransitionTable", bad,
                t -> t.after(UPDATE).referencingOldTable("o").referencingNewTable("n"));
    }

    private static Pair ofRows(String title, String subject, Function<Consumer<TableBuilder>, Schema> schema) {
        return Pair.schemas(
                "transition tables for each row of " + title,
                () -> schema.apply(t -> t.trigger("tr").after(UPDATE).forEachRow().referencingOldTable("o")
                        .executeExisting(FUNCTION)),
                "ERROR " + subject + " TransitionTable",
                () -> schema.apply(t -> t.trigger("tr").after(UPDATE).forEachStatement().referencingOldTable("o")
                        .executeExisting(FUNCTION)));
    }

    private static Pair constraint(String title, UnaryOperator<TriggerStatement> bad, String rule) {
        return Pair.of(
                "a constraint trigger: " + title,
                () -> constraintTrigger(bad),
                "ERROR t.tr " + rule,
                () -> constraintTrigger(t -> t.after(UPDATE).forEachRow().from("t").deferrable()));
    }

    private static Pair pair(
            String title, String rule, UnaryOperator<TriggerStatement> bad, UnaryOperator<TriggerStatement> inside) {
        return Pair.of(title, () -> with(bad), "ERROR t.tr " + rule, () -> with(inside));
    }

    /** The columns as no handle can say them. */
    private static Pair pair(
            String title,
            String rule,
            UnaryOperator<TriggerStatement> bad,
            UnaryOperator<TriggerStatement> inside,
            String... columns) {
        return Pair.schemas(
                title,
                () -> handmade(with(bad), List.of(columns)),
                "ERROR t.tr " + rule,
                () -> handmade(with(inside), List.of("id")));
    }

    private static Schema handmade(Table table, List<String> columns) {
        TriggerEvent event = table.triggers().getFirst().events().getFirst();
        Trigger trigger = new Trigger(
                "tr",
                TriggerTiming.AFTER,
                List.of(event),
                columns,
                TriggerLevel.ROW,
                Trigger.TransitionTables.NONE,
                null,
                null,
                new Trigger.Call(FUNCTION, true, List.of()),
                null);
        List<Column> all = table.columns();
        return Pair.unchecked(new Table(table.name(), all, List.of(), List.of(), List.of(trigger), null));
    }

    private static Table with(UnaryOperator<TriggerStatement> clauses) {
        return table("t", t -> {
            t.column("id", integer());
            t.column("twice", integer()).generatedAlwaysAs("id * 2");
            clauses.apply(t.trigger("tr")).executeExisting(FUNCTION);
        });
    }

    private static Table constraintTrigger(UnaryOperator<TriggerStatement> clauses) {
        return table("t", t -> {
            t.column("id", integer());
            clauses.apply(t.constraintTrigger("tr")).executeExisting(FUNCTION);
        });
    }
}

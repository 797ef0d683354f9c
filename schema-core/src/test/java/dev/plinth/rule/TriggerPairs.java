package dev.plinth.rule;

import static dev.plinth.dsl.SchemaDsl.INSERT;
import static dev.plinth.dsl.SchemaDsl.TRUNCATE;
import static dev.plinth.dsl.SchemaDsl.UPDATE;
import static dev.plinth.dsl.SchemaDsl.function;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.SchemaDsl.triggerFunction;
import static dev.plinth.dsl.Types.integer;
import static dev.plinth.dsl.Types.nativeType;

import dev.plinth.dsl.TriggerStatement;
import dev.plinth.model.QualifiedName;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.Function;
import dev.plinth.model.sql.Table;
import dev.plinth.model.sql.Trigger;
import dev.plinth.model.sql.TriggerEvent;
import dev.plinth.model.sql.TriggerLevel;
import dev.plinth.model.sql.TriggerTiming;
import java.util.List;
import java.util.function.UnaryOperator;

/** Triggers and the functions they execute. */
final class TriggerPairs {

    private static final Function TOUCH = triggerFunction("touch", "BEGIN RETURN NEW; END;");

    private TriggerPairs() {}

    static List<Pair> pairs() {
        return List.of(
                body("a whole statement", "CREATE FUNCTION touch() RETURNS trigger AS $$ BEGIN RETURN NEW; END $$",
                        "/* a */ -- b\n#variable_conflict use_column\n<<here>>\nDECLARE i int; BEGIN RETURN NEW; END here"),
                body("statements without a block", "NEW.a = 1; RETURN NEW;", "begin NEW.a = 1; RETURN NEW; end"),
                body("nothing", " ", "BEGIN RETURN NEW; END;"),
                shape("INSTEAD OF on a table", t -> t.insteadOf(UPDATE).forEachRow(),
                        t -> t.after(UPDATE).forEachRow()),
                shape(
                        "the rows of TRUNCATE",
                        t -> t.before(UPDATE, TRUNCATE).forEachRow(),
                        t -> t.before(UPDATE, TRUNCATE).forEachStatement()),
                Pair.schemas(
                        "a trigger without events",
                        () -> handmade(TOUCH),
                        "ERROR t.tr TriggerShape",
                        () -> handmade(TOUCH, TriggerEvent.INSERT)),
                Pair.schemas(
                        "two functions of one name",
                        () -> Pair.schema(
                                calling("a", TOUCH), calling("b", triggerFunction("touch", "BEGIN RETURN OLD; END;"))),
                        "ERROR touch() ObjectConflict",
                        () -> Pair.schema(
                                calling("a", TOUCH), calling("b", triggerFunction("touch", "BEGIN RETURN NEW; END;")))),
                Pair.of(
                        "a function that returns something else",
                        () -> calling("t", returning("void")),
                        "ERROR t.tr TriggerFunction",
                        () -> calling("t", returning("trigger"))),
                Pair.schemas(
                        "a function that is not there",
                        () -> withoutFunctions(handmade(TOUCH, TriggerEvent.INSERT)),
                        "ERROR t.tr TriggerFunction",
                        () -> handmade(TOUCH, TriggerEvent.INSERT)));
    }

    private static Pair body(String title, String bad, String good) {
        return Pair.of(
                "a body: " + title,
                () -> calling("t", triggerFunction("touch", bad)),
                "ERROR touch() FunctionBody",
                () -> calling("t", triggerFunction("touch", good)));
    }

    private static Pair shape(
            String title, UnaryOperator<TriggerStatement> bad, UnaryOperator<TriggerStatement> inside) {
        return Pair.of(title, () -> with(bad), "ERROR t.tr TriggerShape", () -> with(inside));
    }

    private static Table with(UnaryOperator<TriggerStatement> options) {
        return table("t", t -> {
            t.column("id", integer());
            options.apply(t.trigger("tr")).execute(TOUCH);
        });
    }

    private static Table calling(String table, Function function) {
        return table(table, t -> {
            t.column("id", integer());
            t.trigger("tr").before(INSERT).execute(function);
        });
    }

    private static Function returning(String type) {
        return function("other", f -> f.returns(nativeType(type)).language("plpgsql").body("BEGIN END;"));
    }

    private static Schema handmade(Function function, TriggerEvent... events) {
        Trigger trigger = new Trigger(
                "tr", TriggerTiming.BEFORE, List.of(events), TriggerLevel.ROW, function.name(), null);
        Table table =
                new Table(QualifiedName.of("t"), List.of(), List.of(), List.of(), List.of(trigger), null);
        return new Schema("test", List.of(), List.of(function), List.of(table), List.of(), null);
    }

    private static Schema withoutFunctions(Schema schema) {
        return new Schema("test", List.of(), List.of(), schema.tables(), List.of(), null);
    }
}

package dev.plinth.postgres;

import static dev.plinth.dsl.Expressions.literal;
import static dev.plinth.dsl.Expressions.now;
import static dev.plinth.dsl.Expressions.sql;
import static dev.plinth.dsl.SchemaDsl.MAXVALUE;
import static dev.plinth.dsl.SchemaDsl.MINVALUE;
import static dev.plinth.dsl.SchemaDsl.NULL;
import static dev.plinth.dsl.SchemaDsl.triggerFunction;
import static dev.plinth.dsl.Types.bigint;
import static dev.plinth.dsl.Types.bigserial;
import static dev.plinth.dsl.Types.date;
import static dev.plinth.dsl.Types.integer;
import static dev.plinth.dsl.Types.text;
import static dev.plinth.dsl.Types.varchar;
import static dev.plinth.model.sql.ColumnOptions.Storage.EXTERNAL;
import static dev.plinth.model.sql.ColumnOptions.Storage.MAIN;
import static dev.plinth.model.sql.ReferentialAction.CASCADE;
import static dev.plinth.model.sql.TriggerEvent.INSERT;
import static dev.plinth.model.sql.TriggerEvent.UPDATE;

import dev.plinth.model.sql.Function;
import dev.plinth.model.sql.Table;
import java.util.List;

/** The tables of random schemas that are partitioned, inherit, or are stored in another way: a line a form. */
final class RandomSpecialTables {

    private static final Function PASS = triggerFunction("pass it", "BEGIN RETURN NEW; END");

    static final List<java.util.function.Function<RandomSchema, Table>> ALL = List.of(
            s -> s.space().table(s.name("Events"), t -> {
                var id = t.column("id", bigserial());
                var day = t.column("Day", date()).defaultTo(sql("CURRENT_DATE"));
                var kind = t.column("kind", varchar(20)).oneOf("a", "it's");
                var size = t.column("size", bigint());
                t.foreignKey(size).references(s.any(s.tables).name()).onDelete(CASCADE);
                var own = t.column(s.name("own"), s.aType());
                t.column("note", text()).storage(EXTERNAL);
                t.primaryKey(id, day);
                t.index(kind, size.desc());
                t.index(s.name("lower")).on(sql("lower(kind)")).where("size > 3");
                t.trigger(s.name("pass")).before(INSERT, UPDATE).forEachRow().when("NEW.size > 5").execute(PASS);
                t.partitionByRange(day);
                t.partition(s.name("old"), p -> p.from(MINVALUE).to(literal("2020-01-01")));
                t.partition(s.name("Year \"20\""), p -> p.from("2020-01-01").to("2021-01-01"), it -> {
                    it.column("kind").notNull().defaultTo(literal("a"));
                    it.check(s.name("few"), "size < 100");
                    it.index(s.name("more")).on(size, day);
                    it.with("fillfactor", 70);
                    it.trigger(s.name("also")).after(UPDATE).forEachStatement().execute(PASS);
                });
                t.partition(s.name("rest"), p -> p.otherwise(), it -> {
                    it.partitionByHash(id);
                    it.partition(s.name("even"), p -> p.modulus(2).remainder(0));
                    it.partition(s.name("odd"), p -> p.modulus(2).remainder(1), last -> last.index(kind));
                });
            }),
            s -> s.space().table(s.name("regions"), t -> {
                var id = t.column("id", bigint()).generatedByDefaultAsIdentity();
                var code = t.column("code", text()).collate("C");
                var number = t.column("number", integer()).defaultTo(literal(1));
                t.column("total", integer()).generatedAlwaysAs("number * 2");
                t.unique(code, id);
                t.partitionByList(code);
                t.partition(s.name("eu"), p -> p.in("de", "f'r"), it -> it.index(number));
                t.partition(s.name("none"), p -> p.in(literal("us"), NULL), it -> it.column("number").notNull());
            }),
            s -> s.space().table(s.name("codes"), t -> {
                var code = t.column("code", text());
                var number = t.column("number", integer());
                t.partitionByRange(code.sortedBy("C").operatorClass("text_pattern_ops"), number);
                t.partition(s.name("low"), p -> p.from(MINVALUE, MINVALUE).to(literal("M'x"), literal(-7)));
                t.partition(s.name("high"), p -> p.from(literal("M'x"), literal(-7)).to(MAXVALUE, MAXVALUE),
                        it -> it.replicaIdentityFull());
            }),
            s -> s.space().table(s.name("child"), t -> {
                Table parent = s.any(s.tables);
                t.inherits(parent);
                var own = t.column(s.name("more"), integer());
                t.column("Label \"x\"", varchar(100)).defaultTo(literal("of its own"));
                t.index(own, t.column("n"));
                t.primaryKey(t.column("id"));
            }),
            s -> s.space().table(s.name("both"), t -> {
                t.inherits(s.any(s.tables));
                t.check(s.name("some"), "n < 5 AND id > 0");
            }),
            s -> s.space().table(s.name("cache"), t -> {
                var key = t.column("key", text()).notNull().storage(MAIN).statistics(500);
                var at = t.column("at", date()).defaultTo(now()).with("n_distinct", -0.25);
                String index = s.name("by key");
                t.index(index).on(key).unique();
                t.unlogged();
                t.with("fillfactor", 50).with("autovacuum_enabled", false).with("toast.autovacuum_enabled", false);
                t.clusterOn(index).replicaIdentityUsingIndex(index);
                t.index(at);
            }));

    private RandomSpecialTables() {}
}

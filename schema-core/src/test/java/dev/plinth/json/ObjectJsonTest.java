package dev.plinth.json;

import static dev.plinth.dsl.Expressions.literal;
import static dev.plinth.dsl.Expressions.nextval;
import static dev.plinth.dsl.Expressions.sql;
import static dev.plinth.dsl.SchemaDsl.ICU;
import static dev.plinth.dsl.SchemaDsl.UPDATE;
import static dev.plinth.dsl.SchemaDsl.collation;
import static dev.plinth.dsl.SchemaDsl.compositeType;
import static dev.plinth.dsl.SchemaDsl.domain;
import static dev.plinth.dsl.SchemaDsl.enumType;
import static dev.plinth.dsl.SchemaDsl.namespace;
import static dev.plinth.dsl.SchemaDsl.rangeType;
import static dev.plinth.dsl.SchemaDsl.schema;
import static dev.plinth.dsl.SchemaDsl.sequence;
import static dev.plinth.dsl.SchemaDsl.statistics;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.SchemaDsl.triggerFunction;
import static dev.plinth.dsl.TextSearch.extensionTextSearch;
import static dev.plinth.dsl.TextSearch.textSearchConfiguration;
import static dev.plinth.dsl.TextSearch.textSearchDictionary;
import static dev.plinth.dsl.Types.arrayOf;
import static dev.plinth.dsl.Types.bigint;
import static dev.plinth.dsl.Types.integer;
import static dev.plinth.dsl.Types.numeric;
import static dev.plinth.dsl.Types.serial;
import static dev.plinth.dsl.Types.smallint;
import static dev.plinth.dsl.Types.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.model.Schema;
import dev.plinth.model.sql.EnumType;
import dev.plinth.model.sql.Sequence;
import dev.plinth.model.sql.Table;
import dev.plinth.snapshot.Snapshot;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The forms of what is no table, and of the columns that use it; each form gives back an equal schema. */
class ObjectJsonTest {

    private static final EnumType STATUS = enumType("status", "open", "").describe("Of a ticket");
    private static final Sequence NUMBERS =
            namespace("app").sequence("numbers",
                    s -> s.as(smallint()).incrementBy(-2).cache(5).cycle().describe("Down"));
    private static final Table LOG = table("log", t -> t.column("id", integer()));

    @Test
    void typesAndSequences() {
        Schema schema = schema(
                "objects",
                LOG,
                table("tickets", t -> {
                    t.column("status", STATUS).defaultTo(literal("open"));
                    t.column("history", arrayOf(STATUS));
                    t.column("number", bigint()).defaultTo(nextval(NUMBERS));
                    t.column("id", serial());
                    t.column("no", integer()).generatedAlwaysAsIdentity(s -> s.startWith(7));
                    t.column("half", numeric()).generatedAlwaysAs("number / 2");
                    t.column("twice", numeric()).generatedAlwaysAsVirtual("number * 2");
                    t.trigger("log").before(UPDATE).forEachRow()
                            .execute(triggerFunction("log_it", "BEGIN RETURN NEW; END;").dependsOn(LOG, LOG));
                }),
                sequence("owned", s -> s.ownedBy("log", "id")),
                collation("any", c -> c.provider(ICU).locale("und").notDeterministic().rules("&a < b")),
                statistics("both", s -> s.mcv().on("id").on(sql("id + 1")).from(LOG).describe("Of ids")),
                statistics("found out", s -> s.dependencies().ndistinct().on("id").on(sql("id - 1")).from(LOG)),
                textSearchDictionary("numbers", d -> d.template(extensionTextSearch("dict_int", "intdict_template"))
                        .option("maxlen", 5).option("rejectlong", true).option("empty", "").describe("Short ones")),
                textSearchConfiguration("words", c -> {
                    c.parser(namespace("app").textSearch("tokens")).describe("Some");
                    c.mappingFor("hword", "word").with(textSearchDictionary("alike", d -> d.template("simple")))
                            .with("simple");
                }),
                collation("two", c -> c.locale("C", "POSIX")),
                domain("email", text(), d -> d.notNull()
                        .defaultTo(literal("x"))
                        .collate("C")
                        .check("shape", "VALUE ~ '@'")),
                compositeType("pair", c -> c.attribute("a", text(), "C").attribute("b", arrayOf(STATUS))),
                rangeType("texts", text(), r -> r.subtypeOperatorClass("text_pattern_ops")
                        .collation("C")
                        .subtypeDiff(namespace("app").named("apart"))
                        .multirangeTypeName("sets")));

        String json = SchemaJson.toJson(schema);

        Snapshot.in(Path.of("src/test/snapshots/json")).file("objects.json", json).verify();
        assertThat(SchemaJson.parse(json)).isEqualTo(schema);
    }
}

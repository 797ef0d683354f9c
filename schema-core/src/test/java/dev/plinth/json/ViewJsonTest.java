package dev.plinth.json;

import static dev.plinth.dsl.Expressions.literal;
import static dev.plinth.dsl.Expressions.sql;
import static dev.plinth.dsl.SchemaDsl.DELETE;
import static dev.plinth.dsl.SchemaDsl.INSERT;
import static dev.plinth.dsl.SchemaDsl.SELECT;
import static dev.plinth.dsl.SchemaDsl.UPDATE;
import static dev.plinth.dsl.SchemaDsl.grant;
import static dev.plinth.dsl.SchemaDsl.materializedView;
import static dev.plinth.dsl.SchemaDsl.namespace;
import static dev.plinth.dsl.SchemaDsl.schema;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.SchemaDsl.triggerFunction;
import static dev.plinth.dsl.SchemaDsl.view;
import static dev.plinth.dsl.Types.integer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.model.Schema;
import dev.plinth.model.sql.Function;
import dev.plinth.model.sql.Table;
import dev.plinth.model.sql.View;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ViewJsonTest {

    private static final Table T = table("t", t -> {
        t.column("id", integer());
        t.rule("none").on(INSERT).doInsteadNothing().comment("Of t");
    });
    private static final Function F = triggerFunction("f", "BEGIN RETURN NEW; END");

    private static final View PLAIN = view("plain", "SELECT 1;\n", v -> v.comment("It's plain").comment("a", "One"));

    private static final Schema SCHEMA = schema(
            "views",
            T,
            PLAIN,
            grant(SELECT).on(PLAIN).to("app"),
            grant(UPDATE).on(PLAIN, "a").toPublic(),
            view("checked", "TABLE public.t", v -> {
                v.withCheckOption().defaultTo("id", literal(3)).defaultTo("other", sql("now()"));
                v.rule("also").on(DELETE).doAlso("NOTIFY t").comment("Told");
            }),
            namespace("app").view("v", "SELECT id FROM public.t", v -> {
                v.columns("ID").securityBarrier().securityInvoker().withLocalCheckOption();
                v.dependsOn(T).dependsOn(F).describe("All");
                v.trigger("x").insteadOf(INSERT).forEachRow().execute(F).comment("In its place");
                v.rule("r").on(UPDATE).where("NEW.id > 1").doInstead("SELECT 1", "SELECT 2").describe("Told");
            }),
            materializedView("m", "SELECT 1 AS a", v -> {
                v.with("fillfactor", 70).using("columnar").tablespace("fast").withNoData().columns("b").dependsOn(T)
                        .describe("One");
                v.comment("Kept").comment("b", "First");
                v.index("i").on(v.column("b").desc()).unique().comment("To find it");
            }));

    @Test
    void writesWhatIsSaid() {
        assertThat(SchemaJson.toCompactJson(SCHEMA)).contains(
                "{\"kind\":\"view\",\"name\":\"plain\",\"query\":\"SELECT 1\"}",
                "{\"kind\":\"view\",\"name\":\"checked\",\"query\":\"TABLE public.t\",\"checkOption\":\"CASCADED\",\"defaults\":["
                        + "{\"column\":\"id\",\"value\":{\"kind\":\"number\",\"value\":3}},"
                        + "{\"column\":\"other\",\"value\":{\"kind\":\"sql\",\"text\":\"now()\"}}],\"rules\":["
                        + "{\"name\":\"also\",\"event\":\"DELETE\",\"commands\":[\"NOTIFY t\"]}]}",
                "{\"kind\":\"view\",\"namespace\":\"app\",\"name\":\"v\",\"columns\":[\"ID\"],\"query\":\"SELECT id FROM public.t\","
                        + "\"securityBarrier\":true,\"securityInvoker\":true,\"checkOption\":\"LOCAL\",\"triggers\":[{\"name\":\"x\","
                        + "\"timing\":\"INSTEAD_OF\",\"events\":[\"INSERT\"],\"level\":\"ROW\",\"function\":{\"name\":\"f\"}}],\"rules\":[{\"name\":\"r\",\"event\":\"UPDATE\",\"condition\":"
                        + "{\"kind\":\"sql\",\"text\":\"NEW.id > 1\"},\"instead\":true,\"commands\":[\"SELECT 1\",\"SELECT 2\"],"
                        + "\"description\":\"Told\"}],"
                        + "\"dependsOn\":[{\"catalog\":\"RELATION\",\"name\":\"t\"},{\"catalog\":\"ROUTINE\",\"name\":\"f\"}],"
                        + "\"description\":\"All\"}",
                "{\"kind\":\"materializedView\",\"name\":\"m\",\"columns\":[\"b\"],\"query\":\"SELECT 1 AS a\","
                        + "\"with\":{\"fillfactor\":\"70\"},\"accessMethod\":\"columnar\",\"tablespace\":\"fast\",\"withNoData\":true,\"indexes\":[{\"name\":\"i\",\"unique\":true,"
                        + "\"keys\":[{\"kind\":\"column\",\"name\":\"b\",\"direction\":\"DESC\"}]}],"
                        + "\"dependsOn\":[{\"catalog\":\"RELATION\",\"name\":\"t\"}],\"description\":\"One\"}");
    }

    @Test
    void writesWhatIsSaidOfThem() {
        assertThat(Pattern.compile("\\{\"kind\":\"(comment|grant)\".*?}(,\"\\w+\":(\\[[^]]*]|\"[^\"]*\"))+}")
                .matcher(SchemaJson.toCompactJson(SCHEMA)).results().map(MatchResult::group))
                .containsExactlyInAnyOrder(
                        said("RULE", "t", "none", "Of t"),
                        said("VIEW", "plain", "", "It's plain"),
                        said("COLUMN", "plain", "a", "One"),
                        said("RULE", "checked", "also", "Told"),
                        "{\"kind\":\"comment\",\"on\":{\"kind\":\"TRIGGER\",\"namespace\":\"app\",\"name\":\"v\",\"part\":\"x\"},"
                                + "\"text\":\"In its place\"}",
                        said("MATERIALIZED_VIEW", "m", "", "Kept"),
                        said("COLUMN", "m", "b", "First"),
                        said("INDEX", "i", "", "To find it"),
                        "{\"kind\":\"grant\",\"on\":{\"kind\":\"VIEW\",\"name\":\"plain\"},\"privileges\":[\"SELECT\"],"
                                + "\"roles\":[\"app\"]}",
                        "{\"kind\":\"grant\",\"on\":{\"kind\":\"VIEW\",\"name\":\"plain\"},\"privileges\":[\"UPDATE\"],"
                                + "\"columns\":[\"a\"]}");
    }

    private static String said(String kind, String name, String part, String text) {
        return "{\"kind\":\"comment\",\"on\":{\"kind\":\"" + kind + "\",\"name\":\"" + name + "\""
                + (part.isEmpty() ? "" : ",\"part\":\"" + part + "\"") + "},\"text\":\"" + text + "\"}";
    }

    @Test
    void readsWhatItWrote() {
        assertThat(SchemaJson.parse(SchemaJson.toJson(SCHEMA))).isEqualTo(SCHEMA);
    }
}

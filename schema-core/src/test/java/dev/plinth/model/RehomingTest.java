package dev.plinth.model;

import static dev.plinth.dsl.SchemaDsl.DELETE;
import static dev.plinth.dsl.SchemaDsl.GIST;
import static dev.plinth.dsl.SchemaDsl.INSERT;
import static dev.plinth.dsl.SchemaDsl.UPDATE;
import static dev.plinth.dsl.SchemaDsl.namespace;
import static dev.plinth.dsl.SchemaDsl.schema;
import static dev.plinth.dsl.SchemaDsl.triggerFunction;
import static dev.plinth.dsl.TextSearch.extensionTextSearch;
import static dev.plinth.dsl.Types.bigint;
import static dev.plinth.dsl.Types.integer;
import static dev.plinth.dsl.Types.nativeType;
import static dev.plinth.dsl.Types.serial;
import static dev.plinth.dsl.Types.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.dsl.Namespace;
import dev.plinth.model.sql.Collation;
import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.Function;
import dev.plinth.model.sql.Table;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class RehomingTest {

    private static final String BODY = "BEGIN RETURN NEW; END;";

    /** The same schema, written for one namespace or for none; the shared table is always in {@code common}. */
    private static Schema schemaOf(Namespace home) {
        Table countries = namespace("common").table("countries", t -> t.column("id", integer()).primaryKey());
        Function touch = home.name().equals("public")
                ? triggerFunction("touch", BODY)
                : home.triggerFunction("touch", BODY);
        Table parents = home.table("parents", t -> t.column("id", integer()).primaryKey());
        Table children = home.table("children", t -> {
            t.column("parent", integer()).references(parents);
            t.column("country", integer()).references(countries);
            t.check("positive", "parent > 0").comment("Above zero");
            t.index("children_parent").on(t.column("n", integer()));
            t.trigger("touch").before(UPDATE).forEachRow().execute(touch);
            t.rule("gone").on(DELETE).doInstead("DELETE FROM \"%s\".\"parents\"".formatted(home.name()));
        });
        String query =
                "SELECT 'public.parents' AS p, country FROM \"%s\".\"children\" JOIN common.countries ON id = country"
                        .formatted(home.name());
        return schema(
                "s",
                countries,
                parents,
                children,
                home.view("seen", query, v -> {
                    v.dependsOn(children).dependsOn(touch).dependsOn(countries).comment("Seen").comment("p", "Where");
                    v.trigger("kept").insteadOf(UPDATE).forEachRow().execute(touch);
                    v.rule("noted").on(INSERT).where("NEW.country > 0")
                            .doAlso("INSERT INTO \"%s\".\"parents\" VALUES (1)".formatted(home.name()),
                                    "SELECT id FROM common.countries");
                }),
                home.materializedView("counted", "SELECT count(*) AS n FROM \"%s\".\"seen\"".formatted(home.name()),
                        v -> v.index("counted_n").on(v.column("n"))),
                home.statistics("children_both", s -> s.on("parent", "country").from(children)),
                namespace(home.name()).comment("Home"));
    }

    @Test
    void everyNameInPublicMovesAndNothingElse() {
        assertThat(schemaOf(namespace("public")).inNamespace("acme")).isEqualTo(schemaOf(namespace("acme")));
    }

    /** Sequences and types that come with tables and types are of the schema too, in whatever text names them. */
    private static Schema texts(Namespace home, UnaryOperator<String> called) {
        Table numbered = home.table("numbered", t -> {
            t.column("id", serial());
            t.rule("told").on(INSERT).where("new.id > 1").doAlso(
                    "INSERT INTO " + called.apply("said") + " VALUES ('public.said')");
        });
        return schema(
                "s",
                numbered,
                home.table("said", t -> t.column("what", text())),
                home.rangeType("span", integer()),
                home.view(
                        "last",
                        "SELECT last_value, NULL::" + called.apply("span_multirange") + ", $q1$ public.said $q1$ FROM "
                                + called.apply("numbered_id_seq") + ", public.other"));
    }

    @Test
    void textsOfViewsAndRulesNameWhatMoves() {
        assertThat(texts(namespace("public"), it -> "public." + it).inNamespace("acme"))
                .isEqualTo(texts(namespace("acme"), it -> "\"acme\".\"" + it + "\""));
    }

    private static final Namespace THERE = namespace("public");

    private static Function made(Namespace home, String name) {
        return home.function(name, f -> {
            f.argument("a", integer());
            f.argument("n", bigint()).defaultTo(new Expression.NextValue(home.named("numbers")));
            f.returns(integer()).language("sql").body("SELECT 1");
        });
    }

    /** Functions, operators and collations: those that the schema creates beside those that are in {@code public} already. */
    private static Schema ownBesideWhatIsThere(Namespace home) {
        Function step = made(home, "step");
        Collation collation = home.collation("own", c -> c.locale("de"));
        return schema(
                "s",
                home.sequence("numbers"),
                step,
                home.function("supported", f -> f.returns(integer()).language("sql").body("SELECT 1")
                        .support(THERE.named("there"))),
                home.operator("<<<", o -> o.left(integer()).right(integer()).function(step)),
                home.operator(">>>", o -> o.left(integer()).right(integer()).function(THERE.named("there"))),
                home.textSearchConfiguration("words", c -> {
                    c.copy("english").comment("Ours");
                    c.mappingFor("word")
                            .with(home.textSearchDictionary("own", d -> d.template(THERE.textSearch("there"))
                                    .option("x", "y").comment("Own")))
                            .with(THERE.textSearch("there"), extensionTextSearch("unaccent", "own")).with("simple");
                }),
                home.aggregate("own", a -> a.argument("a", integer()).stype(integer()).sfunc(step).finalfunc(step)
                        .combinefunc(step).sortop(home.operator("<<<"))
                        .moving(m -> m.stype(integer()).sfunc(step).invfunc(step))),
                home.aggregate("foreign", a -> a.argument("a", integer()).stype(nativeType("internal"))
                        .sfunc(THERE.named("there")).finalfunc(THERE.named("there")).combinefunc(THERE.named("there"))
                        .serialfunc(THERE.named("there")).deserialfunc(THERE.named("there"))
                        .sortop(THERE.operator("&&&"))
                        .moving(m -> m.stype(integer()).sfunc(THERE.named("there")).invfunc(THERE.named("there")))),
                home.rangeType("own_range", integer(), r -> r.subtypeDiff(step)),
                home.rangeType("foreign_range", text(), r -> r.subtypeDiff(THERE.named("there"))
                        .subtypeOperatorClass(THERE.named("there")).collation(collation)),
                home.table("t", t -> {
                    var name = t.column("name", text()).collate(collation);
                    var number = t.column("number", integer());
                    t.index("own").on(name.sortedBy(home.named("own")));
                    t.index("there").on(name.sortedBy(THERE.named("there")));
                    t.exclude(number.with(home.operator("<<<")), number.with(THERE.operator("&&&"))).using(GIST)
                            .named("apart");
                }),
                home.table("parts", t -> t.partitionByRange(
                        t.column("name", text()).collate(collation).sortedBy(home.named("own")))));
    }

    @Test
    void whatIsInPublicAlreadyStaysThere() {
        assertThat(ownBesideWhatIsThere(THERE).inNamespace("acme"))
                .isEqualTo(ownBesideWhatIsThere(namespace("acme")));
    }

    @Test
    void whatIsSharedIsTheRest() {
        assertThat(schemaOf(namespace("public")).outsideDefaultNamespace())
                .isEqualTo(schema("s",
                        namespace("common").table("countries", t -> t.column("id", integer()).primaryKey())));
    }
}

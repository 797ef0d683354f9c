package dev.plinth.json;

import static dev.plinth.dsl.SchemaDsl.SELECT;
import static dev.plinth.dsl.SchemaDsl.UPDATE;
import static dev.plinth.dsl.SchemaDsl.alterDefaultPrivilegesIn;
import static dev.plinth.dsl.SchemaDsl.cast;
import static dev.plinth.dsl.SchemaDsl.compositeType;
import static dev.plinth.dsl.SchemaDsl.enumType;
import static dev.plinth.dsl.SchemaDsl.function;
import static dev.plinth.dsl.SchemaDsl.grant;
import static dev.plinth.dsl.SchemaDsl.grantAll;
import static dev.plinth.dsl.SchemaDsl.namespace;
import static dev.plinth.dsl.SchemaDsl.schema;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.Types.arrayOf;
import static dev.plinth.dsl.Types.integer;
import static dev.plinth.dsl.Types.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.model.Schema;
import dev.plinth.model.sql.CompositeType;
import dev.plinth.model.sql.EnumType;
import dev.plinth.model.sql.Function;
import dev.plinth.model.sql.Table;
import dev.plinth.snapshot.Snapshot;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The forms of comments, row level security, privileges, operators and casts; each gives back an equal schema. */
class SupplementJsonTest {

    private static final EnumType STATUS = enumType("status", "open").comment("How it stands");

    private static Schema comments() {
        return schema(
                "comments",
                namespace("app").comment("All of it"),
                namespace("app").function("f", f -> {
                    f.argument("a", STATUS);
                    f.argument("b", arrayOf(integer()));
                    f.returns(integer()).language("sql").body("SELECT 1").comment("One");
                }),
                table("t", t -> t.column("id", integer()).comment("A number")));
    }

    private static Schema security() {
        Table documents = table("documents", t -> {
            t.column("id", integer());
            t.enableRowLevelSecurity().forceRowLevelSecurity();
            t.policy("own").using("id > 0").withCheck("id > 1").describe("For each its own");
            t.policy("less").restrictive().forSelect().to("app", "staff").using("id < 9");
        });
        return schema(
                "security",
                documents,
                grant(SELECT, UPDATE).on(documents, "id").to("b", "a").withGrantOption(),
                grantAll().on(namespace("app")).toPublic().exclusively(),
                alterDefaultPrivilegesIn(namespace("app")).forRole("owner").grant(SELECT).onTables().to("a"));
    }

    private static Schema operators() {
        CompositeType pair = compositeType("pair", c -> c.attribute("a", integer()));
        Function sum = function("sum_of", f -> {
            f.argument("p", pair);
            f.returns(integer()).language("sql").body("SELECT 1");
        });
        return schema(
                "operators",
                sum,
                namespace("app").operator("===", o -> o.left(pair).right(integer())
                        .function(namespace("app").named("same"))
                        .commutator("===")
                        .negator("<!>")
                        .restrict("eqsel")
                        .join("eqjoinsel")
                        .hashes()
                        .merges()
                        .describe("Same")),
                cast(pair, integer()).withFunction(sum).asImplicit().describe("Sum"),
                cast(text(), pair).withInOut(),
                cast(integer(), pair).withoutFunction().asAssignment());
    }

    @Test
    void eachFormGivesBackAnEqualSchema() {
        assertThat(Stream.of(comments(), security(), operators()))
                .allSatisfy(schema -> assertThat(SchemaJson.parse(SchemaJson.toJson(schema))).isEqualTo(schema));

        Snapshot.in(Path.of("src/test/snapshots/supplements"))
                .file("comments.json", SchemaJson.toJson(comments()))
                .file("security.json", SchemaJson.toJson(security()))
                .file("operators.json", SchemaJson.toJson(operators()))
                .verify();
    }
}

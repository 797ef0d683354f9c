package dev.plinth.plan;

import static dev.plinth.dsl.SchemaDsl.compositeType;
import static dev.plinth.dsl.SchemaDsl.materializedView;
import static dev.plinth.dsl.SchemaDsl.schema;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.SchemaDsl.view;
import static dev.plinth.dsl.TextSearch.textSearchConfiguration;
import static dev.plinth.dsl.TextSearch.textSearchDictionary;
import static dev.plinth.dsl.Types.POINT;
import static dev.plinth.dsl.Types.geography;
import static dev.plinth.dsl.Types.integer;
import static dev.plinth.dsl.Types.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.diff.Change.AddAttribute;
import dev.plinth.diff.Change.AddColumn;
import dev.plinth.diff.Change.AddConstraint;
import dev.plinth.diff.Change.CreateExtension;
import dev.plinth.diff.Change.CreateObject;
import dev.plinth.diff.Change.CreateTable;
import dev.plinth.diff.Change.SqlChange;
import dev.plinth.diff.Difference;
import dev.plinth.dsl.ColumnHandle;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.Comment;
import dev.plinth.model.sql.CompositeType;
import dev.plinth.model.sql.MaterializedView;
import dev.plinth.model.sql.Table;
import dev.plinth.model.sql.TextSearchConfiguration;
import dev.plinth.model.sql.TextSearchDictionary;
import dev.plinth.model.sql.View;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is held back, and why. */
class SqlPlanTest {

    @Test
    void whatIsSaidOfAnAttributeWaitsForIt() {
        CompositeType person =
                compositeType("person", c -> c.attribute("home", geography(POINT, 4326)).comment("home", "Where"));
        Schema schema = schema("s", person);

        assertThat(plan(18, schema, new CreateExtension(schema.extensions().getFirst()),
                new AddAttribute(person.name(), person.attributes().getFirst()),
                new CreateObject(schema.objects(Comment.class).getFirst()))).isEqualTo("""
                        DEFERRED extension postgis: the server does not offer this extension
                        DEFERRED attribute home on person: needs extension postgis, which is deferred
                        DEFERRED comment on column person.home: needs attribute home on person, which is deferred
                        """);
    }

    @Test
    void aStorageParameterWaitsForTheVersionThatHasIt() {
        Schema young = schema("s", table("t", t -> {
            t.column("id", integer());
            t.with("autovacuum_vacuum_max_threshold", 5);
        }));
        Schema ofToast = schema("s", table("t", t -> t.with("toast.vacuum_max_eager_freeze_failure_rate", 0.1)));

        MaterializedView view = materializedView("m", "SELECT 1", v -> v.with("autovacuum_vacuum_max_threshold", 5));
        assertThat(plan(17, schema("s", view), new CreateObject(view))).isEqualTo("""
                BLOCKED materialized view m: the storage parameter autovacuum_vacuum_max_threshold needs PostgreSQL 18, and the \
                server is PostgreSQL 17; leave it out
                """);
        assertThat(plan(17, young, new CreateTable(young.tables().getFirst()))).isEqualTo("""
                BLOCKED table t: the storage parameter autovacuum_vacuum_max_threshold needs PostgreSQL 18, and the server is \
                PostgreSQL 17; leave it out
                """);
        assertThat(plan(14, ofToast, new CreateTable(ofToast.tables().getFirst()))).isEqualTo("""
                BLOCKED table t: the storage parameter toast.vacuum_max_eager_freeze_failure_rate needs PostgreSQL 18, and the \
                server is PostgreSQL 14; leave it out
                """);
        assertThat(plan(18, young, new CreateTable(young.tables().getFirst()))).isEqualTo("PLANNED table t: \n");
    }

    @Test
    void aLanguageWaitsForTheVersionThatHasIt() {
        TextSearchDictionary stems =
                textSearchDictionary("stems", d -> d.template("snowball").option("language", "Estonian"));
        TextSearchConfiguration words = textSearchConfiguration("words", c -> c.copy("estonian"));
        Schema schema = schema("s", stems, words);

        assertThat(plan(17, schema, new CreateObject(stems))).isEqualTo("""
                BLOCKED text search dictionary stems: the language estonian needs PostgreSQL 18, and the server is PostgreSQL 17; \
                use the dictionary simple
                """);
        assertThat(plan(17, schema, new CreateObject(words))).isEqualTo("""
                BLOCKED text search configuration words: the language estonian needs PostgreSQL 18, and the server is PostgreSQL \
                17; use the dictionary simple
                """);
        assertThat(plan(18, schema, new CreateObject(words))).isEqualTo("PLANNED text search configuration words: \n");
    }

    @Test
    void theRightsOfWhoeverAsksWaitForTheVersionThatHasThem() {
        View view = view("v", "SELECT 1", v -> v.securityInvoker());

        assertThat(plan(14, schema("s", view), new CreateObject(view))).isEqualTo("""
                BLOCKED view v: securityInvoker() needs PostgreSQL 15, and the server is PostgreSQL 14; leave it out: the tables \
                are read with the rights of the owner
                """);
        assertThat(plan(15, schema("s", view), new CreateObject(view))).isEqualTo("PLANNED view v: \n");
    }

    @Test
    void whatSpeaksOfAnInheritedColumnWaitsForTheTableAbove() {
        Table above = table("above", t -> t.column("home", geography(POINT, 4326)));
        Table below = table("below", t -> {
            t.inherits(above);
            t.check("near", "home IS NOT NULL");
            t.check("far", "1 = 1");
        });
        Schema schema = schema("s", above, below);

        assertThat(plan(18, schema, new CreateExtension(schema.extensions().getFirst()),
                new AddColumn(above.name(), above.columns().getFirst()),
                new AddConstraint(below.name(), below.constraints().get(0)),
                new AddConstraint(below.name(), below.constraints().get(1)))).isEqualTo("""
                        DEFERRED extension postgis: the server does not offer this extension
                        DEFERRED column above.home: needs extension postgis, which is deferred
                        DEFERRED constraint near on below: needs column above.home, which is deferred
                        PLANNED constraint far on below:\s
                        """);
    }

    /** A partition has the keys of the table above it. */
    @Test
    void aForeignKeyToAPartitionWaitsForTheKeyAboveIt() {
        Table regions = table("regions", t -> {
            ColumnHandle code = t.column("code", text());
            t.unique(code);
            t.partitionByList(code);
            t.partition("eu", p -> p.in("de", "fr"));
        });
        Table eu = regions.options().partitioning().partitions().getFirst();
        Table cities = table("cities", t -> t.foreignKey(t.column("code", text())).references(eu, "code"));
        Schema schema = schema("s", regions, cities);
        SqlChange key = new AddConstraint(regions.name(), regions.constraints().getFirst());
        SqlChange reference = new AddConstraint(cities.name(), cities.constraints().getFirst());

        assertThat(lines(SqlPlan.of(
                schema, new Difference<>(List.of(reference, key), List.of()), LiveDatabases.empty(18),
                Map.of(key, "rows repeat a code")))).isEqualTo("""
                        BLOCKED constraint regions_code_key on regions: rows repeat a code
                        BLOCKED constraint cities_code_fkey on cities: needs constraint regions_code_key on regions, which is \
                        blocked
                        """);
    }

    private static String plan(int serverVersion, Schema schema, SqlChange... missing) {
        return lines(SqlPlan.of(
                schema, new Difference<>(List.of(missing), List.of()), LiveDatabases.empty(serverVersion), Map.of()));
    }

    private static String lines(List<SqlPlan.Item> items) {
        return items.stream()
                .map(item -> item.status() + " " + item.change().subject().display() + ": " + item.detail())
                .collect(Collectors.joining("\n", "", "\n"));
    }
}

package dev.plinth.postgres;

import static dev.plinth.dsl.SchemaDsl.GIST;
import static dev.plinth.dsl.SchemaDsl.schema;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.SchemaDsl.view;
import static dev.plinth.dsl.Types.POINT;
import static dev.plinth.dsl.Types.geography;
import static dev.plinth.dsl.Types.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.ApplyException;
import dev.plinth.Report;
import dev.plinth.SchemaInitializer;
import dev.plinth.Step;
import dev.plinth.model.Schema;
import dev.plinth.postgres.testing.PostgresServers;
import dev.plinth.postgres.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** What a server without PostGIS can have of a schema that needs it. */
class MissingExtensionTest {

    private static final Schema PLACES = schema("places", table("places", t -> {
        t.column("id", integer()).primaryKey();
        var location = t.column("location", geography(POINT, 4326));
        t.index("places_location").on(location).using(GIST);
    }));

    @Test
    void isRefusedBeforeAnythingIsDoneWhereNothingElseWasSaid() {
        try (TestDatabase database = PostgresServers.embedded(18).createDatabase()) {
            SchemaInitializer initializer =
                    SchemaInitializer.of(PLACES).with(PostgresStore.of(database.dataSource()));

            assertThatThrownBy(initializer::apply)
                    .isInstanceOf(ApplyException.class)
                    .hasMessageContaining(
                            "the server does not offer the extension postgis, which the schema needs; install"
                                    + " it on the server, or let the store defer what needs it with deferMissingExtensions()");
            assertThat(database.query("SELECT to_regclass('places') IS NULL")).containsExactly("t");
        }
    }

    @Test
    void isDeferredWithAllThatDependsOnItWhereThatIsAllowed() {
        try (TestDatabase database = PostgresServers.embedded(18).createDatabase()) {
            Report report = SchemaInitializer.of(PLACES)
                    .with(PostgresStore.of(database.dataSource()).deferMissingExtensions())
                    .apply();

            assertThat(report.stores().getFirst().steps().stream()
                    .map(step -> step.status() + " " + step.change().subject().display() + " " + step.detail()))
                    .containsExactly(
                            "DONE table places ",
                            "DEFERRED extension postgis the server does not offer this extension",
                            "DEFERRED column places.location needs extension postgis, which is deferred",
                            "DEFERRED index places_location on places needs column places.location, which is deferred");
            assertThat(report.exitCode()).isEqualTo(3);
        }
    }

    /** A column that is deferred too is no other one that the word could mean. */
    @Test
    void isDeferredWithAViewThatComparesTwoColumnsOfIt() {
        Schema schema = schema(
                "places",
                table("shops", t -> {
                    t.column("id", integer());
                    t.column("place", geography(POINT, 4326));
                }),
                table("homes", t -> t.column("place", geography(POINT, 4326))),
                view("near", "SELECT s.id FROM public.shops s JOIN public.homes h ON s.place = h.place"));
        try (TestDatabase database = PostgresServers.embedded(18).createDatabase()) {
            Report report = SchemaInitializer.of(schema)
                    .with(PostgresStore.of(database.dataSource()).deferMissingExtensions())
                    .apply();

            assertThat(report.stores().getFirst().steps().stream()
                    .map(step -> step.status() + " " + step.change().subject().display() + " " + step.detail()))
                    .containsExactly(
                            "DONE table shops ",
                            "DONE table homes ",
                            "DEFERRED extension postgis the server does not offer this extension",
                            "DEFERRED column shops.place needs extension postgis, which is deferred",
                            "DEFERRED column homes.place needs extension postgis, which is deferred",
                            "DEFERRED view near needs column shops.place, which is deferred");
        }
    }

    @Test
    void isAddedByALaterApplyOnAServerThatHasIt() {
        try (TestDatabase complete = PostgresServers.withPostgis().createDatabase();
                TestDatabase database = PostgresServers.withPostgis().createDatabase()) {
            SchemaInitializer.of(PLACES).with(PostgresStore.of(complete.dataSource())).apply();
            database.execute("CREATE TABLE places (id integer PRIMARY KEY)");

            Report report = SchemaInitializer.of(PLACES)
                    .with(PostgresStore.of(database.dataSource()))
                    .apply();

            assertThat(report.steps(Step.Status.DONE)).hasSize(3);
            assertThat(database.sortedDump()).isEqualTo(complete.sortedDump());
            assertThat(SchemaInitializer.of(PLACES)
                    .with(PostgresStore.of(database.dataSource()))
                    .plan()
                    .isEmpty())
                    .isTrue();
        }
    }
}

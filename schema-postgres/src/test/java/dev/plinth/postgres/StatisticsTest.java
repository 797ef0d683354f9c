package dev.plinth.postgres;

import static dev.plinth.dsl.Expressions.sql;
import static dev.plinth.dsl.SchemaDsl.namespace;
import static dev.plinth.dsl.SchemaDsl.schema;
import static dev.plinth.dsl.SchemaDsl.statistics;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.Types.integer;
import static dev.plinth.dsl.Types.text;
import static dev.plinth.dsl.Types.timestamp;

import dev.plinth.model.Schema;
import dev.plinth.model.SchemaObject;
import dev.plinth.model.sql.MaterializedView;
import dev.plinth.model.sql.Statistics;
import dev.plinth.model.sql.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Extended statistics. */
class StatisticsTest extends KindAcceptance {

    private static final Table PLACES = table("places", t -> {
        t.column("city", text());
        t.column("Zip code", text());
        t.column("people", integer());
        t.column("seen", timestamp());
    });

    private static final Statistics TOGETHER =
            statistics("places_together", s -> s.on("Zip code", "city").from(PLACES).comment("Zip codes tell cities"));

    private static final Statistics SOME = namespace("Stat").statistics("some", s -> s.ndistinct().mcv()
            .on("people", "city").on(sql("lower(\"Zip code\")")).on(sql("people % 10")).from(PLACES));

    private static final Statistics MONTHS =
            statistics("places_months", s -> s.on(sql("date_trunc('month', seen)")).from(PLACES));

    /** Alike, so that only the first and the last are asked about at first. */
    private static final List<Table> VISITS = IntStream.rangeClosed(1, 3)
            .mapToObj(number -> table("visits_" + number, t -> t.column("seen", timestamp())))
            .toList();

    private static final MaterializedView CITIES = namespace("Stat").materializedView(
            "cities", "SELECT city, max(seen) AS \"Last\", count(*) AS many FROM public.places GROUP BY city");

    private static final Statistics OF_CITIES = statistics("cities_together",
            s -> s.on("many", "city").on(sql("date_trunc('month', \"Last\")")).from(CITIES).comment("Of a view"));

    private static final Statistics OF_MONTHS =
            statistics("cities_months", s -> s.on(sql("date_trunc('month', \"Last\")")).from(CITIES));

    @Override
    Schema declared() {
        List<SchemaObject> objects =
                new ArrayList<>(List.of(OF_CITIES, OF_MONTHS, TOGETHER, SOME, MONTHS, CITIES, PLACES));
        for (Table table : VISITS) {
            objects.add(table);
            objects.add(statistics(table.name().name() + "_months",
                    s -> s.on(sql("date_trunc('month', seen)")).from(table)));
        }
        return schema("statistics", objects);
    }

    @Override
    String plainSql() {
        return """
                CREATE SCHEMA "Stat";
                CREATE TABLE places (city text, "Zip code" text, people integer, seen timestamp);
                CREATE STATISTICS places_together ON city, "Zip code" FROM places;
                COMMENT ON STATISTICS places_together IS 'Zip codes tell cities';
                CREATE STATISTICS "Stat".some (mcv, ndistinct)
                  ON city, people, lower("Zip code"), (people % 10) FROM places;
                CREATE STATISTICS places_months ON date_trunc('month', seen) FROM places;
                CREATE MATERIALIZED VIEW "Stat".cities AS
                  SELECT city, max(seen) AS "Last", count(*) AS many FROM places GROUP BY city;
                CREATE STATISTICS cities_together ON city, many, date_trunc('month', "Last") FROM "Stat".cities;
                COMMENT ON STATISTICS cities_together IS 'Of a view';
                CREATE STATISTICS cities_months ON date_trunc('month', "Last") FROM "Stat".cities;
                CREATE TABLE visits_1 (seen timestamp);
                CREATE TABLE visits_2 (seen timestamp);
                CREATE TABLE visits_3 (seen timestamp);
                CREATE STATISTICS visits_1_months ON date_trunc('month', seen) FROM visits_1;
                CREATE STATISTICS visits_2_months ON date_trunc('month', seen) FROM visits_2;
                CREATE STATISTICS visits_3_months ON date_trunc('month', seen) FROM visits_3;
                """;
    }

    @Override
    List<String> removals() {
        return List.of(
                "DROP STATISTICS places_together",
                "DROP STATISTICS \"Stat\".some, places_months",
                "DROP TABLE places CASCADE; DROP STATISTICS IF EXISTS cities_months",
                "DROP STATISTICS cities_months; ALTER TABLE places DROP COLUMN people");
    }

    @Override
    List<Change> changes() {
        return List.of(
                Change.of("DROP STATISTICS places_together, \"Stat\".some, places_months;"
                        + " CREATE STATISTICS places_together (dependencies) ON city, people FROM places;"
                        + " COMMENT ON STATISTICS places_together IS 'Other';"
                        + " CREATE STATISTICS \"Stat\".some ON city, people, lower(city), (people % 10) FROM places;"
                        + " CREATE STATISTICS places_months ON date_trunc('month'::text, seen) FROM places;"
                        + " ALTER STATISTICS places_months SET STATISTICS 7",
                        "statistics object places_together: kinds: schema says ndistinct, dependencies, mcv, store has"
                                + " dependencies",
                        "statistics object places_together: columns: schema says Zip code, city, store has city, people",
                        "statistics object Stat.some: kinds: schema says ndistinct, mcv, store has ndistinct, dependencies,"
                                + " mcv",
                        "statistics object Stat.some: expressions: schema says lower(\"Zip code\"), people % 10, store has"
                                + " lower(city), people % 10",
                        "statistics object places_months: definition: store has SET STATISTICS 7, which the schema does not"
                                + " declare",
                        "comment on statistics places_together: text: schema says 'Zip codes tell cities', store has"
                                + " 'Other'"),
                Change.of(
                        "DROP STATISTICS visits_2_months; CREATE STATISTICS visits_2_months ON date_trunc('year', seen)"
                                + " FROM visits_2",
                        "statistics object visits_2_months: expressions: schema says date_trunc('month', seen), store has"
                                + " date_trunc('year'::text, seen)"),
                Change.of("DROP STATISTICS cities_together; CREATE STATISTICS cities_together (mcv) ON city,"
                        + " date_trunc('year', \"Last\") FROM \"Stat\".cities;"
                        + " COMMENT ON STATISTICS cities_together IS 'Of a view'",
                        "statistics object cities_together: kinds: schema says ndistinct, dependencies, mcv, store has mcv",
                        "statistics object cities_together: columns: schema says city, many, store has city",
                        "statistics object cities_together: expressions: schema says date_trunc('month', \"Last\"), store"
                                + " has date_trunc('year'::text, \"Last\")"),
                Change.of("DROP STATISTICS places_months; CREATE TABLE other (seen timestamp);"
                        + " CREATE STATISTICS places_months ON date_trunc('year', seen) FROM other",
                        "statistics object places_months: table: schema says places, store has other"));
    }
}

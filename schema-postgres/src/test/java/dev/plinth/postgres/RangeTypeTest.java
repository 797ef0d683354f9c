package dev.plinth.postgres;

import static dev.plinth.dsl.SchemaDsl.domain;
import static dev.plinth.dsl.SchemaDsl.namespace;
import static dev.plinth.dsl.SchemaDsl.rangeType;
import static dev.plinth.dsl.SchemaDsl.schema;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.Types.arrayOf;
import static dev.plinth.dsl.Types.doublePrecision;
import static dev.plinth.dsl.Types.inet;
import static dev.plinth.dsl.Types.text;
import static dev.plinth.dsl.Types.time;

import dev.plinth.model.Schema;
import dev.plinth.model.sql.RangeType;
import java.util.List;

class RangeTypeTest extends KindAcceptance {

    private static final RangeType FLOATS = rangeType("float_range", doublePrecision(), r -> r.subtypeDiff("float8mi"));

    private static final RangeType TEXTS = namespace("App").rangeType("Texts", text(), r -> r
            .subtypeOperatorClass("text_pattern_ops")
            .collation("C")
            .multirangeTypeName("Many texts"));

    private static final RangeType ADDRESSES = rangeType("addresses", inet());

    private static final RangeType TIMES = rangeType("timerange", domain("clock", time()));

    @Override
    Schema declared() {
        return schema(
                "ranges",
                table("windows", t -> {
                    t.column("values", FLOATS);
                    t.column("sets", FLOATS.multirangeType());
                    t.column("texts", TEXTS);
                    t.column("many", arrayOf(TEXTS.multirangeType()));
                    t.column("times", TIMES);
                }),
                ADDRESSES);
    }

    @Override
    String plainSql() {
        return """
                CREATE SCHEMA "App";
                CREATE TYPE float_range AS RANGE (subtype = float8, subtype_diff = float8mi);
                CREATE TYPE "App"."Texts" AS RANGE (subtype = text, subtype_opclass = text_pattern_ops, collation = "C",
                    multirange_type_name = "App"."Many texts");
                CREATE TYPE addresses AS RANGE (subtype = inet);
                CREATE DOMAIN clock AS time;
                CREATE TYPE timerange AS RANGE (subtype = clock);
                CREATE TABLE windows (
                    values float_range,
                    sets float_multirange,
                    texts "App"."Texts",
                    many "App"."Many texts"[],
                    times timerange);
                """;
    }

    @Override
    List<String> removals() {
        return List.of(
                "DROP TABLE windows",
                "DROP TYPE addresses",
                "DROP TABLE windows; DROP TYPE float_range",
                "DROP TABLE windows; DROP TYPE timerange; DROP DOMAIN clock; DROP SCHEMA \"App\" CASCADE",
                "ALTER TABLE windows DROP COLUMN sets, DROP COLUMN many");
    }

    @Override
    List<Change> changes() {
        return List.of(
                Change.of(
                        "DROP TYPE addresses; CREATE TYPE addresses AS RANGE (subtype = cidr)".replace("cidr", "text"),
                        "range type addresses: subtype: schema says inet, store has text"),
                Change.of(
                        "DROP TYPE addresses; CREATE FUNCTION apart(inet, inet) RETURNS float8 LANGUAGE sql IMMUTABLE AS"
                                + " 'SELECT 1::float8'; CREATE TYPE addresses AS RANGE (subtype = inet, subtype_diff = apart)",
                        "range type addresses: difference function: store has apart, which the schema does not declare"),
                Change.of(
                        "DROP TYPE addresses; CREATE TYPE addresses AS RANGE (subtype = inet, multirange_type_name = sets)",
                        "range type addresses: multirange: schema says addresses_multirange, store has sets"),
                Change.of("DROP TABLE windows; DROP TYPE \"App\".\"Texts\"; CREATE TYPE \"App\".\"Texts\" AS RANGE"
                        + " (subtype = text, multirange_type_name = \"App\".\"Many texts\"); CREATE TABLE windows ("
                        + " values float_range, sets float_multirange, texts \"App\".\"Texts\","
                        + " many \"App\".\"Many texts\"[], times timerange)",
                        "range type App.Texts: operator class: schema says pg_catalog.text_pattern_ops, store has nothing",
                        "range type App.Texts: collation: schema says pg_catalog.C, store has nothing"),
                Change.of("DROP TYPE addresses; CREATE DOMAIN addresses AS text",
                        "range type addresses: name: schema says a range type, store has a domain; nothing is created under"
                                + " that name; rename one of the two"));
    }
}

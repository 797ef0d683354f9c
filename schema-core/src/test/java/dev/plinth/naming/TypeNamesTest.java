package dev.plinth.naming;

import static dev.plinth.dsl.Types.GEOMETRY;
import static dev.plinth.dsl.Types.POINT;
import static dev.plinth.dsl.Types.arrayOf;
import static dev.plinth.dsl.Types.bigint;
import static dev.plinth.dsl.Types.bit;
import static dev.plinth.dsl.Types.bitVarying;
import static dev.plinth.dsl.Types.bool;
import static dev.plinth.dsl.Types.bytea;
import static dev.plinth.dsl.Types.character;
import static dev.plinth.dsl.Types.cidr;
import static dev.plinth.dsl.Types.date;
import static dev.plinth.dsl.Types.doublePrecision;
import static dev.plinth.dsl.Types.extensionType;
import static dev.plinth.dsl.Types.geography;
import static dev.plinth.dsl.Types.geometry;
import static dev.plinth.dsl.Types.inet;
import static dev.plinth.dsl.Types.integer;
import static dev.plinth.dsl.Types.interval;
import static dev.plinth.dsl.Types.json;
import static dev.plinth.dsl.Types.jsonb;
import static dev.plinth.dsl.Types.macaddr;
import static dev.plinth.dsl.Types.money;
import static dev.plinth.dsl.Types.nativeType;
import static dev.plinth.dsl.Types.numeric;
import static dev.plinth.dsl.Types.real;
import static dev.plinth.dsl.Types.smallint;
import static dev.plinth.dsl.Types.text;
import static dev.plinth.dsl.Types.time;
import static dev.plinth.dsl.Types.timeWithTimeZone;
import static dev.plinth.dsl.Types.timestamp;
import static dev.plinth.dsl.Types.timestampWithTimeZone;
import static dev.plinth.dsl.Types.tsvector;
import static dev.plinth.dsl.Types.uuid;
import static dev.plinth.dsl.Types.varchar;
import static dev.plinth.dsl.Types.xml;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.model.sql.ColumnType;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The spellings on the right were read from {@code format_type} of PostgreSQL 15 with PostGIS 3. */
class TypeNamesTest {

    @Test
    void everyWordOfTheDslHasTheSpellingOfFormatType() {
        Stream<ColumnType> types = Stream.of(
                smallint(),
                integer(),
                bigint(),
                numeric(),
                numeric(5),
                numeric(10, 2),
                real(),
                doublePrecision(),
                bool(),
                text(),
                varchar(),
                varchar(200),
                character(1),
                bytea(),
                uuid(),
                json(),
                jsonb(),
                date(),
                time(),
                time(3),
                timeWithTimeZone(),
                timestamp(),
                timestamp(3),
                timestamp(6),
                timestampWithTimeZone(),
                timestampWithTimeZone(0),
                interval(),
                inet(),
                cidr(),
                macaddr(),
                bit(1),
                bitVarying(8),
                tsvector(),
                xml(),
                money(),
                arrayOf(text()),
                arrayOf(arrayOf(numeric(10, 2))),
                geography(POINT, 4326),
                geography(),
                geography(POINT, 0),
                geometry(),
                geometry(POINT, 0),
                geometry(GEOMETRY, 4326),
                extensionType("citext", "citext"),
                nativeType("int4range"));
        assertThat(types.map(it -> TypeWords.of(it) + " = " + TypeNames.of(it)).collect(Collectors.joining("\n")))
                .isEqualTo("""
                        smallint() = smallint
                        integer() = integer
                        bigint() = bigint
                        numeric() = numeric
                        numeric(5, 0) = numeric(5,0)
                        numeric(10, 2) = numeric(10,2)
                        real() = real
                        doublePrecision() = double precision
                        bool() = boolean
                        text() = text
                        varchar() = character varying
                        varchar(200) = character varying(200)
                        character(1) = character(1)
                        bytea() = bytea
                        uuid() = uuid
                        json() = json
                        jsonb() = jsonb
                        date() = date
                        time() = time without time zone
                        time(3) = time(3) without time zone
                        timeWithTimeZone() = time with time zone
                        timestamp() = timestamp without time zone
                        timestamp(3) = timestamp(3) without time zone
                        timestamp() = timestamp without time zone
                        timestampWithTimeZone() = timestamp with time zone
                        timestampWithTimeZone(0) = timestamp(0) with time zone
                        interval() = interval
                        inet() = inet
                        cidr() = cidr
                        macaddr() = macaddr
                        bit(1) = bit(1)
                        bitVarying(8) = bit varying(8)
                        tsvector() = tsvector
                        xml() = xml
                        money() = money
                        arrayOf(text()) = text[]
                        arrayOf(numeric(10, 2)) = numeric(10,2)[]
                        geography(POINT, 4326) = geography(Point,4326)
                        geography() = geography
                        geography(POINT, 4326) = geography(Point,4326)
                        geometry() = geometry
                        geometry(POINT) = geometry(Point)
                        geometry(GEOMETRY, 4326) = geometry(Geometry,4326)
                        extensionType("citext", "citext") = citext
                        nativeType("int4range") = int4range""");
    }

    @Test
    void twoSpellingsOfOneTypeAreOneValue() {
        assertThat(numeric(5)).isEqualTo(numeric(5, 0));
        assertThat(timestamp(6)).isEqualTo(timestamp());
        assertThat(timestampWithTimeZone(6)).isEqualTo(timestampWithTimeZone());
        assertThat(time(6)).isEqualTo(time());
        assertThat(arrayOf(arrayOf(text()))).isEqualTo(arrayOf(text()));
    }
}

package dev.plinth.postgres;

import static dev.plinth.dsl.Expressions.emptyJsonObject;
import static dev.plinth.dsl.Expressions.literal;
import static dev.plinth.dsl.Expressions.now;
import static dev.plinth.dsl.Expressions.randomUuid;
import static dev.plinth.dsl.Expressions.sql;
import static dev.plinth.dsl.SchemaDsl.BRIN;
import static dev.plinth.dsl.SchemaDsl.CASCADE;
import static dev.plinth.dsl.SchemaDsl.DELETE;
import static dev.plinth.dsl.SchemaDsl.GIN;
import static dev.plinth.dsl.SchemaDsl.GIST;
import static dev.plinth.dsl.SchemaDsl.HASH;
import static dev.plinth.dsl.SchemaDsl.INSERT;
import static dev.plinth.dsl.SchemaDsl.RESTRICT;
import static dev.plinth.dsl.SchemaDsl.SET_NULL;
import static dev.plinth.dsl.SchemaDsl.TRUNCATE;
import static dev.plinth.dsl.SchemaDsl.UPDATE;
import static dev.plinth.dsl.SchemaDsl.namespace;
import static dev.plinth.dsl.SchemaDsl.schema;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.SchemaDsl.triggerFunction;
import static dev.plinth.dsl.Types.POINT;
import static dev.plinth.dsl.Types.arrayOf;
import static dev.plinth.dsl.Types.bigint;
import static dev.plinth.dsl.Types.bit;
import static dev.plinth.dsl.Types.bool;
import static dev.plinth.dsl.Types.bytea;
import static dev.plinth.dsl.Types.character;
import static dev.plinth.dsl.Types.date;
import static dev.plinth.dsl.Types.doublePrecision;
import static dev.plinth.dsl.Types.geography;
import static dev.plinth.dsl.Types.inet;
import static dev.plinth.dsl.Types.integer;
import static dev.plinth.dsl.Types.interval;
import static dev.plinth.dsl.Types.jsonb;
import static dev.plinth.dsl.Types.nativeType;
import static dev.plinth.dsl.Types.numeric;
import static dev.plinth.dsl.Types.smallint;
import static dev.plinth.dsl.Types.text;
import static dev.plinth.dsl.Types.timeWithTimeZone;
import static dev.plinth.dsl.Types.timestamp;
import static dev.plinth.dsl.Types.timestampWithTimeZone;
import static dev.plinth.dsl.Types.tsvector;
import static dev.plinth.dsl.Types.uuid;
import static dev.plinth.dsl.Types.varchar;

import dev.plinth.dsl.Namespace;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.Function;
import dev.plinth.model.sql.Table;
import java.math.BigDecimal;

/** A schema with every form that can be rendered, and with names and texts that are easily broken. */
public final class BroadSchema {

    private static final Namespace AUDIT = namespace("Audit \"log\"");

    private static final Function TOUCH = triggerFunction("touch", """
            BEGIN
                NEW.changed_at = NOW();
                RETURN NEW;
            END;
            """).describe("Keeps changed_at.\nCalled by triggers only.");

    private static final Function RECORD = AUDIT.triggerFunction("it's recorded", """
            DECLARE
                body text := $body$a ? b {0} 'c' \\ $$ $plinth$ $body$;
            BEGIN
                RETURN NULL;
            END;
            """);

    private static final Table COUNTRIES = table("countries", t -> {
        t.describe("first line\nsecond line; DROP TABLE countries;");
        t.column("code", character(2)).primaryKey().describe("ISO 3166-1 --\n alpha-2");
        t.column("name", varchar(100)).notNull().unique();
        t.column("size", numeric(12, 2)).defaultTo(literal(new BigDecimal("-0.50")));
    });

    /** Points to people, who point back: a cycle. */
    private static final Table TEAMS = table("teams", t -> {
        var id = t.column("id", uuid()).primaryKey().defaultTo(randomUuid());
        t.column("lead", bigint()).references("people");
        t.column("parent", uuid()).references("teams");
        var country = t.column("country", character(2)).references(COUNTRIES);
        t.unique(country, id).named("teams of a country");
    });

    private static final Table PEOPLE = table("people", t -> {
        t.column("id", bigint()).primaryKey();
        var team = t.column("team", uuid());
        t.foreignKey(team).references(TEAMS).onDelete(SET_NULL).onUpdate(CASCADE).describe("The present team");
        var email = t.column("email", text()).notNull();
        var kind = t.column("kind", varchar(10)).notNull().oneOf("it's", "?", "{0}").defaultTo(literal("?"));
        var level = t.column("level", smallint()).oneOf(1, 2, -3);
        var data = t.column("data", jsonb()).notNull().defaultTo(emptyJsonObject());
        var changed = t.column("changed_at", timestamp()).defaultTo(now());
        t.check("keys of data", "data ? 'a' OR data ?| array['{0}', ':x'] OR NOT data @? '$.b' -- why not");
        t.check("path", "email <> 'C:\\temp' AND email <> E'it\\'s' AND email !~ '^\\s?$'");
        t.index("people_email").on(sql("lower(email)")).unique().where("email <> '?'")
                .describe("One account\nan address");
        t.index("people_kind").on(kind.desc(), level).include(email);
        t.index("people_data").on(data).using(GIN);
        t.index("people_level").on(level).using(HASH);
        t.index("people_changed").on(changed).using(BRIN);
        t.trigger("touch people").before(UPDATE).forEachRow().execute(TOUCH).describe("See touch()");
        t.trigger("people \"recorded\"").after(INSERT, UPDATE, DELETE, TRUNCATE).forEachStatement().execute(RECORD);
    });

    private static final Table EVENTS = AUDIT.table("Events", t -> {
        var day = t.column("day", date());
        var number = t.column("nummer \u00e9\u4e16\ud83d\ude00", integer());
        t.primaryKey(day, number).named("events pk");
        var country = t.column("country", character(2));
        t.foreignKey(country).references(COUNTRIES).onDelete(RESTRICT);
        t.column("at", timestampWithTimeZone(3)).notNull().defaultTo(sql("now() - interval '1 day'"));
        t.column("utc", timestamp()).notNull().defaultTo(sql("now() AT TIME ZONE 'utc'"));
        t.column("clock", timeWithTimeZone());
        t.column("took", interval());
        t.column("flags", bit(3));
        t.column("ok", bool()).defaultTo(literal(false));
        t.column("ratio", doublePrecision()).defaultTo(literal(new BigDecimal("1.5E+3")));
        t.column("raw", bytea());
        t.column("from", inet());
        t.column("words", tsvector());
        t.column("tags", arrayOf(varchar(20)));
        t.column("range", nativeType("int4range"));
        t.index(number);
    });

    private static final Table LINES = AUDIT.table("event \"lines\"", t -> {
        var number = t.column("number", integer());
        var day = t.column("day", date());
        t.foreignKey(number, day).references(EVENTS, "nummer \u00e9\u4e16\ud83d\ude00", "day").named("to its event");
    });

    private static final Table PLACES = table("places", t -> {
        t.column("id", bigint()).primaryKey();
        var at = t.column("at", geography(POINT, 4326));
        t.column("path", arrayOf(geography(POINT, 4326)));
        t.index("places_at").on(at).using(GIST);
    });

    private BroadSchema() {}

    /** Without an extension. */
    public static Schema builtIn() {
        return schema("broad", TEAMS, PEOPLE, LINES, EVENTS, COUNTRIES).describe("Every form.\nAnd more.");
    }

    /** With a table that needs PostGIS. */
    public static Schema withPostgis() {
        return schema("broad", PLACES, TEAMS, PEOPLE, LINES, EVENTS, COUNTRIES).describe("Every form.\nAnd more.");
    }
}

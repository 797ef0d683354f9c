package dev.plinth.model.sql;

/**
 * The types of {@code pg_catalog} that have a word in the DSL; any other is reached as {@link ColumnType.Native}.
 * The spelling is the one of {@code format_type}; a {@code %} marks the place of the modifiers.
 *
 * @see <a href="https://www.postgresql.org/docs/current/datatype.html">Data Types</a>
 */
public enum BuiltInType {
    SMALLINT("smallint"),
    INTEGER("integer"),
    BIGINT("bigint"),
    NUMERIC("numeric%"),
    REAL("real"),
    DOUBLE_PRECISION(
            "double precision"),
    BOOLEAN("boolean"),
    TEXT("text"),
    VARCHAR("character varying%"),
    CHAR(
            "character%"),
    BYTEA("bytea"),
    UUID("uuid"),
    JSON("json"),
    JSONB("jsonb"),
    DATE("date"),
    TIME(
            "time% without time zone"),
    TIME_WITH_TIME_ZONE("time% with time zone"),
    TIMESTAMP(
            "timestamp% without time zone"),
    TIMESTAMP_WITH_TIME_ZONE(
            "timestamp% with time zone"),
    INTERVAL("interval%"),
    INET("inet"),
    CIDR(
            "cidr"),
    MACADDR("macaddr"),
    BIT("bit%"),
    BIT_VARYING(
            "bit varying%"),
    TSVECTOR(
            "tsvector"),
    XML("xml"),
    MONEY("money");

    private final String pattern;

    BuiltInType(String pattern) {
        this.pattern = pattern;
    }

    /** The spelling of {@code format_type} with {@code %} where the modifiers stand. */
    public String pattern() {
        return pattern;
    }
}

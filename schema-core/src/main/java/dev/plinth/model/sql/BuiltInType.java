package dev.plinth.model.sql;

/**
 * The types of {@code pg_catalog} that a column can have.
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
    DOUBLE_PRECISION("double precision"),
    BOOLEAN("boolean"),
    TEXT("text"),
    VARCHAR("character varying%"),
    CHAR("character%"),
    BPCHAR("bpchar"),
    BYTEA("bytea"),
    UUID("uuid"),
    JSON("json"),
    JSONB("jsonb"),
    JSONPATH("jsonpath"),
    XML("xml"),
    MONEY("money"),
    DATE("date"),
    TIME("time% without time zone"),
    TIME_WITH_TIME_ZONE("time% with time zone"),
    TIMESTAMP("timestamp% without time zone"),
    TIMESTAMP_WITH_TIME_ZONE("timestamp% with time zone"),
    INTERVAL("interval%"),
    INTERVAL_YEAR("interval year"),
    INTERVAL_MONTH("interval month"),
    INTERVAL_DAY("interval day"),
    INTERVAL_HOUR("interval hour"),
    INTERVAL_MINUTE("interval minute"),
    INTERVAL_SECOND("interval second%"),
    INTERVAL_YEAR_TO_MONTH("interval year to month"),
    INTERVAL_DAY_TO_HOUR("interval day to hour"),
    INTERVAL_DAY_TO_MINUTE("interval day to minute"),
    INTERVAL_DAY_TO_SECOND("interval day to second%"),
    INTERVAL_HOUR_TO_MINUTE("interval hour to minute"),
    INTERVAL_HOUR_TO_SECOND("interval hour to second%"),
    INTERVAL_MINUTE_TO_SECOND("interval minute to second%"),
    INET("inet"),
    CIDR("cidr"),
    MACADDR("macaddr"),
    MACADDR8("macaddr8"),
    BIT("bit%"),
    BIT_VARYING("bit varying%"),
    TSVECTOR("tsvector"),
    TSQUERY("tsquery"),
    POINT("point"),
    LINE("line"),
    LSEG("lseg"),
    BOX("box"),
    PATH("path"),
    POLYGON("polygon"),
    CIRCLE("circle"),
    INT4RANGE("int4range"),
    INT8RANGE("int8range"),
    NUMRANGE("numrange"),
    TSRANGE("tsrange"),
    TSTZRANGE("tstzrange"),
    DATERANGE("daterange"),
    INT4MULTIRANGE("int4multirange"),
    INT8MULTIRANGE("int8multirange"),
    NUMMULTIRANGE("nummultirange"),
    TSMULTIRANGE("tsmultirange"),
    TSTZMULTIRANGE("tstzmultirange"),
    DATEMULTIRANGE("datemultirange"),
    NAME("name"),
    INTERNAL_CHAR("\"char\""),
    OID("oid"),
    REGCLASS("regclass"),
    REGCOLLATION("regcollation"),
    REGCONFIG("regconfig"),
    REGDICTIONARY("regdictionary"),
    REGNAMESPACE("regnamespace"),
    REGOPER("regoper"),
    REGOPERATOR("regoperator"),
    REGPROC("regproc"),
    REGPROCEDURE("regprocedure"),
    REGROLE("regrole"),
    REGTYPE("regtype"),
    PG_LSN("pg_lsn"),
    PG_SNAPSHOT("pg_snapshot"),
    TXID_SNAPSHOT("txid_snapshot"),
    TID("tid"),
    CID("cid"),
    XID("xid"),
    XID8("xid8"),
    REFCURSOR("refcursor"),
    ACLITEM("aclitem"),
    INT2VECTOR("int2vector"),
    OIDVECTOR("oidvector");

    private final String pattern;

    BuiltInType(String pattern) {
        this.pattern = pattern;
    }

    /** The spelling of {@code format_type} with {@code %} where the modifiers stand. */
    public String pattern() {
        return pattern;
    }
}

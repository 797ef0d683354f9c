package dev.plinth.dsl;

import dev.plinth.model.sql.BuiltInType;
import dev.plinth.model.sql.ColumnType;
import dev.plinth.model.sql.GeometryShape;
import dev.plinth.model.sql.IntervalFields;
import java.util.List;

/**
 * The types that few tables have: geometric ones, ranges, names of objects of the database. They are words of
 * {@link Types}.
 *
 * @see <a href="https://www.postgresql.org/docs/current/datatype.html">Data Types</a>
 */
public abstract sealed class RareTypes permits Types {

    public static final IntervalFields YEAR = IntervalFields.YEAR;
    public static final IntervalFields MONTH = IntervalFields.MONTH;
    public static final IntervalFields DAY = IntervalFields.DAY;
    public static final IntervalFields HOUR = IntervalFields.HOUR;
    public static final IntervalFields MINUTE = IntervalFields.MINUTE;
    public static final IntervalFields SECOND = IntervalFields.SECOND;
    public static final IntervalFields YEAR_TO_MONTH = IntervalFields.YEAR_TO_MONTH;
    public static final IntervalFields DAY_TO_HOUR = IntervalFields.DAY_TO_HOUR;
    public static final IntervalFields DAY_TO_MINUTE = IntervalFields.DAY_TO_MINUTE;
    public static final IntervalFields DAY_TO_SECOND = IntervalFields.DAY_TO_SECOND;
    public static final IntervalFields HOUR_TO_MINUTE = IntervalFields.HOUR_TO_MINUTE;
    public static final IntervalFields HOUR_TO_SECOND = IntervalFields.HOUR_TO_SECOND;
    public static final IntervalFields MINUTE_TO_SECOND = IntervalFields.MINUTE_TO_SECOND;

    public static final GeometryShape GEOMETRY = GeometryShape.GEOMETRY;
    public static final GeometryShape POINT = GeometryShape.POINT;
    public static final GeometryShape LINESTRING = GeometryShape.LINESTRING;
    public static final GeometryShape POLYGON = GeometryShape.POLYGON;
    public static final GeometryShape MULTIPOINT = GeometryShape.MULTIPOINT;
    public static final GeometryShape MULTILINESTRING = GeometryShape.MULTILINESTRING;
    public static final GeometryShape MULTIPOLYGON = GeometryShape.MULTIPOLYGON;
    public static final GeometryShape GEOMETRYCOLLECTION = GeometryShape.GEOMETRYCOLLECTION;

    RareTypes() {}

    /** Text of any length whose trailing blanks mean nothing: {@code character} without a length has one. */
    public static ColumnType bpchar() {
        return rare(BuiltInType.BPCHAR);
    }

    public static ColumnType tsquery() {
        return rare(BuiltInType.TSQUERY);
    }

    public static ColumnType jsonpath() {
        return rare(BuiltInType.JSONPATH);
    }

    /** The name of a cursor. */
    public static ColumnType refcursor() {
        return rare(BuiltInType.REFCURSOR);
    }

    /** A MAC address of 8 bytes. */
    public static ColumnType macaddr8() {
        return rare(BuiltInType.MACADDR8);
    }

    public static ColumnType point() {
        return rare(BuiltInType.POINT);
    }

    /** An endless line. */
    public static ColumnType line() {
        return rare(BuiltInType.LINE);
    }

    /** A piece of a line. */
    public static ColumnType lseg() {
        return rare(BuiltInType.LSEG);
    }

    public static ColumnType box() {
        return rare(BuiltInType.BOX);
    }

    public static ColumnType path() {
        return rare(BuiltInType.PATH);
    }

    public static ColumnType polygon() {
        return rare(BuiltInType.POLYGON);
    }

    public static ColumnType circle() {
        return rare(BuiltInType.CIRCLE);
    }

    /** Ranges of integer. */
    public static ColumnType int4range() {
        return rare(BuiltInType.INT4RANGE);
    }

    /** Ranges of bigint. */
    public static ColumnType int8range() {
        return rare(BuiltInType.INT8RANGE);
    }

    public static ColumnType numrange() {
        return rare(BuiltInType.NUMRANGE);
    }

    /** Ranges of timestamp. */
    public static ColumnType tsrange() {
        return rare(BuiltInType.TSRANGE);
    }

    /** Ranges of timestamp with time zone. */
    public static ColumnType tstzrange() {
        return rare(BuiltInType.TSTZRANGE);
    }

    public static ColumnType daterange() {
        return rare(BuiltInType.DATERANGE);
    }

    public static ColumnType int4multirange() {
        return rare(BuiltInType.INT4MULTIRANGE);
    }

    public static ColumnType int8multirange() {
        return rare(BuiltInType.INT8MULTIRANGE);
    }

    public static ColumnType nummultirange() {
        return rare(BuiltInType.NUMMULTIRANGE);
    }

    public static ColumnType tsmultirange() {
        return rare(BuiltInType.TSMULTIRANGE);
    }

    public static ColumnType tstzmultirange() {
        return rare(BuiltInType.TSTZMULTIRANGE);
    }

    public static ColumnType datemultirange() {
        return rare(BuiltInType.DATEMULTIRANGE);
    }

    /** An identifier: text of at most 63 bytes. */
    public static ColumnType name() {
        return rare(BuiltInType.NAME);
    }

    /** {@code "char"} in quotes: one byte. */
    public static ColumnType internalChar() {
        return rare(BuiltInType.INTERNAL_CHAR);
    }

    /** The number of an object, large objects included. */
    public static ColumnType oid() {
        return rare(BuiltInType.OID);
    }

    public static ColumnType regclass() {
        return rare(BuiltInType.REGCLASS);
    }

    public static ColumnType regcollation() {
        return rare(BuiltInType.REGCOLLATION);
    }

    public static ColumnType regconfig() {
        return rare(BuiltInType.REGCONFIG);
    }

    public static ColumnType regdictionary() {
        return rare(BuiltInType.REGDICTIONARY);
    }

    public static ColumnType regnamespace() {
        return rare(BuiltInType.REGNAMESPACE);
    }

    public static ColumnType regoper() {
        return rare(BuiltInType.REGOPER);
    }

    public static ColumnType regoperator() {
        return rare(BuiltInType.REGOPERATOR);
    }

    public static ColumnType regproc() {
        return rare(BuiltInType.REGPROC);
    }

    public static ColumnType regprocedure() {
        return rare(BuiltInType.REGPROCEDURE);
    }

    public static ColumnType regrole() {
        return rare(BuiltInType.REGROLE);
    }

    public static ColumnType regtype() {
        return rare(BuiltInType.REGTYPE);
    }

    /** A place in the write-ahead log. */
    public static ColumnType pgLsn() {
        return rare(BuiltInType.PG_LSN);
    }

    public static ColumnType pgSnapshot() {
        return rare(BuiltInType.PG_SNAPSHOT);
    }

    /** The predecessor of {@link #pgSnapshot()}. */
    public static ColumnType txidSnapshot() {
        return rare(BuiltInType.TXID_SNAPSHOT);
    }

    /** The place of a row in its table. */
    public static ColumnType tid() {
        return rare(BuiltInType.TID);
    }

    public static ColumnType cid() {
        return rare(BuiltInType.CID);
    }

    public static ColumnType xid() {
        return rare(BuiltInType.XID);
    }

    /** A transaction, never used again. */
    public static ColumnType xid8() {
        return rare(BuiltInType.XID8);
    }

    public static ColumnType aclitem() {
        return rare(BuiltInType.ACLITEM);
    }

    public static ColumnType int2vector() {
        return rare(BuiltInType.INT2VECTOR);
    }

    public static ColumnType oidvector() {
        return rare(BuiltInType.OIDVECTOR);
    }

    /** An interval of these fields: {@code interval(YEAR_TO_MONTH)}. */
    public static ColumnType interval(IntervalFields fields) {
        return rare(withFields(fields));
    }

    /** An interval of fields that end with the second, with so many digits of it, 0 to 6. */
    public static ColumnType interval(IntervalFields fields, int precision) {
        return Types.ofTime(withFields(fields), precision);
    }

    private static BuiltInType withFields(IntervalFields fields) {
        return BuiltInType.valueOf("INTERVAL_" + fields.name());
    }

    private static ColumnType rare(BuiltInType type) {
        return new ColumnType.BuiltIn(type, List.of());
    }
}

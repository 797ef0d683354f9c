package dev.plinth.dsl;

import dev.plinth.model.sql.BuiltInType;
import dev.plinth.model.sql.ColumnType;
import dev.plinth.model.sql.ColumnType.OfExtension;
import dev.plinth.model.sql.GeometryShape;
import dev.plinth.model.sql.NamedQuery;
import dev.plinth.model.sql.Table;
import dev.plinth.rule.TypeModifiers;
import java.util.List;
import java.util.function.Consumer;

/**
 * The types of columns, as values: equal types are equal values, also where SQL has two spellings. Import statically.
 *
 * @see <a href="https://www.postgresql.org/docs/current/datatype.html">Data Types</a>
 */
public final class Types extends RareTypes {

    private static final String POSTGIS = "postgis";
    private static final int WGS_84 = 4326;
    private static final int MICROSECONDS = 6;

    private Types() {}

    /** 2 bytes. */
    public static ColumnType smallint() {
        return plain(BuiltInType.SMALLINT);
    }

    /** 4 bytes. */
    public static ColumnType integer() {
        return plain(BuiltInType.INTEGER);
    }

    /** 8 bytes. */
    public static ColumnType bigint() {
        return plain(BuiltInType.BIGINT);
    }

    /** integer with a sequence of its own, NOT NULL; see also {@link ColumnHandle#generatedAlwaysAsIdentity()}. */
    public static Serial serial() {
        return serial(s -> {});
    }

    /** serial with a sequence of another name or with options. */
    public static Serial serial(Consumer<OwnedSequenceBuilder> sequence) {
        return new Serial(BuiltInType.INTEGER, sequence);
    }

    /** bigint with a sequence of its own, NOT NULL. */
    public static Serial bigserial() {
        return bigserial(s -> {});
    }

    /** bigserial with a sequence of another name or with options. */
    public static Serial bigserial(Consumer<OwnedSequenceBuilder> sequence) {
        return new Serial(BuiltInType.BIGINT, sequence);
    }

    /** smallint with a sequence of its own, NOT NULL. */
    public static Serial smallserial() {
        return new Serial(BuiltInType.SMALLINT, s -> {});
    }

    /** Any number of digits. */
    public static ColumnType numeric() {
        return plain(BuiltInType.NUMERIC);
    }

    /** Whole numbers of so many digits, 1 to 1000. */
    public static ColumnType numeric(int precision) {
        return numeric(precision, 0);
    }

    /** {@code precision} digits (1 to 1000), {@code scale} of them behind the point (-1000 to 1000). */
    public static ColumnType numeric(int precision, int scale) {
        return checked(BuiltInType.NUMERIC, precision, scale);
    }

    /** 4 bytes, about 6 digits. */
    public static ColumnType real() {
        return plain(BuiltInType.REAL);
    }

    /** 8 bytes, about 15 digits. */
    public static ColumnType doublePrecision() {
        return plain(BuiltInType.DOUBLE_PRECISION);
    }

    /** boolean, which is a reserved word in Java. */
    public static ColumnType bool() {
        return plain(BuiltInType.BOOLEAN);
    }

    /** Text of any length. */
    public static ColumnType text() {
        return plain(BuiltInType.TEXT);
    }

    /** Text of any length. */
    public static ColumnType varchar() {
        return plain(BuiltInType.VARCHAR);
    }

    /** Text of up to so many characters, 1 to 10485760. */
    public static ColumnType varchar(int length) {
        return checked(BuiltInType.VARCHAR, length);
    }

    /** Text padded to so many characters, 1 to 10485760. */
    public static ColumnType character(int length) {
        return checked(BuiltInType.CHAR, length);
    }

    public static ColumnType bytea() {
        return plain(BuiltInType.BYTEA);
    }

    public static ColumnType uuid() {
        return plain(BuiltInType.UUID);
    }

    /** JSON kept as text; nearly always {@link #jsonb()} is meant. */
    public static ColumnType json() {
        return plain(BuiltInType.JSON);
    }

    public static ColumnType jsonb() {
        return plain(BuiltInType.JSONB);
    }

    public static ColumnType date() {
        return plain(BuiltInType.DATE);
    }

    /** Time of day, without time zone, to the microsecond. */
    public static ColumnType time() {
        return plain(BuiltInType.TIME);
    }

    /** Time of day, without time zone, with so many digits of a second, 0 to 6. */
    public static ColumnType time(int precision) {
        return ofTime(BuiltInType.TIME, precision);
    }

    /** Time of day with an offset; PostgreSQL's manual advises against it. */
    public static ColumnType timeWithTimeZone() {
        return plain(BuiltInType.TIME_WITH_TIME_ZONE);
    }

    /** Time of day with an offset, with so many digits of a second, 0 to 6. */
    public static ColumnType timeWithTimeZone(int precision) {
        return ofTime(BuiltInType.TIME_WITH_TIME_ZONE, precision);
    }

    /** Date and time, without time zone, to the microsecond. */
    public static ColumnType timestamp() {
        return plain(BuiltInType.TIMESTAMP);
    }

    /** Date and time, without time zone, with so many digits of a second, 0 to 6. */
    public static ColumnType timestamp(int precision) {
        return ofTime(BuiltInType.TIMESTAMP, precision);
    }

    /** A moment, to the microsecond. */
    public static ColumnType timestampWithTimeZone() {
        return plain(BuiltInType.TIMESTAMP_WITH_TIME_ZONE);
    }

    /** A moment, with so many digits of a second, 0 to 6. */
    public static ColumnType timestampWithTimeZone(int precision) {
        return ofTime(BuiltInType.TIMESTAMP_WITH_TIME_ZONE, precision);
    }

    /** Months, days and microseconds. */
    public static ColumnType interval() {
        return plain(BuiltInType.INTERVAL);
    }

    /** An interval with so many digits of a second, 0 to 6. */
    public static ColumnType interval(int precision) {
        return ofTime(BuiltInType.INTERVAL, precision);
    }

    public static ColumnType inet() {
        return plain(BuiltInType.INET);
    }

    public static ColumnType cidr() {
        return plain(BuiltInType.CIDR);
    }

    public static ColumnType macaddr() {
        return plain(BuiltInType.MACADDR);
    }

    /** Exactly so many bits, 1 to 83886080. */
    public static ColumnType bit(int length) {
        return checked(BuiltInType.BIT, length);
    }

    /** Up to so many bits, 1 to 83886080. */
    public static ColumnType bitVarying(int length) {
        return checked(BuiltInType.BIT_VARYING, length);
    }

    /** Any number of bits. */
    public static ColumnType bitVarying() {
        return plain(BuiltInType.BIT_VARYING);
    }

    public static ColumnType tsvector() {
        return plain(BuiltInType.TSVECTOR);
    }

    public static ColumnType xml() {
        return plain(BuiltInType.XML);
    }

    public static ColumnType money() {
        return plain(BuiltInType.MONEY);
    }

    /** An array of any number of dimensions. */
    public static ColumnType arrayOf(ColumnType element) {
        return element instanceof ColumnType.Array ? element : new ColumnType.Array(element);
    }

    /** Any shape on the globe, in degrees; brings the extension {@code postgis}. */
    public static ColumnType geography() {
        return extensionType(POSTGIS, "geography");
    }

    /** A shape on the globe, in degrees; {@code 4326} is WGS 84, which is also what PostGIS makes of {@code 0}. */
    public static ColumnType geography(GeometryShape shape, int srid) {
        return extensionType(POSTGIS, "geography", shape.spelling(), Integer.toString(srid == 0 ? WGS_84 : srid));
    }

    /** Any shape in the plane; brings the extension {@code postgis}. */
    public static ColumnType geometry() {
        return extensionType(POSTGIS, "geometry");
    }

    /** A shape in a plane without a reference system. */
    public static ColumnType geometry(GeometryShape shape) {
        return shape == GeometryShape.GEOMETRY ? geometry() : extensionType(POSTGIS, "geometry", shape.spelling());
    }

    /** A shape in the plane of a reference system; {@code 0} is none. */
    public static ColumnType geometry(GeometryShape shape, int srid) {
        return srid == 0
                ? geometry(shape)
                : extensionType(POSTGIS, "geometry", shape.spelling(), Integer.toString(srid));
    }

    /**
     * A type that an extension brings; the extension is created where it is missing.
     *
     * @param modifiers as the extension itself prints them
     */
    public static ColumnType extensionType(String extension, String name, String... modifiers) {
        return new OfExtension(extension, name, List.of(modifiers));
    }

    /** The row type of a table, for arguments and results of functions. */
    public static ColumnType rowOf(Table table) {
        return new ColumnType.Named(table.name());
    }

    /** The row type of a view or a materialized view, for arguments and results of functions. */
    public static ColumnType rowOf(NamedQuery view) {
        return new ColumnType.Named(view.name());
    }

    /** Any other type, as PostgreSQL's {@code format_type} prints it; outside {@code pg_catalog} with its namespace. */
    public static ColumnType nativeType(String sql) {
        return new ColumnType.Native(sql);
    }

    private static ColumnType plain(BuiltInType type) {
        return new ColumnType.BuiltIn(type, List.of());
    }

    /** Six digits are what a type without a precision has. */
    static ColumnType ofTime(BuiltInType type, int precision) {
        return precision == MICROSECONDS ? plain(type) : checked(type, precision);
    }

    private static ColumnType checked(BuiltInType type, Integer... modifiers) {
        ColumnType.BuiltIn checked = new ColumnType.BuiltIn(type, List.of(modifiers));
        TypeModifiers.violation(checked).ifPresent(problem -> {
            throw new DslException(problem.type(), problem.message(), problem.remedy());
        });
        return checked;
    }
}

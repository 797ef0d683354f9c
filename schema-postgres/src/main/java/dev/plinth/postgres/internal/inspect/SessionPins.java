package dev.plinth.postgres.internal.inspect;

import dev.plinth.postgres.internal.sql.SqlText;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.postgresql.PGConnection;

/**
 * The settings under which the catalogs print the same text for everybody, and a text means the same to the parser. They hold until
 * the end of the transaction, so the session of the caller is left as it was; around statements that can be in none, for the
 * session. Any role may set them. Where row level security would hide rows, counting them is an error, and
 * not none. JIT has nothing to do with texts: the server would compile a query over many tables for longer than it runs.
 */
public final class SessionPins {

    private static final List<Map.Entry<String, String>> SETTINGS = List.of(
            Map.entry("search_path", "pg_catalog, pg_temp"),
            Map.entry("TimeZone", "UTC"),
            Map.entry("DateStyle", "ISO, MDY"),
            Map.entry("IntervalStyle", "postgres"),
            Map.entry("extra_float_digits", "1"),
            Map.entry("quote_all_identifiers", "off"),
            Map.entry("bytea_output", "hex"),
            Map.entry("standard_conforming_strings", "on"),
            Map.entry("array_nulls", "on"),
            Map.entry("xmloption", "content"),
            Map.entry("transform_null_equals", "off"),
            Map.entry("lc_monetary", "C"),
            Map.entry("row_security", "off"),
            Map.entry("jit", "off"));

    private SessionPins() {}

    /** One SELECT that pins everything. Qualified, as the caller's {@code search_path} still holds while it is parsed. */
    public static String sql() {
        return sql(values(), true);
    }

    /**
     * Whether the driver still takes a backslash in a string for an escape, by what the server told it last. It looks for the ends of
     * statements before it sends any of a message, so the pins have to go ahead in one of their own.
     */
    public static boolean goAhead(Connection connection) throws SQLException {
        return connection.isWrapperFor(PGConnection.class)
                && "off".equals(
                        connection.unwrap(PGConnection.class).getParameterStatus("standard_conforming_strings"));
    }

    /** The same until {@link #forSession(List)} gives the session what it had before. */
    public static String forSession() {
        return sql(values(), false);
    }

    /** Gives the session what {@link #current()} returned. */
    public static String forSession(List<String> values) {
        return sql(values, false);
    }

    /** One SELECT of what the session has. */
    public static String current() {
        StringBuilder sql = new StringBuilder();
        for (Map.Entry<String, String> setting : SETTINGS) {
            sql.append(sql.isEmpty() ? "SELECT " : ", ").append("pg_catalog.current_setting('").append(setting.getKey())
                    .append("')");
        }
        return sql.toString();
    }

    private static List<String> values() {
        List<String> values = new ArrayList<>();
        for (Map.Entry<String, String> setting : SETTINGS) {
            values.add(setting.getValue());
        }
        return values;
    }

    private static String sql(List<String> values, boolean local) {
        StringBuilder sql = new StringBuilder();
        for (int place = 0; place < values.size(); place++) {
            sql.append(place == 0 ? "SELECT " : ", ").append("pg_catalog.set_config('")
                    .append(SETTINGS.get(place).getKey()).append("', ").append(SqlText.literal(values.get(place)))
                    .append(", ").append(local).append(")");
        }
        return sql.toString();
    }
}

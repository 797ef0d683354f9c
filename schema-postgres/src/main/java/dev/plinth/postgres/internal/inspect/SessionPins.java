package dev.plinth.postgres.internal.inspect;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The settings under which the catalogs print the same text for everybody. They hold until the end of the transaction,
 * so the session of the caller is left as it was. Where row level security would hide rows, counting them is an error, and
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
            Map.entry("lc_monetary", "C"),
            Map.entry("row_security", "off"),
            Map.entry("jit", "off"));

    private SessionPins() {}

    /** One SELECT that pins everything. Qualified, as the caller's {@code search_path} still holds while it is parsed. */
    public static String sql() {
        return SETTINGS.stream()
                .map(setting -> "pg_catalog.set_config('" + setting.getKey() + "', '" + setting.getValue() + "', true)")
                .collect(Collectors.joining(", ", "SELECT ", ""));
    }
}

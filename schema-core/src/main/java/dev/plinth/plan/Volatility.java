package dev.plinth.plan;

import dev.plinth.model.sql.Expression;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether a default may be different from row to row. A text can only be judged by the functions it calls: those that
 * are known to be stable pass, all others may be volatile.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html">ALTER TABLE, notes on ADD COLUMN</a>
 */
final class Volatility {

    private static final Pattern CALL = Pattern.compile("([\\w$]+)\"?\\s*\\(");
    private static final Pattern STRING = Pattern.compile("'[^']*'");

    /** Functions of one value for the whole statement, and words that a parenthesis may follow without a call. */
    private static final Set<String> HARMLESS = Set.of("now", "transaction_timestamp", "statement_timestamp",
            "current_timestamp", "current_time", "localtimestamp", "localtime", "timezone", "date_trunc", "lower",
            "upper", "to_char", "make_interval", "make_date", "coalesce", "jsonb_build_object", "jsonb_build_array",
            "varchar", "varying", "character", "char", "numeric", "decimal", "timestamp", "timestamptz", "time",
            "interval", "bit", "cast", "array", "row");

    private Volatility() {}

    static boolean mayBeVolatile(@Nullable Expression value) {
        return value instanceof Expression.NextValue || value instanceof Expression.Sql sql
                && CALL.matcher(STRING.matcher(sql.text()).replaceAll(""))
                        .results()
                        .anyMatch(call -> !HARMLESS.contains(call.group(1).toLowerCase(Locale.ROOT)));
    }
}

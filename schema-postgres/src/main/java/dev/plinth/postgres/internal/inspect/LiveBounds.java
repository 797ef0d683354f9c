package dev.plinth.postgres.internal.inspect;

import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.PartitionBound;
import dev.plinth.postgres.internal.sql.Parentheses;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The bounds of partitions, as {@code pg_get_expr} prints them: without casts. */
final class LiveBounds {

    private static final Pattern REMAINDER = Pattern.compile("FOR VALUES WITH \\(modulus (\\d+), remainder (\\d+)\\)");
    private static final String IN = "FOR VALUES IN ";
    private static final String FROM = "FOR VALUES FROM ";
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

    private LiveBounds() {}

    static PartitionBound read(String text) {
        Matcher remainder = REMAINDER.matcher(text);
        if (remainder.matches()) {
            return new PartitionBound.Remainder(
                    Integer.parseInt(remainder.group(1)), Integer.parseInt(remainder.group(2)));
        }
        if (text.startsWith(IN)) {
            return new PartitionBound.In(values(text.substring(IN.length())));
        }
        return text.startsWith(FROM) ? range(text.substring(FROM.length())) : new PartitionBound.Otherwise();
    }

    /** {@code (...) TO (...)}. */
    private static PartitionBound range(String text) {
        int to = Parentheses.end(text);
        return new PartitionBound.Range(
                values(text.substring(0, to + 1)), values(text.substring(text.indexOf('(', to))));
    }

    private static List<Expression> values(String list) {
        return Parentheses.split(list.substring(1, list.length() - 1)).stream().map(LiveBounds::value).toList();
    }

    private static Expression value(String text) {
        if (text.startsWith("'")) {
            return new Expression.StringLiteral(text.substring(1, text.length() - 1).replace("''", "'"));
        }
        if (NUMBER.matcher(text).matches()) {
            return new Expression.NumberLiteral(new BigDecimal(text));
        }
        return text.equals("true") || text.equals("false")
                ? new Expression.BooleanLiteral(Boolean.parseBoolean(text))
                : new Expression.Sql(text);
    }
}

package dev.plinth.rule;

import dev.plinth.model.sql.BuiltInType;
import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.ColumnType;
import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The constants {@code 'now'}, {@code 'today'}, {@code 'tomorrow'} and {@code 'yesterday'} of a date or time type are
 * evaluated once, when the default is defined; {@code 'now()'} in quotes is read as {@code 'now'}.
 *
 * @see <a href="https://www.postgresql.org/docs/current/functions-datetime.html#FUNCTIONS-DATETIME-CURRENT">Current
 *     Date/Time</a>
 */
final class FrozenDefault implements TableRule {

    private static final String WORD = "\\s*(now|today|tomorrow|yesterday)\\s*(\\(\\s*\\))?\\s*";
    private static final Pattern LITERAL = Pattern.compile("(?i)" + WORD);
    private static final Pattern SQL = Pattern.compile(
            "(?i)'" + WORD + "'\\s*::\\s*(date|time).*|(date|time|timestamp|timestamptz)\\s*'" + WORD + "'");
    private static final Set<BuiltInType> TIMES = Set.of(
            BuiltInType.DATE,
            BuiltInType.TIME,
            BuiltInType.TIME_WITH_TIME_ZONE,
            BuiltInType.TIMESTAMP,
            BuiltInType.TIMESTAMP_WITH_TIME_ZONE);

    @Override
    public Stream<Problem> check(Table table) {
        List<Problem> problems = new ArrayList<>();
        for (Column column : table.columns()) {
            if (isFrozen(column)) {
                problems.add(error(
                        TableRule.part(table, column.name()),
                        "the default is the moment at which it is defined, for all rows",
                        "Use defaultTo(now())."));
            }
        }
        return problems.stream();
    }

    private static boolean isFrozen(Column column) {
        return switch (column.defaultValue()) {
            case null -> false;
            case Expression.StringLiteral text ->
                isTime(column.type()) && LITERAL.matcher(text.value()).matches();
            case Expression.Sql sql -> SQL.matcher(sql.text().strip()).matches();
            case Expression.NumberLiteral number -> false;
            case Expression.BooleanLiteral truth -> false;
            case Expression.NextValue next -> false;
            case Expression.OneOf oneOf -> false;
        };
    }

    private static boolean isTime(ColumnType type) {
        return type instanceof ColumnType.BuiltIn builtIn && TIMES.contains(builtIn.name());
    }
}

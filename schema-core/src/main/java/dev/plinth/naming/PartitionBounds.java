package dev.plinth.naming;

import dev.plinth.model.sql.BuiltInType;
import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.ColumnType;
import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.IndexKey;
import dev.plinth.model.sql.PartitionBound;
import dev.plinth.model.sql.Partitioning;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the bounds of partitions mean, whatever their values are spelled like. A moment without a time zone is one of UTC, in
 * which a schema is applied.
 */
public final class PartitionBounds {

    private static final Pattern MOMENT = Pattern.compile(
            "(\\d{4,6}-\\d\\d-\\d\\d)(?:[ T](\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d{1,9})?)?))?\\s*(Z|[+-]\\d\\d(?::?\\d\\d)?)?");

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?");

    private static final Set<BuiltInType> NUMBERS = EnumSet.of(
            BuiltInType.SMALLINT,
            BuiltInType.INTEGER,
            BuiltInType.BIGINT,
            BuiltInType.NUMERIC,
            BuiltInType.REAL,
            BuiltInType.DOUBLE_PRECISION);

    private static final Set<BuiltInType> MOMENTS =
            EnumSet.of(BuiltInType.DATE, BuiltInType.TIMESTAMP, BuiltInType.TIMESTAMP_WITH_TIME_ZONE);

    /** The type of each key of the partitioned table; nothing for an expression. */
    private final List<Optional<ColumnType>> types;

    private PartitionBounds(List<Optional<ColumnType>> types) {
        this.types = types;
    }

    /** The bounds of the partitions of a table with these columns. */
    public static PartitionBounds of(Partitioning partitioning, List<Column> columns) {
        return new PartitionBounds(partitioning.keys().stream()
                .map(key -> key.target() instanceof IndexKey.Target.OfColumn(String name)
                        ? columns.stream()
                                .filter(column -> column.name().equals(name))
                                .map(Column::type)
                                .findFirst()
                        : Optional.<ColumnType>empty())
                .toList());
    }

    /** Whether two bounds are the same; nothing where that is not known. */
    public Optional<Boolean> same(PartitionBound one, PartitionBound other) {
        if (one.equals(other)) {
            return Optional.of(true);
        }
        if (one instanceof PartitionBound.Range a && other instanceof PartitionBound.Range b) {
            return both(sameList(a.from(), b.from()), sameList(a.to(), b.to()));
        }
        if (one instanceof PartitionBound.In a && other instanceof PartitionBound.In b) {
            return both(isWithin(a.values(), b.values()), isWithin(b.values(), a.values()));
        }
        return Optional.of(false);
    }

    /** Whether a row could belong into both, for certain. */
    public boolean overlap(PartitionBound one, PartitionBound other) {
        if (one instanceof PartitionBound.Range a && other instanceof PartitionBound.Range b) {
            return isBefore(a.from(), b.to()) && isBefore(b.from(), a.to());
        }
        if (one instanceof PartitionBound.In a && other instanceof PartitionBound.In b) {
            return a.values().stream().anyMatch(value -> contains(b.values(), value).orElse(false));
        }
        if (one instanceof PartitionBound.Remainder a && other instanceof PartitionBound.Remainder b) {
            return a.modulus() > 0
                    && b.modulus() > 0
                    && (a.remainder() - b.remainder()) % Math.min(a.modulus(), b.modulus()) == 0;
        }
        return one instanceof PartitionBound.Otherwise && other instanceof PartitionBound.Otherwise;
    }

    /** Whether a range ends where it begins, or before, for certain. */
    public boolean isEmpty(PartitionBound.Range range) {
        return compare(range.from(), range.to()).filter(order -> order >= 0).isPresent();
    }

    private boolean isBefore(List<Expression> one, List<Expression> other) {
        return compare(one, other).filter(order -> order < 0).isPresent();
    }

    /** The order of two rows of values; nothing where it is not known. */
    private Optional<Integer> compare(List<Expression> one, List<Expression> other) {
        for (int place = 0; place < Math.min(one.size(), other.size()); place++) {
            Optional<Integer> order = compare(one.get(place), other.get(place), place);
            if (order.isEmpty() || order.get() != 0) {
                return order;
            }
        }
        return Optional.of(0);
    }

    private Optional<Integer> compare(Expression one, Expression other, int place) {
        int difference = rank(one) - rank(other);
        if (difference != 0 || rank(one) != 0) {
            return Optional.of(difference);
        }
        Object left = normal(one, place);
        Object right = normal(other, place);
        if (left instanceof BigDecimal a && right instanceof BigDecimal b) {
            return Optional.of(a.compareTo(b));
        }
        if (left instanceof LocalDate a && right instanceof LocalDate b) {
            return Optional.of(a.compareTo(b));
        }
        return left instanceof LocalDateTime a && right instanceof LocalDateTime b
                ? Optional.of(a.compareTo(b))
                : Optional.empty();
    }

    private static int rank(Expression value) {
        return value.equals(PartitionBound.MINVALUE) ? -1 : value.equals(PartitionBound.MAXVALUE) ? 1 : 0;
    }

    private Optional<Boolean> sameList(List<Expression> one, List<Expression> other) {
        Optional<Boolean> same = Optional.of(one.size() == other.size());
        for (int place = 0; place < Math.min(one.size(), other.size()); place++) {
            same = both(same, same(one.get(place), other.get(place), place));
        }
        return same;
    }

    private Optional<Boolean> isWithin(List<Expression> values, List<Expression> others) {
        Optional<Boolean> within = Optional.of(true);
        for (Expression value : values) {
            within = both(within, contains(others, value));
        }
        return within;
    }

    private Optional<Boolean> contains(List<Expression> values, Expression wanted) {
        boolean known = true;
        for (Expression value : values) {
            Optional<Boolean> same = same(value, wanted, 0);
            if (same.orElse(false)) {
                return same;
            }
            known &= same.isPresent();
        }
        return known ? Optional.of(false) : Optional.empty();
    }

    private Optional<Boolean> same(Expression one, Expression other, int place) {
        Object a = normal(one, place);
        Object b = normal(other, place);
        if (one.equals(other)) {
            return Optional.of(true);
        }
        return a == null || b == null
                ? isWord(one) != isWord(other) ? Optional.of(false) : Optional.empty()
                : Optional.of(a.equals(b));
    }

    private static boolean isWord(Expression value) {
        return value instanceof Expression.Sql;
    }

    /** What a value is, comparable with others of its key; null where that is not known. */
    private @Nullable Object normal(Expression value, int place) {
        if (value instanceof Expression.Sql(String text)) {
            return text.toUpperCase(Locale.ROOT);
        }
        String text = switch (value) {
            case Expression.StringLiteral(String string) -> string;
            case Expression.NumberLiteral(BigDecimal number) -> number.toPlainString();
            case Expression.BooleanLiteral(boolean truth) -> Boolean.toString(truth);
            case Expression.Sql ignored -> "";
            case Expression.NextValue ignored -> "";
            case Expression.OneOf ignored -> "";
        };
        Optional<ColumnType> type = place < types.size() ? types.get(place) : Optional.empty();
        return type.orElse(null) instanceof ColumnType.BuiltIn builtIn ? normal(text, builtIn.name()) : null;
    }

    private static @Nullable Object normal(String text, BuiltInType type) {
        if (NUMBERS.contains(type)) {
            return NUMBER.matcher(text.strip()).matches() ? new BigDecimal(text.strip()).stripTrailingZeros() : null;
        }
        if (MOMENTS.contains(type)) {
            return moment(text.strip(), type);
        }
        if (type == BuiltInType.UUID) {
            return text.toLowerCase(Locale.ROOT);
        }
        return type == BuiltInType.TEXT || type == BuiltInType.VARCHAR ? text : null;
    }

    private static @Nullable Object moment(String text, BuiltInType type) {
        Matcher matcher = MOMENT.matcher(text);
        if (!matcher.matches()) {
            return null;
        }
        try {
            LocalDate day = day(matcher.group(1));
            return type == BuiltInType.DATE
                    ? day
                    : moment(day, matcher.group(2), type == BuiltInType.TIMESTAMP ? null : matcher.group(3));
        } catch (DateTimeException judgedByPostgres) {
            return null;
        }
    }

    /** ISO 8601 wants a sign before a year of more than four digits, PostgreSQL none. */
    private static LocalDate day(String text) {
        return LocalDate.parse(text.length() > "9999-12-31".length() ? "+" + text : text);
    }

    private static LocalDateTime moment(LocalDate day, @Nullable String time, @Nullable String zone) {
        LocalDateTime moment = day.atTime(time == null ? LocalTime.MIDNIGHT : LocalTime.parse(time));
        return zone == null ? moment : moment.minusSeconds(ZoneOffset.of(zone).getTotalSeconds());
    }

    private static Optional<Boolean> both(Optional<Boolean> one, Optional<Boolean> other) {
        if (!one.orElse(true) || !other.orElse(true)) {
            return Optional.of(false);
        }
        return one.isPresent() && other.isPresent() ? one : Optional.empty();
    }
}

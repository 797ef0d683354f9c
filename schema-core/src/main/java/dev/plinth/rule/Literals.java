package dev.plinth.rule;

import dev.plinth.model.sql.BuiltInType;
import dev.plinth.model.sql.ColumnType;
import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.Expression.BooleanLiteral;
import dev.plinth.model.sql.Expression.NumberLiteral;
import dev.plinth.model.sql.Expression.StringLiteral;
import dev.plinth.naming.TypeNames;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether a constant is a value of a type. Where that takes more than a glance (dates, JSON), the answer is yes. */
final class Literals {

    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?");
    private static final Pattern UUID = Pattern.compile("\\{?([0-9a-fA-F]{4}-?){7}[0-9a-fA-F]{4}\\}?");
    private static final Pattern TRUTH =
            Pattern.compile("(?i)t(r(u(e)?)?)?|f(a(l(s(e)?)?)?)?|y(e(s)?)?|no?|on|off?|1|0");
    private static final Set<BuiltInType> TEXTS = Set.of(BuiltInType.TEXT, BuiltInType.VARCHAR, BuiltInType.CHAR);

    private static final Map<BuiltInType, Integer> BITS = Map.of(
            BuiltInType.SMALLINT, Short.SIZE,
            BuiltInType.INTEGER, Integer.SIZE,
            BuiltInType.BIGINT, Long.SIZE);
    private static final Set<BuiltInType> EXACT =
            Set.of(BuiltInType.SMALLINT, BuiltInType.INTEGER, BuiltInType.BIGINT, BuiltInType.NUMERIC);

    /** What takes a number besides the exact ones: the other numbers, texts, and object identifiers. */
    private static final Set<BuiltInType> NUMBER_LIKE = Set.of(
            BuiltInType.REAL,
            BuiltInType.DOUBLE_PRECISION,
            BuiltInType.TEXT,
            BuiltInType.VARCHAR,
            BuiltInType.CHAR,
            BuiltInType.BPCHAR,
            BuiltInType.NAME,
            BuiltInType.INTERNAL_CHAR,
            BuiltInType.MONEY,
            BuiltInType.OID,
            BuiltInType.REGCLASS,
            BuiltInType.REGCOLLATION,
            BuiltInType.REGCONFIG,
            BuiltInType.REGDICTIONARY,
            BuiltInType.REGNAMESPACE,
            BuiltInType.REGOPER,
            BuiltInType.REGOPERATOR,
            BuiltInType.REGPROC,
            BuiltInType.REGPROCEDURE,
            BuiltInType.REGROLE,
            BuiltInType.REGTYPE);

    private Literals() {}

    /** What is wrong with a constant as a value of the type, to follow the constant in a sentence. */
    static Optional<String> misfit(Expression constant, ColumnType type) {
        if (type instanceof ColumnType.Array) {
            return ofArray(constant, type);
        }
        if (!(type instanceof ColumnType.BuiltIn builtIn)) {
            return Optional.empty();
        }
        return switch (constant) {
            case StringLiteral text -> ofText(text.value(), builtIn);
            case NumberLiteral number -> ofNumber(number.value(), builtIn);
            case BooleanLiteral truth ->
                unless(TEXTS.contains(builtIn.name()) || builtIn.name() == BuiltInType.BOOLEAN, type);
            case Expression.NextValue next -> Optional.empty();
            case Expression.Sql sql -> Optional.empty();
            case Expression.OneOf oneOf -> Optional.empty();
        };
    }

    /** Whether a constant is of the sort that the column compares with, without a cast. */
    static boolean isComparable(Expression constant, ColumnType type) {
        boolean ofTextType = type instanceof ColumnType.BuiltIn builtIn && TEXTS.contains(builtIn.name());
        return !ofTextType || constant instanceof StringLiteral || constant instanceof Expression.Sql;
    }

    /** False only where two constants of one sort are certainly different values, whatever the type of the column. */
    static boolean mayBeEqual(Expression one, Expression other) {
        if (one instanceof StringLiteral text && other instanceof StringLiteral otherText) {
            return text.value().strip().equalsIgnoreCase(otherText.value().strip());
        }
        return !(one instanceof NumberLiteral number && other instanceof NumberLiteral otherNumber)
                || number.value().compareTo(otherNumber.value()) == 0;
    }

    /** As it stands in SQL. */
    static String spelling(Expression constant) {
        return switch (constant) {
            case StringLiteral text -> "'" + text.value().replace("'", "''") + "'";
            case NumberLiteral number -> number.value().toPlainString();
            case BooleanLiteral truth -> Boolean.toString(truth.value());
            case Expression.NextValue next -> "nextval('" + next.sequence().display() + "')";
            case Expression.Sql sql -> sql.text();
            case Expression.OneOf oneOf -> oneOf.column() + " IN (...)";
        };
    }

    private static Optional<String> ofArray(Expression constant, ColumnType type) {
        return switch (constant) {
            case StringLiteral text -> unless(text.value().strip().matches("(?s)[{\\[].*"), type);
            case NumberLiteral number -> unless(false, type);
            case BooleanLiteral truth -> unless(false, type);
            case Expression.NextValue next -> Optional.empty();
            case Expression.Sql sql -> Optional.empty();
            case Expression.OneOf oneOf -> Optional.empty();
        };
    }

    private static Optional<String> ofText(String text, ColumnType.BuiltIn type) {
        String value = text.strip();
        BuiltInType name = type.name();
        if (name == BuiltInType.VARCHAR || name == BuiltInType.CHAR) {
            return tooLong(text, type);
        }
        if (EXACT.contains(name)) {
            return NUMBER.matcher(value).matches() ? ofNumber(new BigDecimal(value), type) : unless(false, type);
        }
        return unless(
                (name != BuiltInType.UUID || UUID.matcher(value).matches())
                        && (name != BuiltInType.BOOLEAN || TRUTH.matcher(value).matches())
                        && (name != BuiltInType.JSON && name != BuiltInType.JSONB || !value.isEmpty()),
                type);
    }

    /** Blanks beyond the length are cut off by PostgreSQL, other characters are refused. */
    private static Optional<String> tooLong(String text, ColumnType.BuiltIn type) {
        int length = text.stripTrailing().codePointCount(0, text.stripTrailing().length());
        return type.modifiers().isEmpty() || length <= type.modifiers().get(0)
                ? Optional.empty()
                : Optional.of("has " + length + " characters, and " + TypeNames.of(type) + " holds "
                        + type.modifiers().get(0));
    }

    private static Optional<String> ofNumber(BigDecimal number, ColumnType.BuiltIn type) {
        if (type.name() == BuiltInType.NUMERIC) {
            return ofNumeric(number, type);
        }
        Integer bits = BITS.get(type.name());
        return bits == null ? unless(NUMBER_LIKE.contains(type.name()), type) : ofWhole(number, bits, type);
    }

    private static Optional<String> ofWhole(BigDecimal number, int bits, ColumnType.BuiltIn type) {
        if (number.stripTrailingZeros().scale() > 0) {
            return Optional.of("is not a whole number, and " + TypeNames.of(type) + " holds nothing else");
        }
        BigInteger value = number.toBigInteger();
        return value.bitLength() < bits ? Optional.empty()
                : Optional.of("is out of the range of " + TypeNames.of(type));
    }

    private static Optional<String> ofNumeric(BigDecimal number, ColumnType.BuiltIn type) {
        if (type.modifiers().isEmpty()) {
            return Optional.empty();
        }
        int scale = type.modifiers().size() > 1 ? type.modifiers().get(1) : 0;
        int before = number.precision() - number.scale();
        return number.signum() == 0 || before <= type.modifiers().get(0) - scale
                ? Optional.empty()
                : Optional.of("is out of the range of " + TypeNames.of(type));
    }

    private static Optional<String> unless(boolean fits, ColumnType type) {
        return fits ? Optional.empty() : Optional.of("is no value of " + TypeNames.of(type));
    }
}

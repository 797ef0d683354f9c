package dev.plinth.naming;

import dev.plinth.model.sql.BuiltInType;
import dev.plinth.model.sql.ColumnType;
import dev.plinth.model.sql.UserType;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Types as they are written in the DSL, for messages that say what to write instead. */
public final class TypeWords {

    private TypeWords() {}

    /** For example {@code varchar(200)}, {@code geography(POINT, 4326)}, {@code arrayOf(text())}. */
    public static String of(ColumnType type) {
        return switch (type) {
            case ColumnType.BuiltIn builtIn -> word(builtIn.name()) + "(" + joined(builtIn.modifiers()) + ")";
            case ColumnType.OfExtension extension -> extension(extension);
            case ColumnType.Array array -> "arrayOf(" + of(array.element()) + ")";
            case ColumnType.Named named -> "the type " + named.name().display();
            case UserType defined -> "the type " + defined.name().display();
            case ColumnType.Native other -> "nativeType(\"" + other.sql() + "\")";
        };
    }

    private static String extension(ColumnType.OfExtension type) {
        if (type.extension().equals("postgis")) {
            return type.name() + "(" + joined(type.modifiers()).toUpperCase(Locale.ROOT) + ")";
        }
        String modifiers = type.modifiers().stream().map(it -> ", \"" + it + "\"").collect(Collectors.joining());
        return "extensionType(\"" + type.extension() + "\", \"" + type.name() + "\"" + modifiers + ")";
    }

    private static String joined(List<?> modifiers) {
        return modifiers.stream().map(Object::toString).collect(Collectors.joining(", "));
    }

    private static String word(BuiltInType type) {
        return switch (type) {
            case SMALLINT -> "smallint";
            case INTEGER -> "integer";
            case BIGINT -> "bigint";
            case NUMERIC -> "numeric";
            case REAL -> "real";
            case DOUBLE_PRECISION -> "doublePrecision";
            case BOOLEAN -> "bool";
            case TEXT -> "text";
            case VARCHAR -> "varchar";
            case CHAR -> "character";
            case BYTEA -> "bytea";
            case UUID -> "uuid";
            case JSON -> "json";
            case JSONB -> "jsonb";
            case DATE -> "date";
            case TIME -> "time";
            case TIME_WITH_TIME_ZONE -> "timeWithTimeZone";
            case TIMESTAMP -> "timestamp";
            case TIMESTAMP_WITH_TIME_ZONE -> "timestampWithTimeZone";
            case INTERVAL -> "interval";
            case INET -> "inet";
            case CIDR -> "cidr";
            case MACADDR -> "macaddr";
            case BIT -> "bit";
            case BIT_VARYING -> "bitVarying";
            case TSVECTOR -> "tsvector";
            case XML -> "xml";
            case MONEY -> "money";
        };
    }
}

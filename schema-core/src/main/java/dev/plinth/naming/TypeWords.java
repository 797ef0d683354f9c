package dev.plinth.naming;

import dev.plinth.model.sql.BuiltInType;
import dev.plinth.model.sql.ColumnType;
import dev.plinth.model.sql.UserType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Types as they are written in the DSL, for messages that say what to write instead. */
public final class TypeWords {

    private TypeWords() {}

    /** For example {@code varchar(200)}, {@code geography(POINT, 4326)}, {@code arrayOf(text())}. */
    public static String of(ColumnType type) {
        return switch (type) {
            case ColumnType.BuiltIn builtIn -> builtIn(builtIn);
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

    /** The name of the constant in the manner of Java, for most of them. */
    private static String word(BuiltInType type) {
        if (type == BuiltInType.BOOLEAN) {
            return "bool";
        }
        if (type == BuiltInType.CHAR) {
            return "character";
        }
        String[] words = type.name().toLowerCase(Locale.ROOT).split("_");
        return words[0]
                + Arrays.stream(words)
                        .skip(1)
                        .map(it -> it.substring(0, 1).toUpperCase(Locale.ROOT) + it.substring(1))
                        .collect(Collectors.joining());
    }

    private static String builtIn(ColumnType.BuiltIn type) {
        String prefix = BuiltInType.INTERVAL.name() + "_";
        if (!type.name().name().startsWith(prefix)) {
            return word(type.name()) + "(" + joined(type.modifiers()) + ")";
        }
        String fields = type.name().name().substring(prefix.length());
        return "interval(" + fields + (type.modifiers().isEmpty() ? "" : ", " + joined(type.modifiers())) + ")";
    }
}

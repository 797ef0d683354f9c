package dev.plinth.postgres.internal.inspect;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.BuiltInType;
import dev.plinth.model.sql.ColumnType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Types of the model from the text of {@code format_type}, printed with only {@code pg_catalog} in the search path. */
final class LiveTypes {

    /** 6 digits is what a time or timestamp has anyway; PostgreSQL prints the number when it was written. */
    private static final List<Integer> DEFAULT_TIME_PRECISION = List.of(6);

    private static final Pattern WITH_MODIFIERS = Pattern.compile("([^(]+)\\(([0-9,-]+)\\)(.*)");

    private LiveTypes() {}

    /**
     * @param text for example {@code character varying(200)}, {@code public.geography(Point,4326)[]}
     * @param extension the extension that owns the type (of the elements), if one does
     */
    static ColumnType read(String text, @Nullable String extension) {
        if (text.endsWith("[]")) {
            return new ColumnType.Array(read(text.substring(0, text.length() - 2), extension));
        }
        return extension == null
                ? builtIn(text).or(() -> named(text)).orElseGet(() -> new ColumnType.Native(text))
                : ofExtension(text, extension);
    }

    /** Types outside of {@code pg_catalog} are printed with their namespace. */
    private static Optional<ColumnType> named(String text) {
        return QualifiedName.read(text).map(ColumnType.Named::new);
    }

    private static Optional<ColumnType> builtIn(String text) {
        Matcher matcher = WITH_MODIFIERS.matcher(text);
        boolean modified = matcher.matches();
        String pattern = modified ? matcher.group(1) + "%" + matcher.group(3) : text;
        List<Integer> modifiers = modified ? integers(matcher.group(2)) : List.of();
        return Stream.of(BuiltInType.values())
                .filter(type -> type.pattern().equals(pattern)
                        || !modified && type.pattern().replace("%", "").equals(pattern))
                .findFirst()
                .map(type -> new ColumnType.BuiltIn(type, isTime(type) ? timePrecision(modifiers) : modifiers));
    }

    private static boolean isTime(BuiltInType type) {
        return type.pattern().startsWith("time") || type.pattern().startsWith("interval");
    }

    private static List<Integer> timePrecision(List<Integer> modifiers) {
        return modifiers.equals(DEFAULT_TIME_PRECISION) ? List.of() : modifiers;
    }

    private static List<Integer> integers(String modifiers) {
        return Arrays.stream(modifiers.split(",")).map(Integer::valueOf).toList();
    }

    private static ColumnType ofExtension(String text, String extension) {
        int parenthesis = text.indexOf('(');
        String qualified = parenthesis < 0 ? text : text.substring(0, parenthesis);
        List<String> modifiers = parenthesis < 0
                ? List.of()
                : Arrays.asList(
                        text.substring(parenthesis + 1, text.length() - 1).split(","));
        String name = qualified.substring(qualified.lastIndexOf('.') + 1).replace("\"", "");
        return new ColumnType.OfExtension(extension, name, modifiers);
    }
}

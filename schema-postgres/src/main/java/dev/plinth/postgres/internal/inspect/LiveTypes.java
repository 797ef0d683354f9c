package dev.plinth.postgres.internal.inspect;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.BuiltInType;
import dev.plinth.model.sql.ColumnType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
        if (extension != null) {
            return ofExtension(text, extension);
        }
        ColumnType builtIn = builtIn(text);
        if (builtIn != null) {
            return builtIn;
        }
        // Types outside of pg_catalog are printed with their namespace.
        Optional<QualifiedName> name = QualifiedName.read(text);
        return name.isPresent() ? new ColumnType.Named(name.get()) : new ColumnType.Native(text);
    }

    private static @Nullable ColumnType builtIn(String text) {
        Matcher matcher = WITH_MODIFIERS.matcher(text);
        boolean modified = matcher.matches();
        String pattern = modified ? matcher.group(1) + "%" + matcher.group(3) : text;
        List<Integer> modifiers = modified ? integers(matcher.group(2)) : List.of();
        for (BuiltInType type : BuiltInType.values()) {
            if (type.pattern().equals(pattern) || !modified && type.pattern().replace("%", "").equals(pattern)) {
                return new ColumnType.BuiltIn(type, isTime(type) ? timePrecision(modifiers) : modifiers);
            }
        }
        return null;
    }

    private static boolean isTime(BuiltInType type) {
        return type.pattern().startsWith("time") || type.pattern().startsWith("interval");
    }

    private static List<Integer> timePrecision(List<Integer> modifiers) {
        return modifiers.equals(DEFAULT_TIME_PRECISION) ? List.of() : modifiers;
    }

    private static List<Integer> integers(String modifiers) {
        List<Integer> integers = new ArrayList<>();
        for (String modifier : modifiers.split(",")) {
            integers.add(Integer.valueOf(modifier));
        }
        return integers;
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

package dev.plinth.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * An object being read. Remembers which fields were asked for, so that any other can be refused. Every problem is an
 * {@link IllegalArgumentException} that begins with the path.
 */
final class JsonObject {

    private final String path;
    private final Map<String, @Nullable Object> fields;
    private final Set<String> known = new LinkedHashSet<>();

    private JsonObject(String path, Map<String, @Nullable Object> fields) {
        this.path = path;
        this.fields = fields;
    }

    static JsonObject of(String path, @Nullable Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException(path + ": must be an object, is " + describe(value));
        }
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        map.forEach((name, field) -> fields.put(String.valueOf(name), field));
        return new JsonObject(path, fields);
    }

    /** What the function makes of this object, once it has asked for every field there is. */
    <T> T read(Function<JsonObject, T> form) {
        T result = form.apply(this);
        fields.keySet().stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw problem("has no field \"" + name + "\"; it has " + String.join(", ", known));
        });
        return result;
    }

    String text(String name) {
        return required(name, optionalText(name));
    }

    @Nullable
    String optionalText(String name) {
        return value(name, String.class, "a string");
    }

    BigDecimal number(String name) {
        return required(name, value(name, BigDecimal.class, "a number"));
    }

    /** A number without a fraction, within the range of a {@code long}. */
    long whole(String name) {
        return exact(name, number(name), BigDecimal::longValueExact);
    }

    /** A number without a fraction, within the range of an {@code int}. */
    int integer(String name) {
        return exact(name, number(name), BigDecimal::intValueExact);
    }

    boolean bool(String name) {
        return required(name, value(name, Boolean.class, "true or false"));
    }

    /** Absent is false. */
    boolean flag(String name) {
        return Boolean.TRUE.equals(value(name, Boolean.class, "true or false"));
    }

    /** A constant of an enum, by its name. */
    <E extends Enum<E>> E constant(String name, Class<E> type) {
        return constant(name, type, text(name));
    }

    /** Absent is {@code otherwise}. */
    <E extends Enum<E>> E constant(String name, E otherwise) {
        return has(name) ? constant(name, otherwise.getDeclaringClass()) : otherwise;
    }

    /** A constant of an enum, or absent. */
    <E extends Enum<E>> @Nullable E optionalConstant(String name, Class<E> type) {
        return has(name) ? constant(name, type) : null;
    }

    /** An array of constants of an enum; absent is empty. */
    <E extends Enum<E>> List<E> constants(String name, Class<E> type) {
        return texts(name).stream().map(text -> constant(name, type, text)).toList();
    }

    <T> T object(String name, Function<JsonObject, T> form) {
        return required(name, optionalObject(name, form).orElse(null));
    }

    <T> Optional<T> optionalObject(String name, Function<JsonObject, T> form) {
        return has(name) ? Optional.of(of(path + "." + name, fields.get(name)).read(form)) : Optional.empty();
    }

    /** An array of objects; absent is empty. */
    <T> List<T> each(String name, Function<JsonObject, T> form) {
        List<T> results = new ArrayList<>();
        for (Object item : items(name)) {
            results.add(of(path + "." + name + "[" + results.size() + "]", item).read(form));
        }
        return results;
    }

    /** An array of objects, some of which are a text alone; absent is empty. */
    <T> List<T> each(String name, Function<String, T> ofText, Function<JsonObject, T> form) {
        List<T> results = new ArrayList<>();
        for (Object item : items(name)) {
            if (!(item instanceof String || item instanceof Map)) {
                throw problem("\"" + name + "\" must hold strings or objects, holds " + describe(item));
            }
            results.add(item instanceof String text
                    ? ofText.apply(text)
                    : of(path + "." + name + "[" + results.size() + "]", item).read(form));
        }
        return results;
    }

    /** An array of strings; absent is empty. */
    List<String> texts(String name) {
        return values(name, String.class, "strings");
    }

    /** An array of integers; absent is empty. */
    List<Integer> integers(String name) {
        return values(name, BigDecimal.class, "numbers").stream()
                .map(number -> exact(name, number, BigDecimal::intValueExact))
                .toList();
    }

    /** The names of all fields, for an object whose names are data. */
    Set<String> names() {
        return fields.keySet();
    }

    boolean has(String name) {
        known.add(name);
        return fields.get(name) != null;
    }

    IllegalArgumentException problem(String text) {
        return new IllegalArgumentException(path + ": " + text);
    }

    private <E extends Enum<E>> E constant(String name, Class<E> type, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(text))
                .findFirst()
                .orElseThrow(() -> problem("\"" + name + "\" is \"" + text + "\" but must be one of "
                        + Arrays.toString(type.getEnumConstants())));
    }

    private <T> T exact(String name, BigDecimal number, Function<BigDecimal, T> conversion) {
        try {
            return conversion.apply(number);
        } catch (ArithmeticException fractionOrTooLarge) {
            throw problem("\"" + name + "\" must be a whole number in range, is " + number);
        }
    }

    private <T> List<T> values(String name, Class<T> type, String words) {
        List<T> results = new ArrayList<>();
        for (Object item : items(name)) {
            if (!type.isInstance(item)) {
                throw problem("\"" + name + "\" must hold " + words + ", holds " + describe(item));
            }
            results.add(type.cast(item));
        }
        return results;
    }

    private List<?> items(String name) {
        List<?> items = value(name, List.class, "an array");
        return items == null ? List.of() : items;
    }

    private <T> @Nullable T value(String name, Class<T> type, String words) {
        known.add(name);
        Object value = fields.get(name);
        if (value != null && !type.isInstance(value)) {
            throw problem("\"" + name + "\" must be " + words + ", is " + describe(value));
        }
        return type.cast(value);
    }

    private <T> T required(String name, @Nullable T value) {
        if (value == null) {
            throw problem("\"" + name + "\" is missing");
        }
        return value;
    }

    private static String describe(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case Map<?, ?> object -> "an object";
            case List<?> array -> "an array";
            default -> String.valueOf(value);
        };
    }
}

package dev.plinth.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/** The fields of one JSON object in the making, in the order put. What is absent is left out. */
final class Fields {

    private final Map<String, Object> values = new LinkedHashMap<>();

    /** An object of a sealed family, which begins with the alternative. */
    static Fields kind(String kind) {
        return new Fields().put("kind", kind);
    }

    /** A string, number, boolean or object; left out when null. */
    Fields put(String name, @Nullable Object value) {
        if (value != null) {
            values.put(name, value instanceof Fields fields ? fields.values : value);
        }
        return this;
    }

    /** A text; left out when empty. */
    Fields text(String name, String value) {
        return put(name, value.isEmpty() ? null : value);
    }

    /** Left out when false. */
    Fields flag(String name, boolean value) {
        return put(name, value ? true : null);
    }

    /** An array of strings or numbers; left out when empty. */
    Fields list(String name, List<?> items) {
        return put(name, items.isEmpty() ? null : items);
    }

    /** An array of objects; left out when empty. */
    <T> Fields each(String name, List<T> items, Function<T, Fields> form) {
        List<Object> objects = new ArrayList<>();
        items.forEach(item -> objects.add(form.apply(item).values));
        return list(name, objects);
    }

    /** The fields of another object among those of this one. */
    Fields all(Fields others) {
        values.putAll(others.values);
        return this;
    }

    Map<String, Object> values() {
        return values;
    }
}

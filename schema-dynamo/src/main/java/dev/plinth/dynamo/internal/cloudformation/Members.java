package dev.plinth.dynamo.internal.cloudformation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The members of an object, in the order given. What is absent or an empty list is left out. */
final class Members {

    private final Map<String, Object> values = new LinkedHashMap<>();

    static Map<String, Object> of(String name, Object value) {
        return new Members().with(name, value).map();
    }

    static Map<String, Object> of(String name, Object value, String second, @Nullable Object other) {
        return new Members().with(name, value).with(second, other).map();
    }

    Members with(String name, @Nullable Object value) {
        if (value != null && !(value instanceof List<?> list && list.isEmpty())) {
            values.put(name, value);
        }
        return this;
    }

    Map<String, Object> map() {
        return values;
    }
}

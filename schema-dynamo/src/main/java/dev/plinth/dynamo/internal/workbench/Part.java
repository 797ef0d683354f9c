package dev.plinth.dynamo.internal.workbench;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An object of a data model being read. What nobody asks for is left out, and listed. */
final class Part {

    private String path;
    private final Map<?, ?> members;
    private final List<String> leftOut;
    private final Set<String> known = new HashSet<>();

    Part(String path, @Nullable Object value, List<String> leftOut) {
        if (!(value instanceof Map<?, ?> object)) {
            throw new IllegalArgumentException(path + ": must be an object, is " + value);
        }
        this.path = path;
        this.members = object;
        this.leftOut = leftOut;
    }

    /** What the function makes of this object; members that it does not ask for are listed. */
    <T> T read(Function<Part, T> form) {
        T result = form.apply(this);
        members.keySet().stream().map(String::valueOf).filter(name -> !known.contains(name)).forEach(
                this::leftOut);
        return result;
    }

    void leftOut(String what) {
        leftOut.add(path.isEmpty() ? what : path + ": " + what);
    }

    String text(String name) {
        return optionalText(name).orElseThrow(() -> missing(name));
    }

    Optional<String> optionalText(String name) {
        return value(name, String.class, "a text");
    }

    /** A number without a fraction. */
    long whole(String name) {
        BigDecimal number = value(name, BigDecimal.class, "a number").orElseThrow(() -> missing(name));
        try {
            return number.longValueExact();
        } catch (ArithmeticException fraction) {
            throw problem("\"" + name + "\" must be a whole number, is " + number);
        }
    }

    <T> T object(String name, Function<Part, T> form) {
        return optionalObject(name, form).orElseThrow(() -> missing(name));
    }

    <T> Optional<T> optionalObject(String name, Function<Part, T> form) {
        return value(name, Map.class, "an object").map(object -> part(name, object).read(form));
    }

    /** An array of objects; absent is empty. */
    <T> List<T> objects(String name, Function<Part, T> form) {
        List<T> results = new ArrayList<>();
        for (Object element : list(name)) {
            results.add(part(name + "[" + results.size() + "]", element).read(form));
        }
        return results;
    }

    /** An array of texts; absent is empty. */
    List<String> texts(String name) {
        return list(name).stream().map(String::valueOf).toList();
    }

    List<?> list(String name) {
        return value(name, List.class, "an array").orElse(List.of());
    }

    /** From here on it has the name that a person knows it by. */
    void rename(String name) {
        path = name;
    }

    IllegalArgumentException problem(String text) {
        return new IllegalArgumentException((path.isEmpty() ? "data model" : path) + ": " + text);
    }

    private IllegalArgumentException missing(String name) {
        return problem("\"" + name + "\" is missing");
    }

    private Part part(String name, @Nullable Object value) {
        return new Part(path.isEmpty() ? name : path + "." + name, value, leftOut);
    }

    private <T> Optional<T> value(String name, Class<T> type, String words) {
        known.add(name);
        Object value = members.get(name);
        if (value != null && !type.isInstance(value)) {
            throw problem("\"" + name + "\" must be " + words + ", is " + value);
        }
        return Optional.ofNullable(value).map(type::cast);
    }
}

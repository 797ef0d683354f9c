package dev.plinth.job;

import dev.plinth.job.settings.UsageException;
import dev.plinth.model.Schema;
import dev.plinth.rule.Suggestion;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A schema named on the command line. The one place where something is found by reflection: see
 * docs/adr/0011-a-schema-named-on-the-command-line.md.
 *
 * @param type the class, a nested one with {@code .} or {@code $}
 */
record SchemaConstant(String type, String name) {

    /** @throws UsageException when it is not {@code CLASS#CONSTANT} */
    static SchemaConstant parse(String text) {
        String[] halves = text.split("#", -1);
        if (halves.length != 2 || halves[0].isBlank() || halves[1].isBlank()) {
            throw new UsageException("--schema " + text + ": write the class, # and the constant, such as "
                    + "com.acme.Schemas#SCHEMA");
        }
        return new SchemaConstant(halves[0].strip(), halves[1].strip());
    }

    /**
     * The value of the constant; this initialises its class.
     *
     * @throws UsageException when there is none
     * @throws BrokenSchemaException when the class cannot be initialised, an invalid schema among the reasons
     */
    Schema load() {
        ClassLoader own = Thread.currentThread().getContextClassLoader();
        ClassLoader loader = own == null ? ClassLoader.getSystemClassLoader() : own;
        try {
            Class<?> found = find(loader).orElseThrow(() -> noClass());
            return value(found);
        } catch (LinkageError e) {
            throw BrokenSchemaException.of(type, e);
        }
    }

    /** Looks for {@code a.b.C.D} as {@code a.b.C$D} as well. */
    private Optional<Class<?>> find(ClassLoader loader) {
        for (String name = type; !name.isEmpty(); name = nested(name)) {
            try {
                return Optional.of(Class.forName(name, true, loader));
            } catch (ClassNotFoundException e) {
                // perhaps the last dot stands before a nested class
            }
        }
        return Optional.empty();
    }

    private static String nested(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(0, dot) + "$" + name.substring(dot + 1);
    }

    private UsageException noClass() {
        return new UsageException("--schema: no class " + type + " is on the class path. "
                + Suggestion.orElse(type, ClassPath.classesBeside(type),
                        "Check its package, and that the jar it is in stands behind -cp."));
    }

    private Schema value(Class<?> found) {
        Field field = Arrays.stream(found.getDeclaredFields())
                .filter(one -> one.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new UsageException("--schema: " + type + " has no constant " + name + ". "
                        + Suggestion.orElse(name, constants(found), others(found))));
        if (field.getType() != Schema.class) {
            throw new UsageException("--schema: " + this + " is of type " + field.getType().getSimpleName()
                    + ", not Schema. " + others(found));
        }
        if (!Modifier.isStatic(field.getModifiers())) {
            throw new UsageException("--schema: " + this + " is not static: declare it static final");
        }
        return read(field);
    }

    private Schema read(Field field) {
        try {
            if (field.trySetAccessible() && field.get(null) instanceof Schema schema) {
                return schema;
            }
        } catch (IllegalAccessException e) {
            // told below
        }
        throw new UsageException("--schema: " + this + " is null or cannot be read: declare it public static final,"
                + " with its value");
    }

    private static List<String> constants(Class<?> found) {
        return Arrays.stream(found.getDeclaredFields())
                .filter(field -> field.getType() == Schema.class && Modifier.isStatic(field.getModifiers()))
                .map(Field::getName)
                .toList();
    }

    private static String others(Class<?> found) {
        List<String> constants = constants(found);
        return constants.isEmpty()
                ? "It has none of type Schema; write static final Schema SCHEMA = schema(\"name\", TABLES...) there."
                : "Its schemas: " + String.join(", ", constants) + ".";
    }

    @Override
    public String toString() {
        return type + "#" + name;
    }
}

package dev.plinth.rule;

import dev.plinth.dsl.SchemaDsl;
import dev.plinth.model.Schema;
import dev.plinth.model.SchemaObject;
import dev.plinth.model.sql.Table;
import java.util.List;
import java.util.function.Supplier;

/**
 * A schema with problems, the problems, and a schema that is as near to having them as can be.
 *
 * @param expected severity, subject and rule of each problem
 */
record Pair(String title, Supplier<Schema> bad, List<String> expected, Supplier<Schema> inside) {

    static Pair of(String title, Supplier<? extends SchemaObject> bad, String expected,
            Supplier<? extends SchemaObject> inside) {
        return schemas(
                title, () -> schema(bad.get()), expected, () -> schema(inside.get()));
    }

    static Pair schemas(String title, Supplier<Schema> bad, String expected, Supplier<Schema> inside) {
        return new Pair(title, bad, expected.lines().toList(), inside);
    }

    static Schema schema(SchemaObject... objects) {
        return SchemaDsl.schema("test", objects);
    }

    /** A schema as no DSL call makes it: not resolved, not checked. */
    static Schema unchecked(Table... tables) {
        return new Schema("test", List.of(), List.of(), List.of(tables), List.of(), null);
    }

    /** What the rules find, whether or not the schema can be made. */
    static List<Problem> problems(Supplier<Schema> schema) {
        try {
            return SchemaRules.check(schema.get());
        } catch (InvalidSchemaException invalid) {
            return invalid.problems();
        }
    }

    @Override
    public String toString() {
        return title;
    }
}

package dev.plinth.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.SchemaInitializer;
import dev.plinth.StoreReport;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.RoutineBody;
import dev.plinth.postgres.testing.TestDatabase;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A schema without what a database does not keep or spells in its own way: descriptions, expressions, the order in which
 * things are declared. What PostgreSQL keeps in order stays in order. Any record of the model is walked, so a new kind
 * needs nothing here.
 */
final class Sameness {

    private static final Expression SOME = new Expression.Sql("...");

    private Sameness() {}

    static Schema of(Schema schema) {
        return (Schema) normal("", new Schema(
                "", schema.extensions(), schema.objects(), schema.tables(), List.of(), null));
    }

    /** What {@link #of} lets differ, the database does not mind either: it has just this schema. */
    static void assertNothingDiffers(Schema schema, TestDatabase database) {
        StoreReport report = SchemaInitializer.of(schema)
                .with(PostgresStore.of(database.dataSource()))
                .verify()
                .stores()
                .getFirst();
        assertThat(report.drift()).isEmpty();
        assertThat(report.steps()).isEmpty();
        assertThat(report.unmanaged()).isEmpty();
    }

    private static Object normal(String component, Object value) {
        if (component.equals("description")) {
            return null;
        }
        if (value instanceof RoutineBody.Text(String text)) {
            return new RoutineBody.Text(text.strip());
        }
        if (value instanceof Expression && !(value instanceof Expression.NextValue)) {
            return SOME;
        }
        return switch (value) {
            case List<?> list -> list(component, list);
            case Record made -> made(made);
            case null -> null;
            default -> value;
        };
    }

    private static List<?> list(String component, List<?> values) {
        if (component.equals("dependsOn")) {
            return List.of();
        }
        List<Object> normal = new ArrayList<>();
        values.forEach(value -> normal.add(normal("", value)));
        boolean isOrdered = List.of("columns", "targetColumns", "keys", "elements", "labels", "attributes", "arguments",
                "settings", "values", "include", "statements").contains(component);
        if (!isOrdered) {
            normal.sort(Comparator.comparing(Object::toString));
        }
        return normal;
    }

    private static Object made(Record made) {
        try {
            List<Class<?>> types = new ArrayList<>();
            List<Object> values = new ArrayList<>();
            for (RecordComponent part : made.getClass().getRecordComponents()) {
                types.add(part.getType());
                values.add(normal(part.getName(), part.getAccessor().invoke(made)));
            }
            return made.getClass().getDeclaredConstructor(types.toArray(Class[]::new)).newInstance(values.toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(made.toString(), e);
        }
    }
}

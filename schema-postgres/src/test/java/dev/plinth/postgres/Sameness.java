package dev.plinth.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.SchemaInitializer;
import dev.plinth.StoreReport;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.DatabaseObject;
import dev.plinth.model.sql.DefaultPrivileges;
import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.Grant;
import dev.plinth.model.sql.NamedQuery;
import dev.plinth.model.sql.Privilege;
import dev.plinth.model.sql.RoutineBody;
import dev.plinth.model.sql.Target;
import dev.plinth.postgres.testing.TestDatabase;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A schema without what a database does not keep or spells in its own way: descriptions, expressions, queries, the order in
 * which things are declared. What PostgreSQL keeps in order stays in order. Any record of the model is walked, so a new kind
 * needs nothing here.
 */
final class Sameness {

    private static final Expression SOME = new Expression.Sql("...");

    private Sameness() {}

    static Schema of(Schema schema) {
        List<DatabaseObject> objects = schema.objects().stream().flatMap(Sameness::one).toList();
        return (Schema) normal("", new Schema("", schema.extensions(), objects, schema.tables(), List.of(), null));
    }

    /** A database keeps privileges one by one, and not which grants gave them. */
    private static Stream<DatabaseObject> one(DatabaseObject object) {
        return switch (object) {
            case Grant grant -> or(grant.roles()).flatMap(roles -> or(grant.columns()).flatMap(
                    columns -> all(grant.privileges(), columns.isEmpty() ? grant.target().kind() : Target.Kind.COLUMN)
                            .map(privilege -> grant.part(List.of(privilege), columns, roles))));
            case DefaultPrivileges some -> or(some.roles()).flatMap(roles -> all(some.privileges(), some.objects())
                    .map(privilege -> some.part(List.of(privilege), roles)));
            default -> Stream.of(object);
        };
    }

    private static Stream<List<String>> or(List<String> names) {
        return names.isEmpty() ? Stream.of(List.of()) : names.stream().map(List::of);
    }

    /** But for MAINTAIN, which not every server has. */
    private static Stream<Privilege> all(List<Privilege> privileges, Target.Kind kind) {
        return privileges.stream()
                .flatMap(it -> it == Privilege.ALL ? Privilege.of(kind, 0).stream() : Stream.of(it))
                .filter(it -> it != Privilege.MAINTAIN)
                .distinct();
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
        if (component.equals("query")) {
            return SOME.toString();
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
        if (component.equals("commands")) {
            return Collections.nCopies(values.size(), SOME.toString());
        }
        List<Object> normal = new ArrayList<>();
        values.forEach(value -> normal.add(normal("", value)));
        boolean isOrdered = List.of("columns", "targetColumns", "keys", "elements", "labels", "attributes", "arguments",
                "settings", "values", "include", "statements", "dictionaries").contains(component);
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
                boolean isInQuery = made instanceof NamedQuery && part.getName().equals("columns");
                values.add(isInQuery ? List.of() : normal(part.getName(), part.getAccessor().invoke(made)));
            }
            return made.getClass().getDeclaredConstructor(types.toArray(Class[]::new)).newInstance(values.toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(made.toString(), e);
        }
    }
}

package dev.plinth.postgres.internal.render;

import dev.plinth.diff.Change.SqlChange;
import dev.plinth.diff.SqlAdditions;
import dev.plinth.dsl.SchemaDsl;
import dev.plinth.model.SchemaObject;
import dev.plinth.plan.SqlOrder;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The SQL of declared objects, as the tests of the renderers expect it: each statement ended by a semicolon. */
final class Rendered {

    private static final SqlRenderer RENDERER = new SqlRenderer(RenderContext.defaults());

    private Rendered() {}

    static String everything(SchemaObject... objects) {
        return text(SqlOrder.order(SqlAdditions.everything(SchemaDsl.schema("test", objects))), RenderMode.PLAIN);
    }

    /** Only the changes of one kind that the objects need. */
    static String only(Class<? extends SqlChange> kind, RenderMode mode, SchemaObject... objects) {
        return text(changes(kind, objects), mode);
    }

    static <C extends SqlChange> List<C> changes(Class<C> kind, SchemaObject... objects) {
        return SqlOrder.order(SqlAdditions.everything(SchemaDsl.schema("test", objects))).stream()
                .filter(kind::isInstance).map(kind::cast).toList();
    }

    static String text(SqlChange change, RenderMode mode) {
        return text(List.of(change), mode);
    }

    private static String text(List<? extends SqlChange> changes, RenderMode mode) {
        Stream<String> statements =
                changes.stream().flatMap(change -> RENDERER.statements(change, mode).stream());
        return statements.map(statement -> statement + ";\n").collect(Collectors.joining());
    }
}

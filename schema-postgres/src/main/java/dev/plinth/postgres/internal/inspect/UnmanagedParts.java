package dev.plinth.postgres.internal.inspect;

import dev.plinth.diff.Live;
import dev.plinth.diff.LiveTable;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.Constraint;
import dev.plinth.model.sql.Index;
import dev.plinth.model.sql.Table;
import dev.plinth.model.sql.Trigger;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Columns, constraints, indexes and triggers of a declared table whose names the schema does not know. */
final class UnmanagedParts {

    private UnmanagedParts() {}

    static List<String> of(Schema schema, LiveTable live) {
        Table declared = schema.table(live.name()).orElseThrow();
        return Stream.of(
                parts("column", live, live.columns(), Column::name, declared.columns()),
                parts("constraint", live, live.constraints(), Constraint::name, declared.constraints()),
                parts("index", live, live.indexes(), Index::name, declared.indexes()),
                parts("trigger", live, live.triggers(), Trigger::name, declared.triggers()))
                .flatMap(Function.identity())
                .toList();
    }

    private static <T> Stream<String> parts(
            String kind, LiveTable table, List<Live<T>> live, Function<T, String> name, List<T> declared) {
        Set<String> declaredNames = declared.stream().map(name).collect(Collectors.toSet());
        return live.stream()
                .filter(part -> part.state() != Live.State.INHERITED)
                .map(part -> name.apply(part.object()))
                .filter(partName -> !declaredNames.contains(partName))
                .map(partName -> kind + " " + partName + " on " + table.name().display());
    }
}

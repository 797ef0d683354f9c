package dev.plinth.postgres.internal.inspect;

import dev.plinth.diff.Live;
import dev.plinth.diff.LiveAccess;
import dev.plinth.diff.LiveTable;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.Constraint;
import dev.plinth.model.sql.Grant;
import dev.plinth.model.sql.Index;
import dev.plinth.model.sql.NamedQuery;
import dev.plinth.model.sql.Policy;
import dev.plinth.model.sql.Privilege;
import dev.plinth.model.sql.Table;
import dev.plinth.model.sql.Trigger;
import dev.plinth.naming.SupplementNames;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Columns, constraints, indexes, triggers and policies of a declared table whose names the schema does not know. */
final class UnmanagedParts {

    private UnmanagedParts() {}

    static List<String> of(Schema schema, LiveTable live) {
        Table declared = schema.table(live.name()).orElseThrow();
        return Stream.concat(
                Stream.concat(
                        parts("column", live, live.columns(), Column::name, declared.columns()),
                        live.plainColumns().stream().flatMap(column -> notNull(declared, column, live))),
                besidesColumns(declared, live))
                .toList();
    }

    /** The name of a NOT NULL, where the schema says none: another one is a difference. */
    private static Stream<String> notNull(Table declared, Column live, LiveTable table) {
        return Stream.ofNullable(live.options().notNullName())
                .filter(name -> declared.column(live.name())
                        .filter(column -> column.options().notNullName() == null)
                        .isPresent())
                .map(name -> "constraint " + name + " on " + table.name().display());
    }

    /** Columns of a view come from its query, which is compared as a whole. */
    static List<String> of(NamedQuery declared, LiveTable live) {
        return besidesColumns(declared.parts(), live).toList();
    }

    private static Stream<String> besidesColumns(Table declared, LiveTable live) {
        return Stream.of(
                parts("constraint", live, live.constraints(), Constraint::name, declared.constraints()),
                parts("index", live, live.indexes(), Index::name, declared.indexes()),
                parts("trigger", live, live.triggers(), Trigger::name, declared.triggers()),
                parts(
                        "policy",
                        live,
                        live.rowSecurity().policies().stream().map(Live::usable).toList(),
                        Policy::name,
                        declared.rowSecurity().policies()))
                .flatMap(Function.identity());
    }

    /** Privileges on what the schema grants something on, that it does not grant and somebody did. */
    static List<String> of(List<Grant> declared, Set<String> namespaces, LiveAccess access) {
        return access.privileges().stream()
                .filter(one -> namespaces.contains(one.target().name().namespace()))
                .filter(one -> !one.name().isEmpty() && !one.isOfOwner() && !one.isUsual())
                .filter(one -> declared.stream().noneMatch(grant -> gives(grant, one)))
                .map(one -> "privilege " + one.name() + (one.column().isEmpty() ? "" : " (" + one.column() + ")")
                        + " on "
                        + SupplementNames.of(one.target()) + " to "
                        + Objects.requireNonNullElse(one.role(), "PUBLIC"))
                .toList();
    }

    private static boolean gives(Grant grant, LiveAccess.Privilege one) {
        return grant.target().equals(one.target())
                && (one.role() == null ? grant.roles().isEmpty() : grant.roles().contains(one.role()))
                && (one.column().isEmpty() ? grant.columns().isEmpty() : grant.columns().contains(one.column()))
                && grant.privileges().stream()
                        .anyMatch(it -> it == Privilege.ALL || it.name().equals(one.name()));
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

package dev.plinth.postgres.internal.inspect;

import dev.plinth.diff.Live;
import dev.plinth.diff.LiveRowSecurity;
import dev.plinth.diff.LiveTable;
import dev.plinth.diff.Subject;
import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.Constraint;
import dev.plinth.model.sql.DatabaseObject;
import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.Function;
import dev.plinth.model.sql.RowSecurity;
import dev.plinth.model.sql.Sequence;
import dev.plinth.model.sql.Table;
import dev.plinth.model.sql.Trigger;
import dev.plinth.naming.QualifiedNames;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes of live objects what a schema would declare to have them. */
final class LiveModel {

    private final List<LiveTable> tables;
    private final List<Live<? extends DatabaseObject>> objects;
    private final Set<UnmanagedQuery.Found> known;
    private final Set<QualifiedName> routines;
    private final Set<QualifiedName> sequences;

    LiveModel(Collection<LiveTable> tables, List<Live<? extends DatabaseObject>> objects) {
        this.tables = tables.stream().sorted(Comparator.comparing(LiveTable::name)).toList();
        Set<QualifiedName> owned = ownedSequences();
        this.objects = objects.stream()
                .filter(live -> !(live.object() instanceof Sequence sequence && owned.contains(sequence.name())))
                .toList();
        this.known = objects.stream()
                .map(live -> UnmanagedQuery.Found.of(live.object()))
                .collect(Collectors.toSet());
        this.routines = names(Function.class);
        this.sequences = Stream.concat(names(Sequence.class).stream(), owned.stream()).collect(Collectors.toSet());
    }

    /** The sequences that are said with their columns. */
    private Set<QualifiedName> ownedSequences() {
        Set<QualifiedName> owned = new HashSet<>();
        for (LiveTable table : tables) {
            table.columns().stream()
                    .flatMap(column -> Stream.ofNullable(column.object().sequence()))
                    .forEach(sequence -> owned.add(table.name().sibling(sequence.name())));
        }
        return owned;
    }

    private Set<QualifiedName> names(Class<? extends DatabaseObject> kind) {
        return objects.stream()
                .map(Live::object)
                .filter(kind::isInstance)
                .map(DatabaseObject::name)
                .collect(Collectors.toSet());
    }

    List<DatabaseObject> objects() {
        return objects.stream().<DatabaseObject>map(Live::object).toList();
    }

    List<Table> tables() {
        return tables.stream().map(this::table).toList();
    }

    private Table table(LiveTable live) {
        LiveRowSecurity security = live.rowSecurity();
        return new Table(
                live.name(),
                live.columns().stream().map(Live::object).map(this::column).toList(),
                own(live.constraints()).map(Live::object).toList(),
                own(live.indexes()).map(Live::object).toList(),
                own(live.triggers()).map(Live::object).map(this::trigger).toList(),
                List.of(),
                live.options(),
                new RowSecurity(security.enabled(), security.forced(), security.policies()),
                List.of(),
                null);
    }

    /** Without what is there because the table above has it. */
    private static <T> Stream<Live<T>> own(List<Live<T>> parts) {
        return parts.stream().filter(part -> part.state() != Live.State.INHERITED);
    }

    /** The next number of a sequence says more than its text: the sequence comes first, and goes where its table goes. */
    private Column column(Column column) {
        return column.defaultValue() instanceof Expression.Sql text
                ? QualifiedNames.sequenceOf(text.text())
                        .filter(sequences::contains)
                        .map(sequence -> column.withDefault(new Expression.NextValue(sequence)))
                        .orElse(column)
                : column;
    }

    private Trigger trigger(Trigger trigger) {
        return routines.contains(trigger.function()) ? trigger : trigger.withExistingFunction();
    }

    /** Whether it is part of the model, be it as part of a column. */
    boolean knows(UnmanagedQuery.Found found) {
        return found.isIn(known);
    }

    /** What the model has no words for, object by object. */
    Stream<Unmodelled> unmodelled() {
        return Stream.concat(
                objects.stream().flatMap(live -> facts(Subject.of(live.object()).display(), live)),
                tables.stream().flatMap(LiveModel::unmodelled));
    }

    private static Stream<Unmodelled> unmodelled(LiveTable table) {
        String name = table.name().display();
        return Stream.of(
                table.unmodelled().stream().map(fact -> new Unmodelled("table " + name, fact)),
                table.columns().stream().flatMap(it -> facts("column " + name + "." + it.object().name(), it)),
                own(table.constraints()).flatMap(it -> facts(on("constraint", it.object().name(), name), it)),
                own(table.indexes()).flatMap(it -> facts(on("index", it.object().name(), name), it)),
                own(table.triggers()).flatMap(it -> facts(on("trigger", it.object().name(), name), it)))
                .flatMap(found -> found);
    }

    private static String on(String kind, String name, String table) {
        return kind + " " + name + " on " + table;
    }

    private static Stream<Unmodelled> facts(String object, Live<?> live) {
        Stream<String> state = live.isUsable() ? Stream.empty() : Stream.of("not valid");
        return Stream.concat(state, live.unmodelled().stream()).map(fact -> new Unmodelled(object, fact));
    }

    /** Foreign keys onto tables that were not read. */
    Stream<Unmodelled> references() {
        Set<QualifiedName> read = tables.stream().map(LiveTable::name).collect(Collectors.toSet());
        return tables.stream().flatMap(table -> table.constraints().stream()
                .map(Live::object)
                .filter(Constraint.ForeignKey.class::isInstance)
                .map(Constraint.ForeignKey.class::cast)
                .filter(key -> !read.contains(key.target()))
                .map(key -> new Unmodelled(
                        on("foreign key", key.name(), table.name().display()),
                        "REFERENCES " + key.target().display() + ", which was not inspected")));
    }
}

package dev.plinth.postgres.internal.inspect;

import dev.plinth.diff.Live;
import dev.plinth.diff.LiveRowSecurity;
import dev.plinth.diff.LiveTable;
import dev.plinth.diff.Subject;
import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.ColumnDefault;
import dev.plinth.model.sql.Comment;
import dev.plinth.model.sql.Constraint;
import dev.plinth.model.sql.DatabaseObject;
import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.Function;
import dev.plinth.model.sql.IndexMark;
import dev.plinth.model.sql.MaterializedView;
import dev.plinth.model.sql.NamedQuery;
import dev.plinth.model.sql.RowSecurity;
import dev.plinth.model.sql.Sequence;
import dev.plinth.model.sql.Statistics;
import dev.plinth.model.sql.Supplement;
import dev.plinth.model.sql.Table;
import dev.plinth.model.sql.TableOptions;
import dev.plinth.model.sql.Trigger;
import dev.plinth.model.sql.View;
import dev.plinth.naming.QualifiedNames;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes of live objects what a schema would declare to have them. */
final class LiveModel {

    private final ReadTables read;
    private final List<LiveTable> tables;
    private final Map<QualifiedName, Table> modelled = new HashMap<>();
    private final List<Unmodelled> beyond = new ArrayList<>();
    private final Map<QualifiedName, LiveTable> views = new HashMap<>();
    private final List<Live<? extends DatabaseObject>> objects;
    private final Set<UnmanagedQuery.Found> known;
    private final Set<QualifiedName> routines;
    private final Set<QualifiedName> sequences;

    /** @param views what live views have as tables have it */
    LiveModel(
            Collection<LiveTable> tables,
            Collection<LiveTable> views,
            List<Live<? extends DatabaseObject>> objects) {
        views.forEach(view -> this.views.put(view.name(), view));
        this.read = new ReadTables(tables);
        this.tables = read.sorted();
        Set<QualifiedName> owned = ownedSequences(tables);
        List<Live<? extends DatabaseObject>> readable =
                objects.stream().filter(live -> isReadable(live.object())).toList();
        this.objects = readable.stream()
                .filter(live -> !(live.object() instanceof Sequence sequence && owned.contains(sequence.name())))
                .toList();
        this.known = readable.stream()
                .map(live -> UnmanagedQuery.Found.of(live.object()))
                .collect(Collectors.toSet());
        this.routines = names(Function.class);
        this.sequences = Stream.concat(names(Sequence.class).stream(), owned.stream()).collect(Collectors.toSet());
        this.tables.forEach(this::model);
    }

    /** Statistics of what is no table or view of the model are none that could be declared. */
    private boolean isReadable(DatabaseObject object) {
        return !(object instanceof Statistics statistics)
                || read.contains(statistics.table())
                || views.containsKey(statistics.table());
    }

    /** The tables above first. */
    private Table model(LiveTable live) {
        Table known = modelled.get(live.name());
        if (known != null) {
            return known;
        }
        List<LiveTable> above = read.above(live);
        Table table = table(live, new LiveInheritance(live, above.stream().map(this::model).toList(), above));
        modelled.put(live.name(), table);
        if (live.options().partitionOf() != null) {
            new LivePartition(live, above.getFirst()).unmodelled().forEach(beyond::add);
        }
        return table;
    }

    /** The sequences that are said with their columns. */
    private static Set<QualifiedName> ownedSequences(Collection<LiveTable> tables) {
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

    /** But for what is said of others. */
    List<DatabaseObject> objects() {
        return objects.stream()
                .<DatabaseObject>map(Live::object)
                .filter(object -> !(object instanceof Supplement))
                .map(this::whole)
                .toList();
    }

    List<Comment> comments() {
        return objects.stream()
                .map(Live::object)
                .filter(Comment.class::isInstance)
                .map(Comment.class::cast)
                .toList();
    }

    /** A view with its parts; the names of its columns stand in the query that the server prints. */
    private DatabaseObject whole(DatabaseObject object) {
        if (!(object instanceof NamedQuery view)) {
            return object;
        }
        LiveTable live = views.get(view.name());
        if (live == null) {
            return object;
        }
        return switch (view) {
            case View it -> new View(
                    it.name(),
                    List.of(),
                    it.query(),
                    it.options(),
                    defaults(live),
                    live.triggers().stream().map(Live::object).map(this::trigger).toList(),
                    live.rules().stream().map(Live::object).toList(),
                    List.of(),
                    List.of(),
                    null);
            case MaterializedView it -> new MaterializedView(
                    it.name(),
                    List.of(),
                    it.query(),
                    it.options(),
                    live.indexes().stream().map(Live::object).toList(),
                    List.of(),
                    null);
        };
    }

    private List<ColumnDefault> defaults(LiveTable view) {
        return view.plainColumns().stream()
                .map(this::column)
                .flatMap(column -> Stream.ofNullable(column.defaultValue())
                        .map(value -> new ColumnDefault(column.name(), value)))
                .toList();
    }

    List<Table> tables() {
        return tables.stream().map(this::model).toList();
    }

    private Table table(LiveTable live, LiveInheritance inheritance) {
        LiveRowSecurity security = live.rowSecurity();
        List<Column> columns = inheritance.columns(
                live.columns().stream().map(Live::object).map(this::column).toList());
        beyond.addAll(inheritance.unmodelled());
        return new Table(
                live.name(),
                columns,
                own(live.constraints()).map(Live::object).toList(),
                own(live.indexes()).map(Live::object).toList(),
                own(live.triggers()).map(Live::object).map(this::trigger).toList(),
                live.rules().stream().map(Live::object).toList(),
                options(live),
                new RowSecurity(security.enabled(), security.forced(), security.policies()),
                List.of(),
                null);
    }

    /** Without marks on indexes that are there because the table above has them. */
    private TableOptions options(LiveTable live) {
        TableOptions options = live.options();
        Set<String> inherited = Stream.concat(
                LivePartition.inherited(live.constraints()).map(it -> it.object().name()),
                LivePartition.inherited(live.indexes()).map(it -> it.object().name()))
                .collect(Collectors.toSet());
        for (String index : inherited) {
            for (IndexMark mark : options.marks(index)) {
                beyond.add(new Unmodelled("table " + live.name().display(), switch (mark) {
                    case CLUSTER_ON -> "CLUSTER ON " + index;
                    case REPLICA_IDENTITY -> "REPLICA IDENTITY USING INDEX " + index;
                }));
                options = options.withoutMark(mark);
            }
        }
        return options;
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
        return Stream.of(
                objects.stream().flatMap(live -> facts(Subject.of(live.object()).display(), live)),
                tables.stream().flatMap(LiveModel::unmodelled),
                read.others().stream(),
                views.values().stream().flatMap(LiveModel::ofParts),
                beyond.stream())
                .flatMap(found -> found);
    }

    private static Stream<Unmodelled> unmodelled(LiveTable table) {
        String name = table.name().display();
        return Stream.of(
                table.unmodelled().stream().map(fact -> new Unmodelled("table " + name, fact)),
                table.columns().stream()
                        .flatMap(it -> facts("column " + name + "." + it.object().name(), it))
                        .filter(one -> table.options().partitionOf() == null || !one.fact().startsWith("GENERATED ")),
                own(table.constraints()).flatMap(it -> facts(on("constraint", it.object().name(), name), it)),
                ofParts(table))
                .flatMap(found -> found);
    }

    /** What tables and views have. */
    private static Stream<Unmodelled> ofParts(LiveTable table) {
        String name = table.name().display();
        return Stream.of(
                table.rules().stream().flatMap(it -> facts(on("rule", it.object().name(), name), it)),
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
        return tables.stream().flatMap(table -> own(table.constraints())
                .map(Live::object)
                .filter(Constraint.ForeignKey.class::isInstance)
                .map(Constraint.ForeignKey.class::cast)
                .filter(key -> !read.contains(key.target()))
                .map(key -> new Unmodelled(
                        on("foreign key", key.name(), table.name().display()),
                        "REFERENCES " + read.absence(key.target()))));
    }
}

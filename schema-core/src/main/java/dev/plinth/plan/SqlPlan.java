package dev.plinth.plan;

import dev.plinth.Step.Status;
import dev.plinth.diff.Change;
import dev.plinth.diff.Change.AddColumn;
import dev.plinth.diff.Change.AddConstraint;
import dev.plinth.diff.Change.CreateExtension;
import dev.plinth.diff.Change.CreateObject;
import dev.plinth.diff.Change.CreateTable;
import dev.plinth.diff.Change.OnTable;
import dev.plinth.diff.Change.SqlChange;
import dev.plinth.diff.Difference;
import dev.plinth.diff.LiveDatabase;
import dev.plinth.diff.Subject;
import dev.plinth.model.QualifiedName;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.Constraint;
import dev.plinth.model.sql.Constraint.ForeignKey;
import dev.plinth.model.sql.DomainType;
import dev.plinth.model.sql.Extension;
import dev.plinth.model.sql.PartitionOf;
import dev.plinth.model.sql.Sequence;
import dev.plinth.model.sql.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The additions of a difference in the order in which they can be made, each with whether it can be made at all. What
 * depends on something that cannot be made is held back with it, and says so.
 */
public final class SqlPlan {

    /**
     * One addition.
     *
     * @param status {@link Status#PLANNED}, {@link Status#DEFERRED}, {@link Status#BLOCKED}, or {@link Status#FAILED} where an
     *     apply has tried it
     * @param detail why it is deferred or blocked; empty for a planned one
     * @param doubt what may be the reason if a planned one fails; empty where there is none
     */
    public record Item(SqlChange change, Status status, String detail, String doubt) {

        /** One that nothing is known of which could make it fail. */
        public Item(SqlChange change, Status status, String detail) {
            this(change, status, detail, "");
        }
    }

    /** Why something is not there. */
    private record Absence(Status status, String subject) {

        String text() {
            return subject + ", which "
                    + (status == Status.FAILED ? "failed" : "is " + status.name().toLowerCase(Locale.ROOT));
        }
    }

    private final Map<QualifiedName, List<String>> columns;
    private final Map<QualifiedName, List<QualifiedName>> below = new HashMap<>();
    private final Set<QualifiedName> partitions = new HashSet<>();
    private final Map<Need, Absence> absent = new HashMap<>();

    /** Why tables and objects are held back, whatever of them goes into their CREATE. */
    private final Map<Subject, String> heldCreations = new HashMap<>();

    private final Cycles cycles;
    private final ColumnWords columnWords;
    private final int serverVersion;
    private final Map<String, Set<String>> availableExtensions;

    private SqlPlan(Schema schema, LiveDatabase live, Cycles cycles) {
        this.cycles = cycles;
        this.columnWords = new ColumnWords(schema, live);
        this.serverVersion = live.serverVersion();
        this.availableExtensions = live.availableExtensions();
        this.columns = schema.tables().stream()
                .collect(Collectors.toMap(
                        table -> table.name(),
                        table -> table.columns().stream().map(Column::name).toList()));
        for (Table table : schema.tables()) {
            PartitionOf partition = table.options().partitionOf();
            table.options().inherits().forEach(above -> below(above).add(table.name()));
            if (partition != null) {
                below(partition.table()).add(table.name());
                partitions.add(table.name());
            }
        }
    }

    private void holdCreation(SqlChange change, String reason) {
        if (change instanceof CreateTable || change instanceof CreateObject) {
            heldCreations.put(change.subject(), reason);
        }
    }

    private List<QualifiedName> below(QualifiedName above) {
        return below.computeIfAbsent(above, name -> new ArrayList<>());
    }

    /**
     * Plans a difference.
     *
     * @param blocked additions that the live data does not allow, with the reason
     */
    public static List<Item> of(
            Schema schema, Difference<SqlChange> difference, LiveDatabase live, Map<SqlChange, String> blocked) {
        return of(schema, difference, live, blocked, Set.of());
    }

    /**
     * Plans what is left of a difference.
     *
     * @param failed additions that were tried in vain
     */
    public static List<Item> of(
            Schema schema,
            Difference<SqlChange> difference,
            LiveDatabase live,
            Map<SqlChange, String> blocked,
            Set<? extends Change> failed) {
        if (difference.missing().isEmpty() && difference.obstructed().isEmpty()) {
            return List.of();
        }
        Set<String> unavailable = unavailable(difference, live);
        List<SqlChange> changes = new ArrayList<>(ExtensionSplit.apart(difference.missing(), unavailable));
        changes.addAll(difference.obstructed().keySet());
        Map<SqlChange, String> held = new HashMap<>(difference.obstructed());
        held.putAll(blocked);
        SqlOrder.Ordered ordered = SqlOrder.withCycles(changes);
        SqlPlan plan = new SqlPlan(schema, live, Cycles.of(ordered.cycles(), schema));
        held.forEach(plan::holdCreation);
        return ordered.changes().stream()
                .flatMap(plan::withoutAbsentTargets)
                .map(change -> failed.contains(change)
                        ? plan.item(new Item(change, Status.FAILED, ""))
                        : plan.item(plan.decide(change, held, unavailable)))
                .toList();
    }

    /** The extensions that are missing and that the server does not offer. */
    public static Set<String> unavailable(Difference<SqlChange> difference, LiveDatabase live) {
        Set<String> names = new LinkedHashSet<>();
        for (SqlChange change : difference.missing()) {
            if (change instanceof CreateExtension created
                    && !live.offers(created.extension())) {
                names.add(created.extension().name());
            }
        }
        return names;
    }

    /** A table is created without the foreign keys whose target cannot be; those are additions of their own then. */
    private Stream<SqlChange> withoutAbsentTargets(SqlChange change) {
        if (!(change instanceof CreateTable created)) {
            return Stream.of(change);
        }
        List<Constraint> all = created.table().constraints();
        List<Constraint> waiting = all.stream()
                .filter(it -> it instanceof ForeignKey key && absent.containsKey(Need.ofTable(key.target())))
                .toList();
        List<Constraint> inside = all.stream().filter(it -> !waiting.contains(it)).toList();
        return Stream.concat(
                Stream.of(created.with(created.table().withConstraints(inside))),
                waiting.stream().map(key -> new AddConstraint(created.table().name(), key)));
    }

    private Item item(Item item) {
        if (item.status() != Status.PLANNED) {
            Absence absence = new Absence(item.status(), item.change().subject().display());
            for (Need need : Provided.by(item.change())) {
                if (!(need instanceof Need.OfCast)) { // who names a type need not convert to it
                    lack(need, absence);
                }
            }
        }
        return item;
    }

    /** A column that a table lacks is lacking in those below it, and so is a key in its partitions. */
    private void lack(Need need, Absence absence) {
        absent.put(need, absence);
        if (need instanceof Need.OfColumn(QualifiedName table, String column)) {
            below.getOrDefault(table, List.of()).forEach(child -> lack(new Need.OfColumn(child, column), absence));
        } else if (need instanceof Need.OfKey(QualifiedName table, Set<String> key)) {
            below.getOrDefault(table, List.of()).stream().filter(partitions::contains)
                    .forEach(child -> lack(new Need.OfKey(child, key), absence));
        }
    }

    private Item decide(SqlChange change, Map<SqlChange, String> held, Set<String> unavailable) {
        String reason = ServerVersion.obstacle(change, serverVersion).orElse(reason(change, held));
        if (reason != null) {
            return new Item(change, Status.BLOCKED, reason);
        }
        if (change instanceof CreateExtension created
                && unavailable.contains(created.extension().name())) {
            return new Item(change, Status.DEFERRED, notOffered(created.extension()));
        }
        List<Need> needs = Needs.of(change, columnsOf(change));
        String doubt = "";
        for (Need need : needs) {
            Absence absence = absent.get(need);
            if (absence != null && columnWords.mayMeanAnother(change, need, needs, absent.keySet())) {
                doubt = doubt.isEmpty() ? "it seems to need " + absence.text() : doubt;
            } else if (absence != null) {
                Status status = absence.status() == Status.FAILED ? Status.BLOCKED : absence.status();
                return new Item(change, status, "needs " + absence.text());
            }
        }
        String cycle = cycles.certain(change);
        return cycle.isEmpty()
                ? new Item(change, Status.PLANNED, "", doubt.isEmpty() ? doubt(change) : doubt)
                : new Item(change, Status.BLOCKED, cycle);
    }

    private String doubt(SqlChange change) {
        String cycle = cycles.possible(change);
        return cycle.isEmpty() ? columnWords.doubt(change) : cycle;
    }

    private String notOffered(Extension extension) {
        Set<String> versions = availableExtensions.getOrDefault(extension.name(), Set.of());
        return "the server does not offer "
                + (versions.isEmpty()
                        ? "this extension"
                        : "version " + extension.version() + " of this extension, only "
                                + String.join(", ", new TreeSet<>(versions)));
    }

    /** A table or a domain is the same one with fewer constraints in its CREATE; sequences of it are held back with it. */
    private @Nullable String reason(SqlChange change, Map<SqlChange, String> held) {
        String reason = held.get(
                change instanceof AddColumn added ? new AddColumn(added.table(), added.column()) : change);
        if (reason == null && (change instanceof CreateTable
                || change instanceof CreateObject created && created.object() instanceof DomainType)) {
            reason = heldCreations.get(change.subject());
        }
        for (Sequence sequence : owned(change)) {
            reason = reason == null ? heldCreations.get(Subject.of(sequence)) : reason;
        }
        return reason;
    }

    private static List<Sequence> owned(SqlChange change) {
        return change instanceof CreateTable created
                ? created.owned()
                : change instanceof AddColumn added ? added.owned() : List.of();
    }

    private List<String> columnsOf(SqlChange change) {
        return change instanceof OnTable on ? columns.getOrDefault(on.table(), List.of()) : List.of();
    }
}

package dev.plinth.plan;

import dev.plinth.Step.Status;
import dev.plinth.diff.Change.AddColumn;
import dev.plinth.diff.Change.AddConstraint;
import dev.plinth.diff.Change.CreateExtension;
import dev.plinth.diff.Change.CreateFunction;
import dev.plinth.diff.Change.CreateIndex;
import dev.plinth.diff.Change.CreateNamespace;
import dev.plinth.diff.Change.CreateTable;
import dev.plinth.diff.Change.CreateTrigger;
import dev.plinth.diff.Change.RebuildIndex;
import dev.plinth.diff.Change.SqlChange;
import dev.plinth.diff.Change.ValidateConstraint;
import dev.plinth.diff.Difference;
import dev.plinth.diff.LiveDatabase;
import dev.plinth.model.QualifiedName;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.Column;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The additions of a difference in the order in which they can be made, each with whether it can be made at all. What
 * depends on something that cannot be made is held back with it, and says so.
 */
public final class SqlPlan {

    /**
     * One addition.
     *
     * @param status {@link Status#PLANNED}, {@link Status#DEFERRED} or {@link Status#BLOCKED}
     * @param detail why it is deferred or blocked; empty for a planned one
     */
    public record Item(SqlChange change, Status status, String detail) {}

    /** Why something is not there. */
    private record Absence(Status status, String detail) {}

    private final Map<QualifiedName, List<String>> columns;
    private final Map<Need, Absence> absent = new HashMap<>();

    private SqlPlan(Schema schema) {
        this.columns = schema.tables().stream()
                .collect(Collectors.toMap(
                        table -> table.name(),
                        table -> table.columns().stream().map(Column::name).toList()));
    }

    /**
     * Plans a difference.
     *
     * @param blocked additions that the live data does not allow, with the reason
     */
    public static List<Item> of(
            Schema schema, Difference<SqlChange> difference, LiveDatabase live, Map<SqlChange, String> blocked) {
        SqlPlan plan = new SqlPlan(schema);
        Set<String> unavailable = unavailable(difference, live);
        List<SqlChange> changes = new ArrayList<>(ExtensionSplit.apart(difference.missing(), unavailable));
        changes.addAll(difference.obstructed().keySet());
        Map<SqlChange, String> held = new HashMap<>(difference.obstructed());
        held.putAll(blocked);
        return SqlOrder.order(changes).stream()
                .map(change -> plan.item(change, held, unavailable))
                .toList();
    }

    /** The extensions that are missing and that the server does not offer. */
    public static Set<String> unavailable(Difference<SqlChange> difference, LiveDatabase live) {
        Set<String> names = new LinkedHashSet<>();
        for (SqlChange change : difference.missing()) {
            if (change instanceof CreateExtension created
                    && !live.availableExtensions().contains(created.extension().name())) {
                names.add(created.extension().name());
            }
        }
        return names;
    }

    private Item item(SqlChange change, Map<SqlChange, String> held, Set<String> unavailable) {
        Item item = decide(change, held, unavailable);
        if (item.status() != Status.PLANNED) {
            Absence absence = new Absence(item.status(), change.subject().display());
            Need.providedBy(change).forEach(need -> absent.put(need, absence));
        }
        return item;
    }

    private Item decide(SqlChange change, Map<SqlChange, String> held, Set<String> unavailable) {
        String reason = held.get(change);
        if (reason != null) {
            return new Item(change, Status.BLOCKED, reason);
        }
        if (change instanceof CreateExtension created
                && unavailable.contains(created.extension().name())) {
            return new Item(change, Status.DEFERRED, "the server does not offer this extension");
        }
        for (Need need : Need.of(change, columnsOf(change))) {
            Absence absence = absent.get(need);
            if (absence != null) {
                return new Item(change, absence.status(), "needs " + absence.detail() + ", which is "
                        + absence.status().name().toLowerCase(Locale.ROOT));
            }
        }
        return new Item(change, Status.PLANNED, "");
    }

    private List<String> columnsOf(SqlChange change) {
        return switch (change) {
            case AddConstraint added -> columns.getOrDefault(added.table(), List.of());
            case ValidateConstraint added -> columns.getOrDefault(added.table(), List.of());
            case CreateIndex created -> columns.getOrDefault(created.table(), List.of());
            case CreateTable ignored -> List.of();
            case AddColumn ignored -> List.of();
            case CreateNamespace ignored -> List.of();
            case CreateExtension ignored -> List.of();
            case CreateFunction ignored -> List.of();
            case RebuildIndex ignored -> List.of();
            case CreateTrigger ignored -> List.of();
        };
    }
}

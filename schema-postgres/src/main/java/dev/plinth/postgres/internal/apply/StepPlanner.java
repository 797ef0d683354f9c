package dev.plinth.postgres.internal.apply;

import dev.plinth.Step;
import dev.plinth.diff.AddedTargets;
import dev.plinth.diff.Change.AddConstraint;
import dev.plinth.diff.Change.CreateIndex;
import dev.plinth.diff.Change.CreateObject;
import dev.plinth.diff.Change.OnType;
import dev.plinth.diff.Change.RebuildIndex;
import dev.plinth.diff.Change.SqlChange;
import dev.plinth.diff.Change.ValidateConstraint;
import dev.plinth.diff.Change.ValidateDomainCheck;
import dev.plinth.diff.LiveTable;
import dev.plinth.model.QualifiedName;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.Constraint;
import dev.plinth.model.sql.Index;
import dev.plinth.model.sql.IndexKey;
import dev.plinth.model.sql.Supplement;
import dev.plinth.model.sql.Target;
import dev.plinth.plan.Hazards;
import dev.plinth.plan.SqlPlan;
import dev.plinth.postgres.internal.inspect.Inspection;
import dev.plinth.postgres.internal.render.RenderContext;
import dev.plinth.postgres.internal.render.RenderMode;
import dev.plinth.postgres.internal.render.SqlRenderer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes steps with statements out of a difference. Nothing is rendered, and jOOQ not loaded, where nothing is planned. */
final class StepPlanner {

    private final Inspection inspection;
    private final Preflight preflight;
    private @Nullable SqlRenderer renderer;

    /** Columns of tables with rows that a unique index is built over outside of any transaction. */
    private final Set<List<Object>> keysBuiltAfterwards = new HashSet<>();

    private final Set<Target> madeAfterwards = new HashSet<>();

    /**
     * Those whose stored values are not checked in a transaction with others, as that takes long. They have to be where the same
     * plan makes columns that hold the domain inside of another type: PostgreSQL refuses to check behind those.
     */
    private final Set<QualifiedName> domainsCheckedApart = new HashSet<>();

    private StepPlanner(Inspection inspection, Preflight preflight) {
        this.inspection = inspection;
        this.preflight = preflight;
    }

    static List<PlannedStep> plan(
            Schema schema, List<SqlPlan.Item> items, Inspection inspection, Preflight preflight) {
        StepPlanner planner = new StepPlanner(inspection, preflight);
        for (QualifiedName domain : preflight.domains().stored()) {
            if (!DomainHolders.areMade(items, domain, schema)) {
                planner.domainsCheckedApart.add(domain);
            }
        }
        List<PlannedStep> steps = new ArrayList<>();
        for (SqlPlan.Item item : items) {
            steps.add(planner.step(item));
        }
        return steps;
    }

    private PlannedStep step(SqlPlan.Item item) {
        SqlChange change = item.change();
        if (item.status() != Step.Status.PLANNED) {
            Step held = Step.planned(change, reason(change), List.of(), List.of());
            return PlannedStep.held(held.with(item.status(), item.detail()));
        }
        boolean online = preflight.hasRows(change) && !isPartitioned(change);
        List<String> parts = ofPartitions(change);
        if (!parts.isEmpty()) {
            standsAlone(change, true);
            Step whole = Step.planned(change, reason(change), Hazards.of(change, true), parts);
            return new PlannedStep(whole, List.of(), parts);
        }
        List<String> statements = renderer().statements(change, online ? RenderMode.ONLINE : RenderMode.PLAIN);
        Step step = Step.planned(change, reason(change), Hazards.of(change, preflight.isInUse(change)), statements);
        int shared = standsAlone(change, online) ? 0 : isValidatedApart(change, online) ? 1 : statements.size();
        return new PlannedStep(
                step, statements.subList(0, shared), statements.subList(shared, statements.size()), item.doubt());
    }

    /** How the index of a partitioned table is built where its writers are not to wait; empty for any other addition. */
    private List<String> ofPartitions(SqlChange change) {
        if (change instanceof CreateIndex created) {
            PartitionTree tree = preflight.partitions().get(created.table());
            return tree == null || tree.hasForeignTables()
                    ? List.of()
                    : PartitionedIndex.create(created, tree, renderer());
        }
        if (change instanceof RebuildIndex rebuilt) {
            PartitionTree tree = preflight.partitions().get(rebuilt.table());
            return tree == null ? List.of() : PartitionedIndex.complete(rebuilt, tree, renderer());
        }
        return List.of();
    }

    /** What is added NOT VALID is validated when its transaction has let the locks go. */
    private static boolean isValidatedApart(SqlChange change, boolean online) {
        return online && change instanceof AddConstraint;
    }

    private SqlRenderer renderer() {
        if (renderer == null) {
            renderer = new SqlRenderer(new RenderContext(inspection.extensionNamespaces(), false));
        }
        return renderer;
    }

    /** What is said of something can only be said when that is there. */
    private boolean standsAlone(SqlChange change, boolean online) {
        boolean alone = isMadeAlone(change, online)
                || change instanceof CreateObject created
                        && created.object() instanceof Supplement said
                        && madeAfterwards.contains(said.target());
        if (alone) {
            AddedTargets.of(change).forEach(madeAfterwards::add);
        }
        return alone;
    }

    private boolean isMadeAlone(SqlChange change, boolean online) {
        if (change instanceof CreateIndex created && online) {
            keysBuiltAfterwards.add(key(created.table(), columns(created.index())));
            return true;
        }
        if (change instanceof RebuildIndex rebuilt) {
            keysBuiltAfterwards.add(key(rebuilt.table(), columns(rebuilt.index())));
            return true;
        }
        return change instanceof ValidateConstraint
                || change instanceof OnType added
                        && DomainUse.check(added) != null
                        && domainsCheckedApart.contains(added.type())
                || change instanceof AddConstraint added
                        && added.constraint() instanceof Constraint.ForeignKey foreignKey
                        && keysBuiltAfterwards.contains(key(foreignKey.target(), foreignKey.targetColumns()));
    }

    private static List<Object> key(QualifiedName table, List<String> columns) {
        return List.of(table, Set.copyOf(columns));
    }

    private static List<String> columns(Index index) {
        return index.keys().stream()
                .map(IndexKey::target)
                .map(target -> target instanceof IndexKey.Target.OfColumn column ? column.name() : "")
                .toList();
    }

    /** CONCURRENTLY does not work on a partitioned table, nor a NOT VALID foreign key before PostgreSQL 18. */
    private boolean isPartitioned(SqlChange change) {
        if (change instanceof CreateIndex created) {
            return isPartitioned(created.table());
        }
        return change instanceof AddConstraint added
                && added.constraint() instanceof Constraint.ForeignKey
                && isPartitioned(added.table());
    }

    private boolean isPartitioned(QualifiedName table) {
        return inspection.live().table(table).filter(LiveTable::isPartitioned).isPresent();
    }

    private static String reason(SqlChange change) {
        if (change instanceof RebuildIndex) {
            return "its build was interrupted and left it invalid";
        }
        return change instanceof ValidateConstraint || change instanceof ValidateDomainCheck
                ? "it is NOT VALID: the rows that exist were never checked"
                : "it does not exist";
    }
}

package dev.plinth.plan;

import dev.plinth.diff.Change.AddAttribute;
import dev.plinth.diff.Change.AddColumn;
import dev.plinth.diff.Change.AddConstraint;
import dev.plinth.diff.Change.AddDefault;
import dev.plinth.diff.Change.AddDomainCheck;
import dev.plinth.diff.Change.AddLabel;
import dev.plinth.diff.Change.CreateExtension;
import dev.plinth.diff.Change.CreateIndex;
import dev.plinth.diff.Change.CreateNamespace;
import dev.plinth.diff.Change.CreateObject;
import dev.plinth.diff.Change.CreatePolicy;
import dev.plinth.diff.Change.CreateRule;
import dev.plinth.diff.Change.CreateTable;
import dev.plinth.diff.Change.CreateTrigger;
import dev.plinth.diff.Change.EnableRowSecurity;
import dev.plinth.diff.Change.ForceRowSecurity;
import dev.plinth.diff.Change.RebuildIndex;
import dev.plinth.diff.Change.SqlChange;
import dev.plinth.diff.Change.ValidateConstraint;
import dev.plinth.diff.Change.ValidateDomainCheck;
import dev.plinth.model.sql.Constraint;
import dev.plinth.model.sql.Constraint.ForeignKey;
import dev.plinth.model.sql.DatabaseObject;
import dev.plinth.model.sql.Enforcement;
import dev.plinth.model.sql.Function;
import dev.plinth.model.sql.NamedQuery;
import dev.plinth.model.sql.Supplement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The order in which additions can be made, one after the other. Where two do not depend on each other they keep the
 * order in which they are given, so equal schemas give equal plans. Takes time in proportion to the number of changes.
 */
public final class SqlOrder {

    /**
     * Additions in order.
     *
     * @param cycles in each a change needs the next one and the last one the first; the last one stands too early
     */
    public record Ordered(List<SqlChange> changes, List<List<SqlChange>> cycles) {}

    /** The phase of triggers, from which on no query sees what is made. */
    private static final int FIRST_UNREAD = 11;

    private final KeysToCome keysToCome;

    private SqlOrder(KeysToCome keysToCome) {
        this.keysToCome = keysToCome;
    }

    /**
     * Namespaces, extensions, labels, checks of domains and their validation (PostgreSQL refuses both once a column holds the
     * domain inside of another type), objects that are no tables, tables, columns, keys and checks, foreign keys, indexes and
     * views, the foreign keys that point to a unique index made here, materialized views with their indexes, triggers, rules,
     * policies, row level security, validations, what is said of all these; but whatever another change needs stands before it.
     *
     * <p>A foreign key stays inside its CREATE TABLE where all that it points to exists by then, its own table
     * included. Otherwise (a cycle of tables, a key that is added later) it becomes an {@link AddConstraint}, and so
     * does a check that needs what needs its table; that of a domain becomes an {@link AddDomainCheck}.
     */
    public static List<SqlChange> order(List<? extends SqlChange> missing) {
        return withCycles(missing).changes();
    }

    /** The same, and what stands too early in it. */
    public static Ordered withCycles(List<? extends SqlChange> missing) {
        List<SqlChange> changes = OwnedSequenceMerge.of(missing);
        KeysToCome keysToCome = KeysToCome.of(changes);
        SqlOrder order = new SqlOrder(keysToCome);
        DependencyGraph graph = new DependencyGraph(order.byPhase(changes));
        List<SqlChange> first = graph.needsFirst();
        graph = new DependencyGraph(
                order.byPhase(ConstraintSplit.of(keysToCome, changes, first, graph.laterThanChecks())));
        List<SqlChange> ordered = graph.needsFirst();
        return new Ordered(FilledLast.of(ordered, change -> order.phase(change) < FIRST_UNREAD), graph.cycles());
    }

    private List<SqlChange> byPhase(List<SqlChange> changes) {
        List<SqlChange> sorted = new ArrayList<>(changes);
        sorted.sort(Comparator.comparingInt(this::phase));
        return sorted;
    }

    private int phase(SqlChange change) {
        return switch (change) {
            case CreateNamespace namespace -> 0;
            case CreateExtension extension -> 1;
            case AddLabel label -> 2;
            case CreateObject created -> phase(created.object());
            case AddAttribute attribute -> 4;
            case AddDomainCheck added -> added.check().enforcement() == Enforcement.ENFORCED ? 3 : 7;
            case ValidateDomainCheck validated -> 3;
            case CreateTable table -> 5;
            case AddColumn column -> 6;
            case AddConstraint added -> phase(added.constraint());
            case CreateIndex index -> 9;
            case RebuildIndex index -> 9;
            case CreateTrigger trigger -> FIRST_UNREAD;
            case CreatePolicy policy -> FIRST_UNREAD;
            case EnableRowSecurity enabled -> 12;
            case ForceRowSecurity forced -> 12;
            case CreateRule rule -> FIRST_UNREAD;
            case AddDefault value -> FIRST_UNREAD;
            case ValidateConstraint validated -> 12;
        };
    }

    /**
     * SQL that is read at once may speak of columns and keys that are added to a table, which nothing in it tells; what
     * is said of an object comes last of all.
     */
    private static int phase(DatabaseObject object) {
        if (object instanceof Supplement) {
            return 13;
        }
        if (object instanceof NamedQuery) {
            return 9;
        }
        return object instanceof Function function && function.body().isSql() ? 10 : 4;
    }

    private int phase(Constraint constraint) {
        return switch (constraint) {
            case ForeignKey key -> keysToCome.hasIndexFor(key) ? 10 : 8;
            case Constraint.PrimaryKey key -> 7;
            case Constraint.Unique key -> 7;
            case Constraint.Exclusion exclusion -> 7;
            case Constraint.Check check -> 7;
        };
    }
}

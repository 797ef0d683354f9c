package dev.plinth.plan;

import dev.plinth.diff.Change.AddConstraint;
import dev.plinth.diff.Change.AddDomainCheck;
import dev.plinth.diff.Change.CreateObject;
import dev.plinth.diff.Change.CreateTable;
import dev.plinth.diff.Change.SqlChange;
import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Constraint;
import dev.plinth.model.sql.Constraint.ForeignKey;
import dev.plinth.model.sql.DomainType;
import dev.plinth.model.sql.Enforcement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tables in the order of their creation, each followed by its constraints that have to wait; domains likewise. */
final class ConstraintSplit {

    private final KeysToCome keysToCome;
    private final Map<SqlChange, Set<Need>> laterThanChecks;
    private final Set<QualifiedName> notYetCreated = new HashSet<>();
    private final List<SqlChange> changes = new ArrayList<>();

    private ConstraintSplit(KeysToCome keysToCome, Map<SqlChange, Set<Need>> laterThanChecks) {
        this.keysToCome = keysToCome;
        this.laterThanChecks = laterThanChecks;
    }

    /**
     * Takes apart what has to be made apart.
     *
     * @param missing everything
     * @param ordered the same, the tables in the order of their creation
     * @param laterThanChecks of tables and domains what some of their checks need and cannot have before them
     */
    static List<SqlChange> of(
            KeysToCome keysToCome,
            List<SqlChange> missing,
            List<SqlChange> ordered,
            Map<SqlChange, Set<Need>> laterThanChecks) {
        ConstraintSplit split = new ConstraintSplit(keysToCome, laterThanChecks);
        for (SqlChange change : ordered) {
            if (change instanceof CreateTable created) {
                split.notYetCreated.add(created.table().name());
            }
        }
        for (SqlChange change : ordered) {
            if (change instanceof CreateTable created) {
                split.add(created);
            }
        }
        for (SqlChange change : missing) {
            if (change instanceof CreateObject created && created.object() instanceof DomainType domain) {
                split.add(created, domain);
            } else if (!(change instanceof CreateTable)) {
                split.changes.add(change);
            }
        }
        return split.changes;
    }

    private void add(CreateTable created) {
        QualifiedName name = created.table().name();
        notYetCreated.remove(name);
        List<Constraint> inside = new ArrayList<>();
        List<SqlChange> waiting = new ArrayList<>();
        for (Constraint constraint : created.table().constraints()) {
            if (hasToWait(created, constraint)) {
                waiting.add(new AddConstraint(name, constraint));
            } else {
                inside.add(constraint);
            }
        }
        changes.add(created.with(created.table().withConstraints(inside)));
        changes.addAll(waiting);
    }

    /** PostgreSQL takes what is NOT VALID inside CREATE TABLE for valid, as there are no rows. */
    private boolean hasToWait(CreateTable created, Constraint constraint) {
        return constraint.enforcement() == Enforcement.NOT_VALID
                || constraint instanceof ForeignKey key
                        && (notYetCreated.contains(key.target()) || keysToCome.concern(key))
                || needsLater(created, constraint);
    }

    /** A check that is NOT VALID is an addition of its own already. */
    private void add(CreateObject created, DomainType domain) {
        if (!laterThanChecks.containsKey(created)) {
            changes.add(created);
            return;
        }
        List<Constraint.Check> inside = new ArrayList<>();
        List<SqlChange> waiting = new ArrayList<>();
        for (Constraint.Check check : domain.checks()) {
            if (!needsLater(created, check)) {
                inside.add(check);
            } else if (check.enforcement() != Enforcement.NOT_VALID) {
                waiting.add(new AddDomainCheck(domain.name(), check));
            }
        }
        changes.add(new CreateObject(domain.withChecks(inside)));
        changes.addAll(waiting);
    }

    private boolean needsLater(SqlChange created, Constraint constraint) {
        Set<Need> later = laterThanChecks.get(created);
        if (later == null) {
            return false;
        }
        for (Need need : Wishes.ofCheck(constraint)) {
            if (later.contains(need)) {
                return true;
            }
        }
        return false;
    }
}

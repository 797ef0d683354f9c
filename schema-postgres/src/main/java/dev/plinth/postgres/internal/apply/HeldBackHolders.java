package dev.plinth.postgres.internal.apply;

import dev.plinth.Step;
import dev.plinth.diff.Change.AddColumn;
import dev.plinth.diff.Change.OnType;
import dev.plinth.diff.Change.SqlChange;
import dev.plinth.model.QualifiedName;
import dev.plinth.model.Schema;
import dev.plinth.plan.SqlPlan;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What would hold a domain inside of another type while a check of it cannot be added or validated: it waits with the check, as
 * PostgreSQL refuses that for good behind it.
 */
final class HeldBackHolders {

    private final List<SqlPlan.Item> items;
    private final Schema schema;
    private final DomainUse use;

    HeldBackHolders(List<SqlPlan.Item> items, Schema schema, DomainUse use) {
        this.items = items;
        this.schema = schema;
        this.use = use;
    }

    /** Adds them to what is blocked, with the reason; whether there was any more, with which the plan is another one. */
    boolean addTo(Map<SqlChange, String> blocked) {
        boolean isMore = false;
        if (!use.checkable().isEmpty()) {
            for (SqlPlan.Item item : items) {
                isMore |= item.status() != Step.Status.PLANNED
                        && item.change() instanceof OnType waiting
                        && DomainUse.check(waiting) != null
                        && use.checkable().contains(waiting.type())
                        && holdBack(waiting, blocked);
            }
        }
        return isMore;
    }

    /** First what types and tables get whose rows are stored: without that, what is made of them holds no such values. */
    private boolean holdBack(OnType waiting, Map<SqlChange, String> blocked) {
        DomainHolders holders = new DomainHolders(waiting.type(), schema);
        for (SqlPlan.Item item : items) {
            if (item.status() != Step.Status.PLANNED) {
                holders.lack(item.change());
            }
        }
        String reason =
                "values of domain " + waiting.type().display() + " would be inside of another type, where PostgreSQL"
                        + " cannot check them, so " + waiting.subject().display()
                        + ", which has to wait, could not be added or validated"
                        + " behind it; it comes with the constraint, or at once if that is declared notValid()";
        return hold(change -> isStored(change) && holders.areAddedBy(change), reason, blocked)
                || hold(holders::areStoredBy, reason, blocked);
    }

    private boolean isStored(SqlChange change) {
        QualifiedName holder = StoredRows.changedBy(change);
        return holder != null && use.storedRows().contains(holder);
    }

    private boolean hold(Predicate<SqlChange> which, String reason, Map<SqlChange, String> blocked) {
        boolean isMore = false;
        for (SqlPlan.Item item : items) {
            if (item.status() == Step.Status.PLANNED && which.test(item.change())) {
                SqlChange change = item.change() instanceof AddColumn added
                        ? new AddColumn(added.table(), added.column())
                        : item.change();
                isMore |= blocked.putIfAbsent(change, reason) == null;
            }
        }
        return isMore;
    }
}

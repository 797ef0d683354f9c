package dev.plinth.postgres.internal.apply;

import dev.plinth.Step;
import dev.plinth.diff.Change.AddAttribute;
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
 * Checks of domains that cannot be added now. What would hold the domain inside of another type waits with them: behind it
 * PostgreSQL refuses them for good.
 *
 * @param blocked what is held back, with the reason; it gets more
 */
record WaitingChecks(List<SqlPlan.Item> items, Schema schema, DomainUse use, Map<SqlChange, String> blocked) {

    /** Holds more back; the plan is another one where there was any. */
    boolean holdBack() {
        boolean isMore = false;
        if (!use.checkable().isEmpty()) {
            for (SqlPlan.Item item : items) {
                isMore |= item.status() != Step.Status.PLANNED
                        && item.change() instanceof OnType waiting
                        && DomainUse.check(waiting) != null
                        && use.checkable().contains(waiting.type())
                        && holdBack(waiting);
            }
        }
        return isMore;
    }

    /** First what types and tables get whose rows are stored: without that, what is made of them holds no such values. */
    private boolean holdBack(OnType waiting) {
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
        return hold(change -> isStored(change) && holders.areAddedBy(change), reason)
                || hold(holders::areStoredBy, reason);
    }

    private boolean isStored(SqlChange change) {
        QualifiedName holder = change instanceof AddAttribute added
                ? added.type()
                : change instanceof AddColumn column ? column.table() : null;
        return holder != null && use.storedRows().contains(holder);
    }

    private boolean hold(Predicate<SqlChange> which, String reason) {
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

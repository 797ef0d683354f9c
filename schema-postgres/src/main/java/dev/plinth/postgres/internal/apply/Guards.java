package dev.plinth.postgres.internal.apply;

import dev.plinth.diff.Change.AddConstraint;
import dev.plinth.diff.Change.AddDefault;
import dev.plinth.diff.Change.CreateObject;
import dev.plinth.diff.Change.CreateRule;
import dev.plinth.diff.Change.CreateTrigger;
import dev.plinth.diff.Change.OnRowSecurity;
import dev.plinth.diff.Change.SqlChange;
import dev.plinth.model.sql.Constraint;
import dev.plinth.model.sql.Grant;
import dev.plinth.postgres.GuardedAddition;
import java.util.Optional;
import java.util.Set;

/** Which additions to what is in use are held back until somebody allows them, and with which words. */
final class Guards {

    private Guards() {}

    /** Why the addition is held back, if it is. */
    static Optional<String> reason(SqlChange change, Set<GuardedAddition> allowed) {
        return guard(change)
                .filter(guard -> !allowed.contains(guard))
                .map(guard -> guard.consequence() + "; allow it with PostgresStore.allow(" + guard + ")");
    }

    private static Optional<GuardedAddition> guard(SqlChange change) {
        if (change instanceof CreateTrigger) {
            return Optional.of(GuardedAddition.TRIGGER);
        }
        if (change instanceof OnRowSecurity) {
            return Optional.of(GuardedAddition.ROW_LEVEL_SECURITY);
        }
        if (change instanceof CreateObject created && created.object() instanceof Grant) {
            return Optional.of(GuardedAddition.GRANT);
        }
        if (change instanceof AddDefault) {
            return Optional.of(GuardedAddition.VIEW_DEFAULT);
        }
        if (change instanceof CreateRule) {
            return Optional.of(GuardedAddition.RULE);
        }
        return change instanceof AddConstraint added && added.constraint() instanceof Constraint.Exclusion
                ? Optional.of(GuardedAddition.EXCLUSION_CONSTRAINT)
                : Optional.empty();
    }
}

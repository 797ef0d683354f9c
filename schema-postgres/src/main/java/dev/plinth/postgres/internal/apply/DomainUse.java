package dev.plinth.postgres.internal.apply;

import dev.plinth.diff.Change.AddAttribute;
import dev.plinth.diff.Change.AddDomainCheck;
import dev.plinth.diff.Change.AddLabel;
import dev.plinth.diff.Change.OnType;
import dev.plinth.diff.Change.SqlChange;
import dev.plinth.diff.Change.ValidateDomainCheck;
import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Constraint.Check;
import dev.plinth.model.sql.Enforcement;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where values of the domains are that get a check, or have one validated.
 *
 * @param stored those that columns have, as far as is known
 * @param checkable those whose values PostgreSQL can look at, as no column has them inside of another type
 * @param storedRows types that get an attribute and tables that get a column, and whose rows are values of other columns; not
 *     asked for where nothing is checkable
 */
record DomainUse(Set<QualifiedName> stored, Set<QualifiedName> checkable, Set<QualifiedName> storedRows) {

    /** Nothing is known, or there is nothing to know. */
    static final DomainUse NONE = new DomainUse(Set.of(), Set.of(), Set.of());

    /** Looks for them, and for values that stand against a check. */
    static DomainUse of(Session session, List<SqlChange> missing, Map<SqlChange, String> blocked) throws SQLException {
        DomainUse use = new DomainUse(new HashSet<>(), new HashSet<>(), Set.of());
        for (SqlChange change : missing) {
            Check check = check(change);
            if (check != null && change instanceof OnType added) {
                use.obstacle(session, added.type(), check).ifPresent(reason -> blocked.put(change, reason));
            }
        }
        return use.checkable.isEmpty()
                ? use
                : new DomainUse(use.stored, use.checkable, StoredRows.among(session, missing));
    }

    /** The check of a domain that an addition has values meet, if it does. */
    static @Nullable Check check(SqlChange change) {
        Check check = change instanceof OnType added
                ? switch (added) {
                    case AddDomainCheck one -> one.check();
                    case ValidateDomainCheck one -> one.check();
                    case AddLabel ignored -> null;
                    case AddAttribute ignored -> null;
                }
                : null;
        return check != null && check.enforcement() == Enforcement.ENFORCED ? check : null;
    }

    /** The values of a domain stand against a check of it, wherever they are. */
    private Optional<String> obstacle(Session session, QualifiedName domain, Check check) throws SQLException {
        Optional<List<List<String>>> answer = Preflight.ask(session, DomainValues.query(domain));
        List<DomainValues> values = DomainValues.read(answer.orElse(List.of()));
        if (answer.isEmpty() || !values.isEmpty()) {
            stored.add(domain);
        }
        Optional<String> obstacle = DomainValues.obstacle(values);
        if (answer.isPresent() && obstacle.isEmpty()) {
            checkable.add(domain);
        }
        if (obstacle.isPresent() || values.isEmpty()) {
            return obstacle;
        }
        Violation violation = DomainValues.violation(values, check.condition());
        return Preflight.ask(session, violation.query()).filter(rows -> !rows.isEmpty()).map(violation::reason);
    }
}

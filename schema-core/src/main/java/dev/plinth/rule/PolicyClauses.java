package dev.plinth.rule;

import dev.plinth.model.sql.Policy;
import dev.plinth.model.sql.Table;
import java.util.stream.Stream;

/**
 * A policy has conditions for the rows that there are: what only writes has none to see, what only reads none to check.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createpolicy.html">CREATE POLICY</a>
 */
final class PolicyClauses implements TableRule {

    @Override
    public Stream<Problem> check(Table table) {
        return table.rowSecurity().policies().stream().flatMap(policy -> check(table, policy));
    }

    private Stream<Problem> check(Table table, Policy policy) {
        String subject = TableRule.part(table, policy.name());
        if (policy.using() != null && !policy.command().reads()) {
            return Stream.of(error(
                    subject, "is FOR INSERT and has a USING", "Write withCheck(...): there is no row to be seen yet."));
        }
        if (policy.withCheck() != null && !policy.command().writes()) {
            String message = "is FOR " + policy.command() + " and has a WITH CHECK";
            return Stream.of(error(subject, message, "Write using(...): no row is written."));
        }
        return policy.using() == null && policy.withCheck() == null
                ? Stream.of(error(subject, "has no condition, and lets nothing through", "Add using(...)."))
                : Stream.empty();
    }
}

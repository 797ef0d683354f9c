package dev.plinth.rule;

import dev.plinth.model.sql.Policy;
import dev.plinth.model.sql.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A policy has conditions for the rows that there are: what only writes has none to see, what only reads none to check.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createpolicy.html">CREATE POLICY</a>
 */
final class PolicyClauses implements TableRule {

    @Override
    public Stream<Problem> check(Table table) {
        List<Problem> problems = new ArrayList<>();
        for (Policy policy : table.rowSecurity().policies()) {
            check(TableRule.part(table, policy.name()), policy, problems);
        }
        return problems.stream();
    }

    private void check(String subject, Policy policy, List<Problem> problems) {
        if (policy.using() != null && !policy.command().reads()) {
            problems.add(error(
                    subject, "is FOR INSERT and has a USING", "Write withCheck(...): there is no row to be seen yet."));
        } else if (policy.withCheck() != null && !policy.command().writes()) {
            String message = "is FOR " + policy.command() + " and has a WITH CHECK";
            problems.add(error(subject, message, "Write using(...): no row is written."));
        } else if (policy.using() == null && policy.withCheck() == null) {
            problems.add(error(subject, "has no condition, and lets nothing through", "Add using(...)."));
        }
    }
}

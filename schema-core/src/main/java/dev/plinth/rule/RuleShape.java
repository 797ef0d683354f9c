package dev.plinth.rule;

import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.RewriteRule;
import dev.plinth.model.sql.Table;
import dev.plinth.model.sql.TriggerEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A rule is about a statement that PostgreSQL rewrites, speaks of rows that this has, and does what can be done.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createrule.html">CREATE RULE</a>
 */
final class RuleShape implements PartsRule {

    private static final Pattern NOTIFY = Pattern.compile("(?i)\\s*notify\\b");
    private static final Pattern COMMAND =
            Pattern.compile("(?is)\\s*(select|insert|update|delete|notify|values|with)\\b.*");

    @Override
    public Stream<Problem> check(Table table) {
        List<Problem> problems = new ArrayList<>();
        for (RewriteRule rule : table.rules()) {
            Optional<Problem> problem = check(TableRule.part(table, rule.name()), rule);
            if (problem.isPresent()) {
                problems.add(problem.get());
            }
        }
        return problems.stream();
    }

    private Optional<Problem> check(String subject, RewriteRule rule) {
        if (rule.name().equals("_RETURN")) {
            return problem(subject, "has the name of the rule that makes a view", "Use view(...), or rename it.");
        }
        if (rule.event() == TriggerEvent.TRUNCATE) {
            return problem(subject, "waits for TRUNCATE, which is not rewritten", "Use a trigger.");
        }
        Optional<String> unfit = rule.commands().stream()
                .filter(command -> !command.isBlank() && !COMMAND.matcher(SqlCode.of(command)).matches())
                .findFirst();
        if (unfit.isPresent()) {
            return problem(
                    subject,
                    "does what no rule can do: " + unfit.get().strip(),
                    "A rule does SELECT, INSERT, UPDATE, DELETE or NOTIFY; use a trigger for anything else.");
        }
        if (rule.condition() != null && rule.commands().stream().anyMatch(it -> NOTIFY.matcher(it).lookingAt())) {
            return problem(
                    subject, "notifies under a condition, which no rule can",
                    "Leave where(...) out, or use a trigger.");
        }
        if (rule.event() == TriggerEvent.INSERT && speaksOf(AbsentRow.OLD, rule)) {
            return problem(subject, "speaks of OLD, which INSERT does not have", "Use NEW.");
        }
        return rule.event() == TriggerEvent.DELETE && speaksOf(AbsentRow.NEW, rule)
                ? problem(subject, "speaks of NEW, which DELETE does not have", "Use OLD.")
                : Optional.empty();
    }

    private static boolean speaksOf(AbsentRow row, RewriteRule rule) {
        return rule.condition() instanceof Expression.Sql sql && row.isNamedIn(sql.text())
                || rule.commands().stream().anyMatch(row::isNamedIn);
    }

    private Optional<Problem> problem(String subject, String message, String remedy) {
        return Optional.of(error(subject, message, remedy));
    }
}

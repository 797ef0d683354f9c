package dev.plinth.rule;

import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.Generation;
import dev.plinth.model.sql.Table;
import dev.plinth.model.sql.Trigger;
import dev.plinth.model.sql.TriggerEvent;
import dev.plinth.model.sql.TriggerLevel;
import dev.plinth.model.sql.TriggerTiming;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The WHEN of a trigger speaks of rows that there are: a statement has none, an INSERT no OLD, a DELETE no NEW, and before
 * the row is written its generated columns have no values. It has no subquery.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createtrigger.html">CREATE TRIGGER</a>
 */
final class TriggerCondition implements PartsRule {

    private static final Pattern OLD = Pattern.compile("(?i)\\bold\\b");
    private static final Pattern NEW = Pattern.compile("(?i)\\bnew\\b");
    private static final Pattern SUBQUERY = Pattern.compile("(?i)\\bselect\\b");

    @Override
    public Stream<Problem> check(Table table) {
        List<Problem> problems = new ArrayList<>();
        for (Trigger trigger : table.triggers()) {
            if (trigger.timing() != TriggerTiming.INSTEAD_OF && trigger.condition() instanceof Expression.Sql sql) {
                check(table, trigger, sql.text(), problems);
            }
        }
        return problems.stream();
    }

    private void check(Table table, Trigger trigger, String text, List<Problem> problems) {
        String code = SqlCode.of(text);
        boolean speaksOfOld = OLD.matcher(code).find();
        boolean speaksOfNew = NEW.matcher(code).find();
        String subject = TableRule.part(table, trigger.name());
        if (SUBQUERY.matcher(code).find()) {
            problems.add(error(subject, "the WHEN condition has a subquery", "Ask inside the function."));
            return;
        }
        if (trigger.level() == TriggerLevel.STATEMENT && (speaksOfOld || speaksOfNew)) {
            String message = "the WHEN condition speaks of a row, and the trigger is FOR EACH STATEMENT";
            problems.add(error(subject, message, "Use forEachRow()."));
            return;
        }
        if (speaksOfOld && trigger.events().contains(TriggerEvent.INSERT)) {
            problems.add(missing(subject, TriggerEvent.INSERT, "OLD"));
        }
        if (speaksOfNew && trigger.events().contains(TriggerEvent.DELETE)) {
            problems.add(missing(subject, TriggerEvent.DELETE, "NEW"));
        }
        if (trigger.timing() == TriggerTiming.BEFORE) {
            checkGenerated(table, subject, text, problems);
        }
    }

    private Problem missing(String subject, TriggerEvent event, String row) {
        return error(
                subject,
                "the WHEN condition speaks of " + row + ", which " + event + " does not have",
                "Write a trigger of its own for " + event + ".");
    }

    private void checkGenerated(Table table, String subject, String text, List<Problem> problems) {
        for (Column column : table.columns()) {
            if (column.generation() instanceof Generation.Computed && isRead(column, text)) {
                problems.add(error(
                        subject,
                        "the WHEN condition reads NEW." + column.name()
                                + ", which is generated after BEFORE triggers have run",
                        "Use after(...), or the columns that it is computed from."));
            }
        }
    }

    private static boolean isRead(Column column, String text) {
        String name = Pattern.quote(column.name());
        return Pattern.compile("(?i)\\bnew\\s*\\.\\s*(\"" + name + "\"|" + name + "(?![\\w$]))").matcher(text).find();
    }
}

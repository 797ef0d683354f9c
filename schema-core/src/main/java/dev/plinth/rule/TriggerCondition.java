package dev.plinth.rule;

import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.Generation;
import dev.plinth.model.sql.Table;
import dev.plinth.model.sql.Trigger;
import dev.plinth.model.sql.TriggerEvent;
import dev.plinth.model.sql.TriggerLevel;
import dev.plinth.model.sql.TriggerTiming;
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
        return table.triggers().stream()
                .filter(trigger -> trigger.timing() != TriggerTiming.INSTEAD_OF
                        && trigger.condition() instanceof Expression.Sql)
                .flatMap(trigger -> check(table, trigger, ((Expression.Sql) trigger.condition()).text()));
    }

    private Stream<Problem> check(Table table, Trigger trigger, String text) {
        String code = SqlCode.of(text);
        boolean speaksOfOld = OLD.matcher(code).find();
        boolean speaksOfNew = NEW.matcher(code).find();
        String subject = TableRule.part(table, trigger.name());
        if (SUBQUERY.matcher(code).find()) {
            return Stream.of(error(subject, "the WHEN condition has a subquery", "Ask inside the function."));
        }
        if (trigger.level() == TriggerLevel.STATEMENT && (speaksOfOld || speaksOfNew)) {
            String message = "the WHEN condition speaks of a row, and the trigger is FOR EACH STATEMENT";
            return Stream.of(error(subject, message, "Use forEachRow()."));
        }
        return Stream.of(
                missing(subject, trigger, TriggerEvent.INSERT, speaksOfOld, "OLD"),
                missing(subject, trigger, TriggerEvent.DELETE, speaksOfNew, "NEW"),
                trigger.timing() == TriggerTiming.BEFORE ? generated(table, subject, text) : Stream.<Problem>empty())
                .flatMap(it -> it);
    }

    private Stream<Problem> missing(
            String subject, Trigger trigger, TriggerEvent event, boolean speaksOfRow, String row) {
        return speaksOfRow && trigger.events().contains(event)
                ? Stream.of(error(
                        subject,
                        "the WHEN condition speaks of " + row + ", which " + event + " does not have",
                        "Write a trigger of its own for " + event + "."))
                : Stream.empty();
    }

    private Stream<Problem> generated(Table table, String subject, String text) {
        return table.columns().stream()
                .filter(column -> column.generation() instanceof Generation.Computed && isRead(column, text))
                .map(column -> error(
                        subject,
                        "the WHEN condition reads NEW." + column.name()
                                + ", which is generated after BEFORE triggers have run",
                        "Use after(...), or the columns that it is computed from."));
    }

    private static boolean isRead(Column column, String text) {
        String name = Pattern.quote(column.name());
        return Pattern.compile("(?i)\\bnew\\s*\\.\\s*(\"" + name + "\"|" + name + "(?![\\w$]))").matcher(text).find();
    }
}

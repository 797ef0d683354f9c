package dev.plinth.model.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule of a table or a view: what becomes of a statement. The rule that makes a view a view is none of these.
 *
 * @param event INSERT, UPDATE or DELETE
 * @param condition the WHERE, over {@code OLD} and {@code NEW}; null where it always holds
 * @param instead whether the commands stand for the statement; otherwise they are run besides it
 * @param commands statements, each without a semicolon; none for NOTHING
 * @see <a href="https://www.postgresql.org/docs/current/sql-createrule.html">CREATE RULE</a>
 */
public record RewriteRule(
        String name,
        TriggerEvent event,
        @Nullable Expression condition,
        boolean instead,
        List<String> commands,
        @Nullable String description) {

    public RewriteRule {
        commands = List.copyOf(commands);
    }
}

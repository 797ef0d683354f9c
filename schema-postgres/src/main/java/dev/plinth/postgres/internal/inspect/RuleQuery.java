package dev.plinth.postgres.internal.inspect;

import dev.plinth.diff.Live;
import dev.plinth.model.sql.NamedQuery;
import dev.plinth.model.sql.RewriteRule;
import dev.plinth.model.sql.TriggerEvent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The rules of the declared tables and views, without those that make the views. A schema that has no views and says nothing
 * of rules does not ask: that a table has any is known without.
 */
final class RuleQuery implements CatalogQuery {

    private final boolean wanted;
    final Map<Long, List<Live<RewriteRule>>> rules = new HashMap<>();

    RuleQuery(Scope scope) {
        this.wanted = !scope.named(NamedQuery.class).isEmpty()
                || scope.schema().tables().stream().anyMatch(table -> !table.rules().isEmpty());
    }

    @Override
    public boolean isWanted() {
        return wanted;
    }

    @Override
    public String sql() {
        return """
                SELECT r.ev_class, r.rulename, r.ev_type, r.is_instead, r.ev_enabled, pg_get_ruledef(r.oid)
                  FROM pg_rewrite r
                 WHERE r.ev_class = ANY (%s) AND r.rulename <> '_RETURN'
                 ORDER BY r.rulename"""
                .formatted(TABLE_OIDS);
    }

    @Override
    public void read(ResultSet row) throws SQLException {
        RuleDefinition definition = RuleDefinition.of(row.getString(6));
        RewriteRule rule = new RewriteRule(
                row.getString(2),
                event(row.getString(3)),
                definition.condition(),
                row.getBoolean(4),
                definition.commands(),
                null);
        rules.computeIfAbsent(row.getLong(1), table -> new ArrayList<>())
                .add(new Live<>(rule, Live.State.USABLE, unmodelled(row.getString(5))));
    }

    /** The command types of the header {@code nodes/nodes.h}; 1 is SELECT, which only {@code _RETURN} has. */
    private static TriggerEvent event(String number) throws SQLException {
        return switch (number) {
            case "2" -> TriggerEvent.UPDATE;
            case "3" -> TriggerEvent.INSERT;
            case "4" -> TriggerEvent.DELETE;
            default -> throw new SQLException("unexpected event of a rule: " + number);
        };
    }

    private static List<String> unmodelled(String enabled) {
        return switch (enabled) {
            case "D" -> List.of("DISABLE RULE");
            case "R" -> List.of("ENABLE REPLICA RULE");
            case "A" -> List.of("ENABLE ALWAYS RULE");
            default -> List.of();
        };
    }
}

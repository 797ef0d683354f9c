package dev.plinth.postgres.internal.compare;

import dev.plinth.diff.Answers;
import dev.plinth.diff.Live;
import dev.plinth.diff.LiveTable;
import dev.plinth.diff.RuleText;
import dev.plinth.model.QualifiedName;
import dev.plinth.model.QualifiedText;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.NamedQuery;
import dev.plinth.model.sql.RewriteRule;
import dev.plinth.model.sql.Table;
import dev.plinth.model.sql.TriggerEvent;
import dev.plinth.postgres.internal.sql.SqlText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The conditions and commands of rules. The planner has no form of them, so nothing is asked beside the inspection: those whose
 * text differs are for a closer look.
 */
public final class RuleComparison {

    private final Map<QualifiedName, List<RewriteRule>> declared = new HashMap<>();
    private final Set<QualifiedName> own;
    private final Set<String> homes;

    /** @param homes the namespaces that are to have what the schema declares in {@code public} */
    public RuleComparison(Schema schema, Set<String> homes) {
        this.homes = homes;
        schema.tables().forEach(this::add);
        schema.objects(NamedQuery.class).forEach(view -> add(view.parts()));
        this.own = declared.isEmpty() ? Set.of() : schema.names();
    }

    private void add(Table table) {
        if (!table.rules().isEmpty()) {
            declared.put(table.name(), table.rules());
        }
    }

    /** What the texts do not tell. */
    public List<Undecided> undecided(Collection<LiveTable> live) {
        List<Undecided> undecided = new ArrayList<>();
        if (!declared.isEmpty()) {
            live.forEach(table -> add(table, undecided));
        }
        return undecided;
    }

    private void add(LiveTable table, List<Undecided> undecided) {
        QualifiedName name = homes.contains(table.name().namespace())
                ? QualifiedName.of(table.name().name())
                : table.name();
        for (RewriteRule rule : declared.getOrDefault(name, List.of())) {
            table.rules().stream()
                    .map(Live::object)
                    .filter(it -> it.name().equals(rule.name()))
                    .forEach(existing -> add(table.name(), rule, existing, undecided));
        }
    }

    private void add(QualifiedName table, RewriteRule rule, RewriteRule existing, List<Undecided> undecided) {
        if (rule.condition() instanceof Expression.Sql wanted && existing.condition() instanceof Expression.Sql found
                && isOpen(wanted.text(), found.text())) {
            undecided.add(Undecided.over(
                    rows(table, rule.event()), new Answers.Expressions(table, wanted, found), wanted.text(),
                    found.text()).unplanned());
        }
        if (rule.event() != existing.event() || rule.commands().size() != existing.commands().size()) {
            return;
        }
        for (int place = 0; place < rule.commands().size(); place++) {
            String wanted = textIn(table.namespace(), rule.commands().get(place));
            String found = existing.commands().get(place);
            if (isOpen(wanted, found)) {
                undecided.add(Undecided.ofRule(
                        table,
                        rule.event(),
                        new Answers.Expressions(table, new Expression.Sql(wanted), new Expression.Sql(found)),
                        wanted,
                        found).unplanned());
            }
        }
    }

    /** Whether the texts alone do not tell, and a closer look may. */
    private static boolean isOpen(String wanted, String found) {
        return !RuleText.isSame(wanted, found) && Undecided.isPossible(wanted, found);
    }

    /** Where there is one row only, it need not be named. */
    private static String rows(QualifiedName table, TriggerEvent event) {
        String relation = SqlText.qualified(table);
        return switch (event) {
            case INSERT -> relation + " AS new";
            case DELETE -> relation + " AS old";
            case UPDATE, TRUNCATE -> relation + " AS old, " + relation + " AS new";
        };
    }

    /** A command as it is declared for one of the namespaces that are to have it. */
    private String textIn(String namespace, String command) {
        return homes.contains(namespace)
                ? QualifiedText.of(command).moved(name -> name.isInDefaultNamespace() && own.contains(name), namespace)
                : command;
    }
}

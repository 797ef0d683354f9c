package dev.plinth.postgres.internal.render;

import dev.plinth.diff.Change.CreateRule;
import dev.plinth.model.sql.RewriteRule;
import dev.plinth.postgres.internal.sql.SqlText;
import java.util.stream.Collectors;
import org.jooq.QueryPart;
import org.jooq.impl.DSL;

/** Rules. A template, as jOOQ has no word for them. */
final class RuleRenderer {

    QueryPart create(CreateRule created) {
        RewriteRule rule = created.rule();
        return DSL.query(
                "CREATE RULE {0} AS ON {1} TO {2}{3} DO {4} {5}",
                DSL.name(rule.name()),
                DSL.keyword(rule.event().name()),
                Parts.name(created.table()),
                Parts.raw(rule.condition() == null ? "" : " WHERE " + SqlText.parenthesised(rule.condition())),
                DSL.keyword(rule.instead() ? "INSTEAD" : "ALSO"),
                Parts.raw(commands(rule)));
    }

    /** In parentheses, so that nothing behind a command can become a part of it. */
    private static String commands(RewriteRule rule) {
        return rule.commands().isEmpty()
                ? "NOTHING"
                : rule.commands().stream()
                        .map(command -> command.contains("--") ? command + "\n" : command)
                        .collect(Collectors.joining("; ", "(", ")"));
    }

    /** The query that finds the rule by its name and table. */
    static String probe(CreateRule created) {
        return "SELECT FROM pg_catalog.pg_rewrite WHERE ev_class = "
                + SqlText.literal(SqlText.qualified(created.table())) + "::pg_catalog.regclass AND rulename = "
                + SqlText.literal(created.rule().name());
    }
}

package dev.plinth.diff;

import dev.plinth.diff.Change.CreateRule;
import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.RewriteRule;
import dev.plinth.model.sql.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Compares the rules of a table or a view, by name. The texts are opaque: equal but for white space, comments, capital letters
 * and outer parentheses, else left to a closer look. A rule that nobody declared changes what statements do, so it is drift.
 */
final class RuleDiff {

    private final Table declared;
    private final Answers answers;
    private final Findings findings;
    private final List<Live<RewriteRule>> unmatched;

    RuleDiff(Table declared, LiveTable table, Answers answers, Findings findings) {
        this.declared = declared;
        this.answers = answers;
        this.findings = findings;
        this.unmatched = new ArrayList<>(table.rules());
    }

    void compare() {
        for (RewriteRule rule : declared.rules()) {
            Optional<Live<RewriteRule>> namesake = unmatched.stream()
                    .filter(live -> live.object().name().equals(rule.name()))
                    .findFirst();
            namesake.ifPresent(unmatched::remove);
            namesake.ifPresentOrElse(
                    live -> compare(rule, live), () -> findings.missing(new CreateRule(declared.name(), rule)));
        }
        unmatched.forEach(live -> findings.different(
                subject(live.object()), "definition", "", RuleText.of(live.object())));
    }

    private void compare(RewriteRule rule, Live<RewriteRule> live) {
        RewriteRule existing = live.object();
        Subject subject = subject(rule);
        findings.text(subject, "event", rule.event().name(), existing.event().name());
        findings.verdict(
                sameCondition(rule.condition(), existing.condition()),
                subject,
                "condition",
                rule,
                existing,
                RuleText::condition);
        findings.verdict(sameCommands(rule, existing), subject, "commands", rule, existing, RuleText::commands);
        findings.unmodelled(subject, live);
    }

    private Verdict sameCondition(@Nullable Expression wanted, @Nullable Expression existing) {
        boolean isSameText = wanted != null
                && existing != null
                && RuleText.isSame(ExpressionText.of(wanted), ExpressionText.of(existing));
        return isSameText ? Verdict.EQUAL : answers.samePredicate(declared.name(), wanted, existing);
    }

    private Verdict sameCommands(RewriteRule rule, RewriteRule existing) {
        if (rule.instead() != existing.instead() || rule.commands().size() != existing.commands().size()) {
            return Verdict.DIFFERENT;
        }
        Verdict verdict = Verdict.EQUAL;
        for (int place = 0; place < rule.commands().size(); place++) {
            Verdict one = sameCommand(declared.name(), rule.commands().get(place), existing.commands().get(place));
            verdict = one == Verdict.EQUAL || verdict == Verdict.DIFFERENT ? verdict : one;
        }
        return verdict;
    }

    private Verdict sameCommand(QualifiedName table, String wanted, String existing) {
        return RuleText.isSame(wanted, existing)
                ? Verdict.EQUAL
                : answers.sameExpression(table, new Expression.Sql(wanted), new Expression.Sql(existing));
    }

    private Subject subject(RewriteRule rule) {
        return Subject.on(ObjectKind.RULE, rule.name(), declared.name().display());
    }
}

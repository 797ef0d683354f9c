package dev.plinth.diff;

import dev.plinth.diff.Change.CreatePolicy;
import dev.plinth.diff.Change.EnableRowSecurity;
import dev.plinth.diff.Change.ForceRowSecurity;
import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.Policy;
import dev.plinth.model.sql.RowSecurity;
import dev.plinth.model.sql.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares row level security of a table: whether it is enabled, whether it is forced, and the policies, each of which may be there
 * without the others.
 */
final class PolicyDiff {

    private final Table declared;
    private final Set<String> roles;
    private final Answers answers;
    private final Findings findings;

    /** @param roles those that exist, of the ones that the schema names */
    PolicyDiff(Table declared, Set<String> roles, Answers answers, Findings findings) {
        this.declared = declared;
        this.roles = roles;
        this.answers = answers;
        this.findings = findings;
    }

    void compare(LiveRowSecurity live) {
        if (declared.rowSecurity().equals(RowSecurity.NONE) && live.equals(LiveRowSecurity.NONE)) {
            return;
        }
        comparePolicies(new ArrayList<>(live.policies()));
        List<String> policies = declared.rowSecurity().policies().stream().map(Policy::name).toList();
        Subject table = Subject.of(ObjectKind.TABLE, declared.name().display());
        if (declared.rowSecurity().enabled() && !live.enabled()) {
            findings.missing(new EnableRowSecurity(declared.name(), policies));
        } else if (live.enabled() && !declared.rowSecurity().enabled()) {
            findings.different(table, "definition", "", "ROW LEVEL SECURITY");
        }
        if (declared.rowSecurity().forced() && !live.forced()) {
            findings.missing(new ForceRowSecurity(declared.name(), policies));
        } else if (live.forced() && !declared.rowSecurity().forced()) {
            findings.different(table, "definition", "", "FORCE ROW LEVEL SECURITY");
        }
    }

    private void comparePolicies(List<Policy> unmatched) {
        List<Policy> unnamed = new ArrayList<>();
        for (Policy policy : declared.rowSecurity().policies()) {
            Unmatched.take(unmatched, existing -> existing.name().equals(policy.name()))
                    .ifPresentOrElse(existing -> compare(policy, existing), () -> unnamed.add(policy));
        }
        for (Policy policy : unnamed) {
            Unmatched.take(unmatched, existing -> isEquivalent(policy, existing))
                    .ifPresentOrElse(
                            existing -> findings.otherName(subject(policy), policy.name(), existing.name()),
                            () -> add(policy));
        }
    }

    private void add(Policy policy) {
        CreatePolicy change = new CreatePolicy(declared.name(), policy);
        policy.roles().stream()
                .filter(role -> !roles.contains(role))
                .findFirst()
                .ifPresentOrElse(
                        role -> findings.obstructed(change, RoleNames.absent(role)), () -> findings.missing(change));
    }

    private void compare(Policy policy, Policy live) {
        Subject subject = subject(policy);
        findings.text(subject, "definition", head(policy), head(live));
        compare(subject, "USING", policy.using(), live.using());
        compare(subject, "WITH CHECK", policy.withCheck(), live.withCheck());
    }

    private void compare(Subject subject, String clause, @Nullable Expression ours, @Nullable Expression theirs) {
        findings.verdict(
                answers.samePredicate(declared.name(), ours, theirs),
                subject,
                clause,
                text(ours),
                text(theirs),
                spelled -> spelled);
    }

    private boolean isEquivalent(Policy policy, Policy live) {
        return head(policy).equals(head(live))
                && answers.samePredicate(declared.name(), policy.using(), live.using()) == Verdict.EQUAL
                && answers.samePredicate(declared.name(), policy.withCheck(), live.withCheck()) == Verdict.EQUAL;
    }

    /** {@code AS RESTRICTIVE FOR SELECT TO app}. */
    private static String head(Policy policy) {
        return "AS " + (policy.permissive() ? "PERMISSIVE" : "RESTRICTIVE") + " FOR " + policy.command() + " TO "
                + (policy.roles().isEmpty() ? "PUBLIC" : String.join(", ", policy.roles()));
    }

    private static String text(@Nullable Expression condition) {
        return condition == null ? "" : "(" + ExpressionText.of(condition) + ")";
    }

    private Subject subject(Policy policy) {
        return Subject.on(ObjectKind.POLICY, policy.name(), declared.name().display());
    }
}

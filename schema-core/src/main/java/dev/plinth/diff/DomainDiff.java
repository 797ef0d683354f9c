package dev.plinth.diff;

import dev.plinth.diff.Change.AddDomainCheck;
import dev.plinth.diff.Change.ValidateDomainCheck;
import dev.plinth.model.sql.Constraint.Check;
import dev.plinth.model.sql.DomainType;
import dev.plinth.model.sql.Enforcement;
import dev.plinth.model.sql.Expression;
import dev.plinth.naming.TypeNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compares a domain. A check that is missing is added; everything else that differs is drift. */
final class DomainDiff {

    private final DomainType declared;
    private final DomainType live;
    private final Live<DomainType> whole;
    private final Answers answers;
    private final Findings findings;
    private final Subject subject;

    DomainDiff(DomainType declared, Live<DomainType> live, Answers answers, Findings findings) {
        this.declared = declared;
        this.live = live.object();
        this.whole = live;
        this.answers = answers;
        this.findings = findings;
        this.subject = Subject.of(declared);
    }

    void compare() {
        findings.verdict(
                answers.sameType(declared.base(), live.base()),
                subject,
                "type",
                declared.base(),
                live.base(),
                TypeNames::of);
        findings.text(subject, "collation", ColumnDiff.text(declared.collation()), ColumnDiff.text(live.collation()));
        findings.text(subject, "nullability", nullability(declared), nullability(live));
        compareDefault(declared.defaultValue(), live.defaultValue());
        compareChecks();
        findings.unmodelled(subject, whole);
    }

    private void compareDefault(@Nullable Expression wanted, @Nullable Expression existing) {
        if (wanted != null && existing != null) {
            findings.verdict(
                    answers.sameExpression(declared.name(), wanted, existing),
                    subject,
                    "default",
                    wanted,
                    existing,
                    ExpressionText::of);
        } else if (wanted != null || existing != null) {
            findings.different(subject, "default", ExpressionText.ofNullable(wanted),
                    ExpressionText.ofNullable(existing));
        }
    }

    private void compareChecks() {
        List<Check> unmatched = new ArrayList<>(live.checks());
        for (Check check : declared.checks()) {
            Optional<Check> existing =
                    unmatched.stream().filter(it -> it.name().equals(check.name())).findFirst();
            existing.ifPresent(unmatched::remove);
            existing.ifPresentOrElse(it -> compareCheck(check, it), () -> addUnlessThere(check, unmatched));
        }
        unmatched.forEach(check -> findings.different(
                subject,
                "check " + check.name(),
                "",
                text(check) + (check.enforcement() == Enforcement.NOT_VALID ? " NOT VALID" : "")));
    }

    private void compareCheck(Check check, Check existing) {
        findings.verdict(
                answers.sameExpression(declared.name(), check.condition(), existing.condition()),
                subject,
                "check " + check.name(),
                check,
                existing,
                DomainDiff::text);
        if (check.enforcement() == Enforcement.ENFORCED && existing.enforcement() == Enforcement.NOT_VALID) {
            findings.missing(new ValidateDomainCheck(declared.name(), check));
        } else if (check.enforcement() != existing.enforcement()) {
            findings.different(
                    subject,
                    "check " + check.name(),
                    ConstraintText.of(check.enforcement()),
                    ConstraintText.of(existing.enforcement()));
        }
    }

    /** The same condition under another name counts: it would be checked twice. */
    private void addUnlessThere(Check check, List<Check> unmatched) {
        Optional<Check> twin = unmatched.stream()
                .filter(it -> declared.checks().stream().noneMatch(other -> other.name().equals(it.name())))
                .filter(it -> answers.sameExpression(declared.name(), check.condition(), it.condition())
                        == Verdict.EQUAL)
                .findFirst();
        twin.ifPresent(unmatched::remove);
        twin.ifPresentOrElse(
                it -> findings.otherName(subject, "check", check.name(), it.name()),
                () -> findings.missing(new AddDomainCheck(declared.name(), check)));
    }

    private static String nullability(DomainType domain) {
        return domain.nullable() ? "nullable" : "NOT NULL";
    }

    private static String text(Check check) {
        return "CHECK (" + ExpressionText.of(check.condition()) + ")";
    }
}

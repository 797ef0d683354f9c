package dev.plinth.diff;

import dev.plinth.diff.Change.ValidateConstraint;
import dev.plinth.model.sql.Constraint;
import dev.plinth.model.sql.Constraint.Exclusion;
import dev.plinth.model.sql.Enforcement;
import dev.plinth.model.sql.ForeignKeyOptions;
import dev.plinth.model.sql.Index;
import dev.plinth.model.sql.IndexKey;
import dev.plinth.model.sql.IndexMethod;
import dev.plinth.model.sql.KeyOptions;
import dev.plinth.model.sql.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Compares the constraints of a table: by name, then by definition, then with the unique indexes that do the same. */
final class ConstraintDiff {

    private final Table declared;
    private final Unmatched unmatched;
    private final Answers answers;
    private final Findings findings;
    private final List<Constraint> notFound = new ArrayList<>();

    ConstraintDiff(Table declared, Unmatched unmatched, Answers answers, Findings findings) {
        this.declared = declared;
        this.unmatched = unmatched;
        this.answers = answers;
        this.findings = findings;
    }

    void compareNamesakes() {
        for (Constraint constraint : declared.constraints()) {
            Optional<Live<Constraint>> namesake =
                    unmatched.constraint(live -> live.object().name().equals(constraint.name()));
            if (namesake.isPresent()) {
                compareNamesake(constraint, namesake.get());
            } else {
                notFound.add(constraint);
            }
        }
    }

    void findEquivalents() {
        notFound.removeIf(this::hasEquivalent);
    }

    /** @param missing takes the constraints that have no live counterpart */
    void findStandIns(Consumer<Constraint> missing) {
        for (Constraint constraint : notFound) {
            unmatched
                    .index(live -> doesTheSame(live, constraint))
                    .ifPresentOrElse(
                            live -> findings.standIn(
                                    subject(constraint),
                                    "unique constraint",
                                    constraint.name(),
                                    "unique index",
                                    live.object().name()),
                            () -> missing.accept(constraint));
        }
    }

    private void compareNamesake(Constraint constraint, Live<Constraint> live) {
        if (constraint.getClass() == live.object().getClass()) {
            compareDefinition(constraint, live);
        } else {
            findings.conflict(subject(constraint), ConstraintText.kind(constraint), ConstraintText.of(live.object()));
        }
    }

    private void compareDefinition(Constraint constraint, Live<Constraint> live) {
        Subject subject = subject(constraint);
        findings.verdict(
                sameDefinition(constraint, live.object()),
                subject,
                "definition",
                constraint,
                live.object(),
                ConstraintText::of);
        compareRest(constraint, live);
        findings.unmodelled(subject, live);
    }

    private boolean hasEquivalent(Constraint constraint) {
        Optional<Live<Constraint>> equivalent = unmatched.constraint(live -> live.unmodelled().isEmpty()
                && sameDefinition(constraint, live.object()) == Verdict.EQUAL);
        if (equivalent.isPresent()) {
            findings.otherName(
                    subject(constraint), constraint.name(), equivalent.get().object().name());
            compareRest(constraint, equivalent.get());
            return true;
        }
        Optional<Live<Constraint>> rival = unmatched.constraint(live -> isRival(constraint, live.object()));
        rival.ifPresent(live -> compareDefinition(constraint, live));
        return rival.isPresent();
    }

    /** A table has one primary key, and a second foreign key over the same columns would fight with the first. */
    private boolean isRival(Constraint constraint, Constraint live) {
        if (constraint instanceof Constraint.ForeignKey key && live instanceof Constraint.ForeignKey other) {
            return key.columns().equals(other.columns())
                    && key.target().equals(other.target())
                    && declared.constraints().stream().noneMatch(it -> it.name().equals(live.name()));
        }
        return constraint instanceof Constraint.PrimaryKey && live instanceof Constraint.PrimaryKey;
    }

    /** A plain unique index does what a unique constraint does; a partial one or one over expressions does not. */
    private static boolean doesTheSame(Live<Index> live, Constraint constraint) {
        Index index = live.object();
        return constraint instanceof Constraint.Unique unique
                && !unique.withoutOverlaps()
                && !unique.options().isDeferrable()
                && live.isUsable()
                && live.unmodelled().isEmpty()
                && index.unique()
                && index.predicate() == null
                && index.method().equals(IndexMethod.BTREE)
                && index.nullsNotDistinct() == unique.nullsNotDistinct()
                && index.include().equals(unique.options().include())
                && index.keys().stream()
                        .allMatch(key -> key.collation() == null && key.operatorClass() == null)
                && index.keys().stream()
                        .map(IndexKey::target)
                        .toList()
                        .equals(unique.columns().stream().map(IndexKey.Target.OfColumn::new).toList());
    }

    /** What differs between constraints that do the same. */
    private void compareRest(Constraint constraint, Live<Constraint> live) {
        if (constraint instanceof Constraint.Key key && live.object() instanceof Constraint.Key other) {
            findings.text(
                    subject(constraint),
                    "storage parameters",
                    IndexText.parameters(key.options().parameters()),
                    IndexText.parameters(other.options().parameters()));
        }
        compareEnforcement(constraint, live);
    }

    /** A constraint left NOT VALID, by an apply that was interrupted or by a person, lacks the proof for its old rows. */
    private void compareEnforcement(Constraint constraint, Live<Constraint> live) {
        Enforcement wanted = constraint.enforcement();
        Enforcement found = live.object().enforcement();
        if (wanted == Enforcement.ENFORCED && found == Enforcement.NOT_VALID) {
            findings.missing(new ValidateConstraint(declared.name(), live.object()));
        } else {
            findings.text(
                    subject(constraint), "enforcement", ConstraintText.of(wanted), ConstraintText.of(found));
        }
    }

    private Verdict sameDefinition(Constraint constraint, Constraint live) {
        if (constraint instanceof Constraint.Check check && live instanceof Constraint.Check other) {
            return check.noInherit() == other.noInherit()
                    ? answers.sameExpression(declared.name(), check.condition(), other.condition())
                    : Verdict.DIFFERENT;
        }
        if (constraint instanceof Exclusion exclusion && live instanceof Exclusion other) {
            return same(exclusion, other);
        }
        return isSame(constraint, live) ? Verdict.EQUAL : Verdict.DIFFERENT;
    }

    private static boolean isSame(Constraint constraint, Constraint live) {
        return switch (constraint) {
            case Constraint.PrimaryKey key ->
                live instanceof Constraint.PrimaryKey other
                        && key.columns().equals(other.columns())
                        && key.withoutOverlaps() == other.withoutOverlaps()
                        && isSame(key.options(), other.options());
            case Constraint.Unique key ->
                live instanceof Constraint.Unique other
                        && key.columns().equals(other.columns())
                        && key.nullsNotDistinct() == other.nullsNotDistinct()
                        && key.withoutOverlaps() == other.withoutOverlaps()
                        && isSame(key.options(), other.options());
            case Constraint.ForeignKey key -> live instanceof Constraint.ForeignKey other && isSame(key, other);
            case Constraint.Check ignored -> false;
            case Exclusion ignored -> false;
        };
    }

    /** Storage parameters are compared by themselves. */
    private static boolean isSame(KeyOptions options, KeyOptions other) {
        return options.include().equals(other.include()) && options.deferral() == other.deferral();
    }

    /** So is for which rows it holds. */
    private static boolean isSame(Constraint.ForeignKey key, Constraint.ForeignKey other) {
        return key.columns().equals(other.columns())
                && key.target().equals(other.target())
                && key.targetColumns().equals(other.targetColumns())
                && key.onUpdate() == other.onUpdate()
                && key.onDelete() == other.onDelete()
                && isSame(key.options(), other.options());
    }

    private static boolean isSame(ForeignKeyOptions options, ForeignKeyOptions other) {
        return options.matchFull() == other.matchFull()
                && options.onDeleteColumns().equals(other.onDeleteColumns())
                && options.period() == other.period()
                && options.deferral() == other.deferral();
    }

    private Verdict same(Exclusion exclusion, Exclusion live) {
        boolean differs = !exclusion.method().name().equals(live.method().name())
                || !isSame(exclusion.options(), live.options())
                || !exclusion.elements().stream()
                        .map(Exclusion.Element::operator)
                        .toList()
                        .equals(live.elements().stream().map(Exclusion.Element::operator).toList());
        IndexKeys keys = new IndexKeys(declared.name(), exclusion.method(), answers);
        return differs
                ? Verdict.DIFFERENT
                : IndexKeys.worse(
                        keys.same(exclusion.keys(), live.keys()),
                        answers.samePredicate(declared.name(), exclusion.predicate(), live.predicate()));
    }

    private Subject subject(Constraint constraint) {
        return Subject.on(ObjectKind.CONSTRAINT, constraint.name(), declared.name().display());
    }
}

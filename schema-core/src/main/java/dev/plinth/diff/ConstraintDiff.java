package dev.plinth.diff;

import dev.plinth.diff.Change.ValidateConstraint;
import dev.plinth.model.sql.Constraint;
import dev.plinth.model.sql.Index;
import dev.plinth.model.sql.IndexKey;
import dev.plinth.model.sql.IndexMethod;
import dev.plinth.model.sql.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Compares the constraints of a table. One live constraint satisfies one declared constraint: real tables hold twins. */
final class ConstraintDiff {

    private final Table declared;
    private final LiveTable table;
    private final Answers answers;
    private final Findings findings;
    private final Consumer<Constraint> missing;
    private final List<Live<Constraint>> unmatched;

    /** @param missing takes the constraints that have no live counterpart */
    ConstraintDiff(
            Table declared, LiveTable table, Answers answers, Findings findings, Consumer<Constraint> missing) {
        this.declared = declared;
        this.table = table;
        this.answers = answers;
        this.findings = findings;
        this.missing = missing;
        this.unmatched = new ArrayList<>(table.constraints());
    }

    void compare() {
        List<Constraint> unnamed = new ArrayList<>();
        for (Constraint constraint : declared.constraints()) {
            Optional<Live<Constraint>> sameName = take(live -> live.object().name().equals(constraint.name()));
            sameName.ifPresentOrElse(live -> compareNamesake(constraint, live), () -> unnamed.add(constraint));
        }
        unnamed.forEach(this::findEquivalent);
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
        findings.unmodelled(subject, live);
        validate(live);
    }

    private void findEquivalent(Constraint constraint) {
        Optional<Live<Constraint>> equivalent = take(live -> live.unmodelled().isEmpty()
                && sameDefinition(constraint, live.object()) == Verdict.EQUAL);
        if (equivalent.isPresent()) {
            findings.otherName(subject(constraint), constraint.name(), equivalent.get().object().name());
            validate(equivalent.get());
            return;
        }
        Optional<Live<Constraint>> rival = take(live -> isRival(constraint, live.object()));
        if (rival.isPresent()) {
            compareDefinition(constraint, rival.get());
        } else {
            uniqueIndex(constraint).ifPresentOrElse(
                    index -> findings.otherName(subject(constraint), constraint.name(), index.name()),
                    () -> missing.accept(constraint));
        }
    }

    /** A table has one primary key, and a second foreign key over the same columns would fight with the first. */
    private static boolean isRival(Constraint constraint, Constraint live) {
        if (constraint instanceof Constraint.ForeignKey key && live instanceof Constraint.ForeignKey other) {
            return key.columns().equals(other.columns()) && key.target().equals(other.target());
        }
        return constraint instanceof Constraint.PrimaryKey && live instanceof Constraint.PrimaryKey;
    }

    /** A plain unique index does what a unique constraint does; a partial one or one over expressions does not. */
    private Optional<Index> uniqueIndex(Constraint constraint) {
        if (!(constraint instanceof Constraint.Unique unique)) {
            return Optional.empty();
        }
        return table.indexes().stream()
                .filter(live -> live.state() == Live.State.USABLE && live.unmodelled().isEmpty())
                .map(Live::object)
                .filter(index -> index.unique() && index.predicate() == null
                        && index.method().equals(IndexMethod.BTREE))
                .filter(index -> index.keys().stream()
                        .map(IndexKey::target)
                        .toList()
                        .equals(unique.columns().stream().map(IndexKey.Target.OfColumn::new).toList()))
                .findFirst();
    }

    /** A constraint left NOT VALID, by an apply that was interrupted or by a person, lacks the proof for its old rows. */
    private void validate(Live<Constraint> live) {
        if (live.state() == Live.State.NOT_VALIDATED) {
            findings.missing(new ValidateConstraint(declared.name(), live.object()));
        }
    }

    private Verdict sameDefinition(Constraint constraint, Constraint live) {
        if (constraint instanceof Constraint.Check check && live instanceof Constraint.Check other) {
            return answers.sameExpression(declared.name(), check.condition(), other.condition());
        }
        return isSame(constraint, live) ? Verdict.EQUAL : Verdict.DIFFERENT;
    }

    private static boolean isSame(Constraint constraint, Constraint live) {
        return switch (constraint) {
            case Constraint.PrimaryKey key ->
                live instanceof Constraint.PrimaryKey other && key.columns().equals(other.columns());
            case Constraint.Unique key ->
                live instanceof Constraint.Unique other && key.columns().equals(other.columns());
            case Constraint.ForeignKey key -> live instanceof Constraint.ForeignKey other && isSame(key, other);
            case Constraint.Check ignored -> false;
        };
    }

    private static boolean isSame(Constraint.ForeignKey key, Constraint.ForeignKey other) {
        return key.columns().equals(other.columns())
                && key.target().equals(other.target())
                && key.targetColumns().equals(other.targetColumns())
                && key.onUpdate() == other.onUpdate()
                && key.onDelete() == other.onDelete();
    }

    private Optional<Live<Constraint>> take(Predicate<Live<Constraint>> condition) {
        Optional<Live<Constraint>> found = unmatched.stream().filter(condition).findFirst();
        found.ifPresent(unmatched::remove);
        return found;
    }

    private Subject subject(Constraint constraint) {
        return Subject.on(ObjectKind.CONSTRAINT, constraint.name(), declared.name().display());
    }
}

package dev.plinth.diff;

import dev.plinth.diff.Change.CreateIndex;
import dev.plinth.diff.Change.RebuildIndex;
import dev.plinth.model.sql.Constraint;
import dev.plinth.model.sql.Index;
import dev.plinth.model.sql.IndexKey;
import dev.plinth.model.sql.IndexMark;
import dev.plinth.model.sql.KeyOptions;
import dev.plinth.model.sql.Table;
import dev.plinth.model.sql.TableOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Compares the indexes of a table that no constraint owns: by name, then by definition, then with the keys of the table. */
final class IndexDiff {

    private final Table declared;
    private final TableOptions live;
    private final Unmatched unmatched;
    private final Answers answers;
    private final Findings findings;
    private final List<Index> notFound = new ArrayList<>();

    IndexDiff(Table declared, TableOptions live, Unmatched unmatched, Answers answers, Findings findings) {
        this.declared = declared;
        this.live = live;
        this.unmatched = unmatched;
        this.answers = answers;
        this.findings = findings;
    }

    void compareNamesakes() {
        for (Index index : declared.indexes()) {
            Optional<Live<Index>> namesake = unmatched.index(live -> live.object().name().equals(index.name()));
            if (namesake.isPresent()) {
                compareNamesake(index, namesake.get());
            } else {
                notFound.add(index);
            }
        }
    }

    void findEquivalents() {
        notFound.removeIf(index -> {
            Optional<Live<Index>> other = unmatched.index(live -> isEquivalent(index, live));
            other.ifPresent(live -> {
                compareParameters(subject(index), index, live.object());
                findings.otherName(subject(index), index.name(), live.object().name());
            });
            return other.isPresent();
        });
    }

    /** @param missing takes the indexes that have no live counterpart */
    void findStandIns(Consumer<CreateIndex> missing) {
        for (Index index : notFound) {
            unmatched
                    .constraint(live -> doesTheSame(live, index))
                    .ifPresentOrElse(
                            live -> findings.standIn(
                                    subject(index),
                                    "unique index",
                                    index.name(),
                                    live.object() instanceof Constraint.PrimaryKey ? "primary key"
                                            : "unique constraint",
                                    live.object().name()),
                            () -> missing.accept(new CreateIndex(declared.name(), index, marks(index))));
        }
    }

    /** What the table says otherwise is not changed: it is a difference of the table. */
    private List<IndexMark> marks(Index index) {
        return live.free(declared.options().marks(index.name()));
    }

    private void compareNamesake(Index index, Live<Index> live) {
        Subject subject = subject(index);
        Index existing = live.object();
        findings.text(subject, "method", index.method().name(), existing.method().name());
        findings.text(subject, "uniqueness", uniqueness(index), uniqueness(existing));
        findings.text(subject, "nulls", IndexText.nulls(index), IndexText.nulls(existing));
        findings.verdict(sameKeys(index, existing), subject, "keys", index, existing, IndexText::keys);
        findings.text(subject, "INCLUDE", IndexText.include(index), IndexText.include(existing));
        findings.verdict(
                answers.samePredicate(declared.name(), index.predicate(), existing.predicate()),
                subject,
                "predicate",
                index,
                existing,
                IndexText::predicate);
        compareParameters(subject, index, existing);
        findings.unmodelled(subject, live);
        if (live.state() == Live.State.INVALID_INDEX) {
            findings.missing(new RebuildIndex(
                    declared.name(), existing, marks(existing)));
        }
    }

    private void compareParameters(Subject subject, Index index, Index existing) {
        findings.text(
                subject,
                "storage parameters",
                IndexText.parameters(index.parameters()),
                IndexText.parameters(existing.parameters()));
    }

    /** Storage parameters are no reason for a twin: they change nothing of what the index does. */
    private boolean isEquivalent(Index index, Live<Index> live) {
        Index existing = live.object();
        return live.isUsable()
                && live.unmodelled().isEmpty()
                && index.method().name().equals(existing.method().name())
                && index.unique() == existing.unique()
                && index.nullsNotDistinct() == existing.nullsNotDistinct()
                && index.include().equals(existing.include())
                && sameKeys(index, existing) == Verdict.EQUAL
                && answers.samePredicate(declared.name(), index.predicate(), existing.predicate()) == Verdict.EQUAL;
    }

    /** A unique or primary key constraint does all that a plain unique index over the same columns does. */
    private static boolean doesTheSame(Live<Constraint> live, Index index) {
        boolean plain = index.unique() && index.predicate() == null && live.unmodelled().isEmpty();
        return plain && switch (live.object()) {
            case Constraint.PrimaryKey key ->
                !key.withoutOverlaps() && doesTheSame(key.columns(), key.options(), index);
            case Constraint.Unique key ->
                !key.withoutOverlaps()
                        && key.nullsNotDistinct() == index.nullsNotDistinct()
                        && doesTheSame(key.columns(), key.options(), index);
            case Constraint.Exclusion ignored -> false;
            case Constraint.Check ignored -> false;
            case Constraint.ForeignKey ignored -> false;
        };
    }

    private static boolean doesTheSame(List<String> columns, KeyOptions options, Index index) {
        return !options.isDeferrable()
                && options.include().equals(index.include())
                && index.keys().equals(columns.stream().map(IndexKey::ascending).toList());
    }

    private Verdict sameKeys(Index index, Index existing) {
        return new IndexKeys(declared.name(), index.method(), answers).same(index.keys(), existing.keys());
    }

    private static String uniqueness(Index index) {
        return index.unique() ? "UNIQUE" : "not unique";
    }

    private Subject subject(Index index) {
        return Subject.on(ObjectKind.INDEX, index.name(), declared.name().display());
    }
}

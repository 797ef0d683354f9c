package dev.plinth.diff;

import dev.plinth.diff.Change.CreateIndex;
import dev.plinth.diff.Change.RebuildIndex;
import dev.plinth.model.sql.Constraint;
import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.Index;
import dev.plinth.model.sql.IndexKey;
import dev.plinth.model.sql.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Compares the indexes of a table that no constraint owns. One live index satisfies one declared index. */
final class IndexDiff {

    private final Table declared;
    private final LiveTable table;
    private final Answers answers;
    private final Findings findings;
    private final Consumer<CreateIndex> missing;
    private final List<Live<Index>> unmatched;

    /** @param missing takes the indexes that have no live counterpart */
    IndexDiff(Table declared, LiveTable table, Answers answers, Findings findings, Consumer<CreateIndex> missing) {
        this.declared = declared;
        this.table = table;
        this.answers = answers;
        this.findings = findings;
        this.missing = missing;
        this.unmatched = new ArrayList<>(table.indexes());
    }

    void compare() {
        List<Index> unnamed = new ArrayList<>();
        for (Index index : declared.indexes()) {
            take(live -> live.object().name().equals(index.name()))
                    .ifPresentOrElse(live -> compareNamesake(index, live), () -> unnamed.add(index));
        }
        unnamed.forEach(this::findEquivalent);
    }

    private void compareNamesake(Index index, Live<Index> live) {
        Subject subject = subject(index);
        Index existing = live.object();
        compareText(subject, "method", index.method().name(), existing.method().name());
        compareText(subject, "uniqueness", uniqueness(index), uniqueness(existing));
        compareText(subject, "nulls", IndexText.nulls(index), IndexText.nulls(existing));
        findings.verdict(sameKeys(index, existing), subject, "keys", index, existing, IndexText::keys);
        if (!index.include().equals(existing.include())) {
            findings.different(subject, "INCLUDE", IndexText.include(index), IndexText.include(existing));
        }
        findings.verdict(
                samePredicate(index, existing),
                subject,
                "predicate",
                index,
                existing,
                IndexText::predicate);
        compareParameters(subject, index, existing);
        findings.unmodelled(subject, live);
        if (live.state() == Live.State.INVALID_INDEX) {
            rebuild(subject, existing);
        }
    }

    private void compareParameters(Subject subject, Index index, Index existing) {
        compareText(
                subject,
                "storage parameters",
                IndexText.parameters(index.parameters()),
                IndexText.parameters(existing.parameters()));
    }

    /** The index of a partitioned table becomes valid when every partition has one attached; REINDEX attaches none. */
    private void rebuild(Subject subject, Index existing) {
        if (table.isPartitioned()) {
            findings.invalid(
                    subject, "ATTACH PARTITION the index of each partition that has none attached, then it is valid");
        } else {
            findings.missing(new RebuildIndex(declared.name(), existing));
        }
    }

    private void compareText(Subject subject, String aspect, String wanted, String existing) {
        if (!wanted.equals(existing)) {
            findings.different(subject, aspect, wanted, existing);
        }
    }

    private void findEquivalent(Index index) {
        Optional<Live<Index>> other = take(live -> isEquivalent(index, live));
        other.ifPresent(live -> compareParameters(subject(index), index, live.object()));
        Optional<String> equivalent =
                other.map(live -> live.object().name()).or(() -> uniqueConstraint(index));
        equivalent.ifPresentOrElse(
                name -> findings.otherName(subject(index), index.name(), name),
                () -> missing.accept(new CreateIndex(declared.name(), index)));
    }

    /** Storage parameters are no reason for a twin: they change nothing of what the index does. */
    private boolean isEquivalent(Index index, Live<Index> live) {
        Index existing = live.object();
        return live.state() == Live.State.USABLE
                && live.unmodelled().isEmpty()
                && index.method().name().equals(existing.method().name())
                && index.unique() == existing.unique()
                && index.nullsNotDistinct() == existing.nullsNotDistinct()
                && index.include().equals(existing.include())
                && sameKeys(index, existing) == Verdict.EQUAL
                && samePredicate(index, existing) == Verdict.EQUAL;
    }

    /** A unique or primary key constraint does all that a plain unique index over the same columns does. */
    private Optional<String> uniqueConstraint(Index index) {
        if (!index.unique() || index.nullsNotDistinct() || index.predicate() != null || !index.include().isEmpty()) {
            return Optional.empty();
        }
        return table.constraints().stream()
                .filter(live -> live.unmodelled().isEmpty())
                .map(Live::object)
                .filter(constraint -> index.keys().equals(
                        keyColumns(constraint).stream().map(IndexKey::ascending).toList()))
                .map(Constraint::name)
                .findFirst();
    }

    private static List<String> keyColumns(Constraint constraint) {
        return switch (constraint) {
            case Constraint.PrimaryKey key -> key.columns();
            case Constraint.Unique key -> key.columns();
            case Constraint.Check ignored -> List.of();
            case Constraint.ForeignKey ignored -> List.of();
        };
    }

    private Verdict sameKeys(Index index, Index existing) {
        return new IndexKeys(declared.name(), index.method(), answers).same(index.keys(), existing.keys());
    }

    private Verdict samePredicate(Index index, Index existing) {
        @Nullable
        Expression wanted = index.predicate();
        @Nullable
        Expression found = existing.predicate();
        if (wanted == null || found == null) {
            return wanted == found ? Verdict.EQUAL : Verdict.DIFFERENT;
        }
        return answers.sameExpression(declared.name(), wanted, found);
    }

    private static String uniqueness(Index index) {
        return index.unique() ? "UNIQUE" : "not unique";
    }

    private Optional<Live<Index>> take(Predicate<Live<Index>> condition) {
        Optional<Live<Index>> found = unmatched.stream().filter(condition).findFirst();
        found.ifPresent(unmatched::remove);
        return found;
    }

    private Subject subject(Index index) {
        return Subject.on(ObjectKind.INDEX, index.name(), declared.name().display());
    }
}

package dev.plinth.diff;

import dev.plinth.diff.Change.CreateIndex;
import dev.plinth.diff.Change.CreateObject;
import dev.plinth.diff.Change.SqlChange;
import dev.plinth.model.QualifiedName;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.Aggregate;
import dev.plinth.model.sql.Cast;
import dev.plinth.model.sql.Collation;
import dev.plinth.model.sql.CompositeType;
import dev.plinth.model.sql.DatabaseObject;
import dev.plinth.model.sql.DomainType;
import dev.plinth.model.sql.EnumType;
import dev.plinth.model.sql.Function;
import dev.plinth.model.sql.NamedQuery;
import dev.plinth.model.sql.ObjectName;
import dev.plinth.model.sql.RangeType;
import dev.plinth.model.sql.Sequence;
import dev.plinth.model.sql.Statistics;
import dev.plinth.model.sql.Supplement;
import dev.plinth.model.sql.TextSearchConfiguration;
import dev.plinth.model.sql.TextSearchDictionary;
import dev.plinth.model.sql.UserOperator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares what is no table, each object with its namesake of the same kind. */
final class ObjectDiff {

    private final Findings findings;
    private final Answers answers;
    private final Map<ObjectName, String> holders;
    private final Map<QualifiedName, String> relations;
    private final LiveDatabase database;
    private final Map<ObjectName, Live<? extends DatabaseObject>> live = new HashMap<>();

    /** Those that come bring their links with those that are there. */
    private final List<UserOperator> missingOperators = new ArrayList<>();

    ObjectDiff(LiveDatabase live, Answers answers, Findings findings) {
        this.findings = findings;
        this.answers = answers;
        this.holders = live.holders();
        this.relations = live.relations();
        this.database = live;
        live.objects().forEach(object -> this.live.put(ObjectName.of(object.object()), object));
    }

    void compare(Schema schema) {
        for (UserOperator operator : schema.objects(UserOperator.class)) {
            if (!live.containsKey(ObjectName.of(operator))) {
                missingOperators.add(operator);
            }
        }
        schema.objects().stream()
                .filter(object -> !(object instanceof Supplement))
                .forEach(object -> compare(object, live.get(ObjectName.of(object))));
    }

    private void compare(DatabaseObject declared, @Nullable Live<? extends DatabaseObject> existing) {
        if (existing == null || !existing.object().getClass().equals(declared.getClass())) {
            addUnlessTaken(declared);
            return;
        }
        switch (declared) {
            case Sequence sequence -> SequenceDiff.compare(sequence, as(Sequence.class, existing), findings);
            case Collation collation ->
                CollationDiff.compare(collation, as(Collation.class, existing), findings);
            case DomainType domain ->
                new DomainDiff(domain, as(DomainType.class, existing), answers, findings).compare();
            case CompositeType type ->
                CompositeDiff.compare(type, as(CompositeType.class, existing), answers, findings);
            case RangeType range -> RangeDiff.compare(range, as(RangeType.class, existing), answers, findings);
            case EnumType type -> EnumDiff.compare(type, as(EnumType.class, existing), findings);
            case Aggregate aggregate -> AggregateDiff.compare(aggregate, as(Aggregate.class, existing), findings);
            case UserOperator operator ->
                OperatorDiff.compare(operator, as(UserOperator.class, existing), missingOperators, findings);
            case Cast cast -> OperatorDiff.compare(cast, as(Cast.class, existing), findings);
            case Statistics statistics ->
                StatisticsDiff.compare(statistics, as(Statistics.class, existing), answers, findings);
            case TextSearchDictionary dictionary ->
                TextSearchDiff.compare(dictionary, as(TextSearchDictionary.class, existing), findings);
            case TextSearchConfiguration configuration ->
                TextSearchDiff.compare(configuration, as(TextSearchConfiguration.class, existing), findings);
            case Supplement said -> throw new IllegalArgumentException("compared by itself: " + said);
            case Function function -> FunctionDiff.compare(function, as(Function.class, existing), answers, findings);
            case NamedQuery view -> compareView(view, as(NamedQuery.class, existing));
        }
    }

    private void compareView(NamedQuery declared, Live<NamedQuery> live) {
        database.view(declared.name())
                .ifPresent(parts -> new ViewDiff(declared, live.object(), parts, database, answers, findings)
                        .compare(relations));
        findings.unmodelled(Subject.of(declared), live);
    }

    private void addUnlessTaken(DatabaseObject declared) {
        List<SqlChange> changes = SqlAdditions.wholeObject(declared);
        SqlChange change = changes.getFirst();
        String holder = holder(declared);
        if (holder == null) {
            changes.forEach(this::add);
        } else {
            findings.conflict(change.subject(), change.subject().kind().withArticle(), holder);
            findings.obstructed(change, "the name is taken by " + holder);
        }
    }

    private void add(SqlChange change) {
        if (change instanceof CreateIndex index) {
            ViewDiff.addIndex(index, relations, findings);
        } else if (change instanceof CreateObject created && created.object() instanceof Statistics statistics) {
            database.view(statistics.table()).ifPresentOrElse(
                    view -> ViewDiff.addStatistics(created, statistics, view, findings),
                    () -> findings.missing(change));
        } else {
            findings.missing(change);
        }
    }

    private @Nullable String holder(DatabaseObject declared) {
        String ofType = holders.get(ObjectName.of(declared));
        boolean isRelation = declared instanceof Sequence
                || declared instanceof CompositeType
                || declared instanceof NamedQuery;
        return ofType == null && isRelation ? relations.get(declared.name()) : ofType;
    }

    /** The inspection looks for objects of the declared kind only. */
    private static <O> Live<O> as(Class<O> kind, Live<? extends DatabaseObject> live) {
        return new Live<>(kind.cast(live.object()), live.state(), live.unmodelled());
    }
}

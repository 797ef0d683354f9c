package dev.plinth.plan;

import dev.plinth.diff.AddedTargets;
import dev.plinth.diff.Change.AddAttribute;
import dev.plinth.diff.Change.AddColumn;
import dev.plinth.diff.Change.AddConstraint;
import dev.plinth.diff.Change.AddDefault;
import dev.plinth.diff.Change.AddDomainCheck;
import dev.plinth.diff.Change.AddLabel;
import dev.plinth.diff.Change.CreateExtension;
import dev.plinth.diff.Change.CreateIndex;
import dev.plinth.diff.Change.CreateNamespace;
import dev.plinth.diff.Change.CreateObject;
import dev.plinth.diff.Change.CreatePolicy;
import dev.plinth.diff.Change.CreateRule;
import dev.plinth.diff.Change.CreateTable;
import dev.plinth.diff.Change.CreateTrigger;
import dev.plinth.diff.Change.EnableRowSecurity;
import dev.plinth.diff.Change.ForceRowSecurity;
import dev.plinth.diff.Change.RebuildIndex;
import dev.plinth.diff.Change.SqlChange;
import dev.plinth.diff.Change.ValidateConstraint;
import dev.plinth.diff.Change.ValidateDomainCheck;
import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Aggregate;
import dev.plinth.model.sql.Cast;
import dev.plinth.model.sql.Collation;
import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.CompositeType;
import dev.plinth.model.sql.Constraint;
import dev.plinth.model.sql.DatabaseObject;
import dev.plinth.model.sql.DomainType;
import dev.plinth.model.sql.EnumType;
import dev.plinth.model.sql.Function;
import dev.plinth.model.sql.Index;
import dev.plinth.model.sql.IndexKey;
import dev.plinth.model.sql.NamedQuery;
import dev.plinth.model.sql.ObjectName;
import dev.plinth.model.sql.ObjectName.Catalog;
import dev.plinth.model.sql.OwnedSequence;
import dev.plinth.model.sql.RangeType;
import dev.plinth.model.sql.Sequence;
import dev.plinth.model.sql.Statistics;
import dev.plinth.model.sql.Supplement;
import dev.plinth.model.sql.Table;
import dev.plinth.model.sql.Target;
import dev.plinth.model.sql.TextSearchConfiguration;
import dev.plinth.model.sql.TextSearchDictionary;
import dev.plinth.model.sql.UserOperator;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What exists once an addition is made. */
final class Provided {

    private static final Set<Target.Kind> PARTS = EnumSet.of(
            Target.Kind.CONSTRAINT, Target.Kind.INDEX, Target.Kind.TRIGGER, Target.Kind.RULE, Target.Kind.POLICY,
            Target.Kind.DOMAIN_CONSTRAINT);

    private Provided() {}

    static List<Need> by(SqlChange change) {
        List<Need> provided = new ArrayList<>(objectsAndColumns(change));
        AddedTargets.of(change)
                .filter(target -> PARTS.contains(target.kind()))
                .forEach(target -> provided.add(new Need.OfPart(target)));
        return provided;
    }

    private static List<Need> objectsAndColumns(SqlChange change) {
        return switch (change) {
            case CreateExtension created -> List.of(new Need.OfExtension(created.extension().name()));
            case CreateObject created -> by(created.object());
            case CreateTable created -> with(by(created.table()), created.owned());
            case AddColumn added -> with(by(added.table(), added.column()), added.owned());
            case AddConstraint added -> by(added.table(), added.constraint());
            case CreateIndex created -> by(created.table(), created.index());
            case RebuildIndex rebuilt -> by(rebuilt.table(), rebuilt.index());
            case AddLabel added -> List.of(new Need.OfLabel(added.type(), added.label()));
            case AddAttribute added ->
                List.of(new Need.OfColumn(added.type(), added.attribute().name()));
            case AddDomainCheck ignored -> List.of();
            case ValidateDomainCheck ignored -> List.of();
            case CreateNamespace ignored -> List.of();
            case ValidateConstraint ignored -> List.of();
            case CreateTrigger ignored -> List.of();
            case EnableRowSecurity enabled -> List.of(new Need.OfRowSecurity(enabled.table()));
            case ForceRowSecurity ignored -> List.of();
            case CreatePolicy ignored -> List.of();
            case CreateRule ignored -> List.of();
            case AddDefault ignored -> List.of();
        };
    }

    private static List<Need> by(DatabaseObject object) {
        return switch (object) {
            case Function function ->
                List.of(new Need.OfObject(ObjectName.of(function)), new Need.OfRoutine(function.name()));
            case Aggregate aggregate ->
                List.of(new Need.OfObject(ObjectName.of(aggregate)), new Need.OfRoutine(aggregate.name()));
            case Sequence sequence -> List.of(new Need.OfObject(ObjectName.of(sequence)));
            case Collation collation -> List.of(new Need.OfObject(ObjectName.of(collation)));
            case RangeType range ->
                List.of(new Need.OfObject(ObjectName.of(range)), Need.ofType(range.multirange()));
            case DomainType type -> List.of(new Need.OfObject(ObjectName.of(type)));
            case CompositeType type -> List.of(new Need.OfObject(ObjectName.of(type)));
            case EnumType type -> List.of(new Need.OfObject(ObjectName.of(type)));
            case UserOperator operator ->
                List.of(new Need.OfObject(ObjectName.of(operator)), new Need.OfOperator(operator.name()));
            case Cast cast -> by(cast);
            case Statistics statistics -> List.of(new Need.OfObject(ObjectName.of(statistics)));
            case TextSearchDictionary dictionary -> List.of(new Need.OfObject(ObjectName.of(dictionary)));
            case TextSearchConfiguration configuration ->
                List.of(new Need.OfObject(ObjectName.of(configuration)));
            case Supplement ignored -> List.of();
            case NamedQuery view -> List.of(Need.ofTable(view.name()), Need.ofType(view.name()));
        };
    }

    private static List<Need> by(Cast cast) {
        List<Need> provided = new ArrayList<>(List.of(new Need.OfObject(ObjectName.of(cast))));
        cast.source().createdName().ifPresent(type -> provided.add(new Need.OfCast(type)));
        cast.target().createdName().ifPresent(type -> provided.add(new Need.OfCast(type)));
        return provided;
    }

    private static List<Need> with(List<Need> provided, List<Sequence> owned) {
        List<Need> all = new ArrayList<>(provided);
        owned.forEach(sequence -> all.addAll(by(sequence)));
        return all;
    }

    /** A table, its row type, its columns and its keys. */
    private static List<Need> by(Table table) {
        List<Need> provided = new ArrayList<>();
        provided.add(Need.ofTable(table.name()));
        provided.add(new Need.OfObject(new ObjectName(Catalog.TYPE, table.name())));
        table.columns().forEach(column -> provided.addAll(by(table.name(), column)));
        table.constraints().forEach(constraint -> provided.addAll(by(table.name(), constraint)));
        return provided;
    }

    private static List<Need> by(QualifiedName table, Column column) {
        Need ofColumn = new Need.OfColumn(table, column.name());
        OwnedSequence sequence = column.sequence();
        return sequence == null
                ? List.of(ofColumn)
                : List.of(ofColumn, new Need.OfObject(ObjectName.ofTable(table.sibling(sequence.name()))));
    }

    private static List<Need> by(QualifiedName table, Constraint constraint) {
        return switch (constraint) {
            case Constraint.PrimaryKey key -> List.of(new Need.OfKey(table, Set.copyOf(key.columns())));
            case Constraint.Unique key -> List.of(new Need.OfKey(table, Set.copyOf(key.columns())));
            case Constraint.Exclusion ignored -> List.of();
            case Constraint.Check ignored -> List.of();
            case Constraint.ForeignKey ignored -> List.of();
        };
    }

    private static List<Need> by(QualifiedName table, Index index) {
        List<String> columns = index.keys().stream()
                .map(IndexKey::target)
                .map(target -> target instanceof IndexKey.Target.OfColumn column ? column.name() : "")
                .toList();
        return index.unique() && index.predicate() == null
                ? List.of(new Need.OfKey(table, Set.copyOf(columns)))
                : List.of();
    }
}

package dev.plinth.plan;

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
import dev.plinth.model.sql.ColumnType;
import dev.plinth.model.sql.CompositeType;
import dev.plinth.model.sql.Constraint;
import dev.plinth.model.sql.DatabaseObject;
import dev.plinth.model.sql.DomainType;
import dev.plinth.model.sql.EnumType;
import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.Function;
import dev.plinth.model.sql.Generation;
import dev.plinth.model.sql.Index;
import dev.plinth.model.sql.IndexKey;
import dev.plinth.model.sql.NamedQuery;
import dev.plinth.model.sql.ObjectName;
import dev.plinth.model.sql.RangeType;
import dev.plinth.model.sql.Sequence;
import dev.plinth.model.sql.Statistics;
import dev.plinth.model.sql.Supplement;
import dev.plinth.model.sql.TextSearchConfiguration;
import dev.plinth.model.sql.TextSearchDictionary;
import dev.plinth.model.sql.Trigger;
import dev.plinth.model.sql.UserOperator;
import dev.plinth.model.sql.UserType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What has to exist before an addition can be made. */
final class Needs {

    private Needs() {}

    /** @param columnsOfTable the columns of its table, whose names may occur in its expressions */
    static List<Need> of(SqlChange change, Iterable<String> columnsOfTable) {
        return switch (change) {
            case CreateObject created -> ofObject(created.object());
            case CreateTable created -> TableNeeds.of(created.table());
            case AddColumn added -> {
                List<Need> needs = new ArrayList<>(List.of(Need.ofTable(added.table())));
                needs.addAll(ofColumn(added.column()));
                yield needs;
            }
            case AddConstraint added -> ofConstraint(added.table(), added.constraint(), columnsOfTable);
            case ValidateConstraint validated ->
                ofConstraint(validated.table(), validated.constraint(), columnsOfTable);
            case CreateIndex created -> ofIndex(created, columnsOfTable);
            case CreateTrigger created -> ofTrigger(created, columnsOfTable);
            case EnableRowSecurity enabled -> PolicyNeeds.of(enabled.table(), enabled.policies());
            case ForceRowSecurity forced -> PolicyNeeds.of(forced.table(), forced.policies());
            case CreatePolicy created -> PolicyNeeds.of(created, columnsOfTable);
            case CreateRule created -> QueryNeeds.of(created);
            case AddDefault added -> {
                List<Need> needs = new ArrayList<>(List.of(Need.ofTable(added.table())));
                needs.addAll(Mentioned.objects(added.value().value()));
                yield needs;
            }
            case AddLabel ignored -> List.of();
            case AddAttribute added -> {
                List<Need> needs = new ArrayList<>(List.of(Need.ofType(added.type())));
                needs.addAll(ofAttribute(added.attribute()));
                yield needs;
            }
            case AddDomainCheck added -> {
                List<Need> needs = new ArrayList<>(List.of(Need.ofType(added.type())));
                needs.addAll(Mentioned.objects(added.check().condition()));
                yield needs;
            }
            case ValidateDomainCheck validated -> List.of(Need.ofType(validated.type()));
            case CreateNamespace ignored -> List.of();
            case CreateExtension ignored -> List.of();
            case RebuildIndex ignored -> List.of();
        };
    }

    /** What a type comes from. */
    static List<Need> ofType(ColumnType type) {
        return switch (type) {
            case ColumnType.OfExtension ofExtension -> List.of(new Need.OfExtension(ofExtension.extension()));
            case ColumnType.Array array -> ofType(array.element());
            case ColumnType.Named named -> List.of(Need.ofType(named.name()));
            case UserType defined -> List.of(Need.ofType(defined.name()));
            case ColumnType.BuiltIn ignored -> List.of();
            case ColumnType.Native ignored -> List.of();
        };
    }

    /** The columns that a constraint of {@code table} cannot do without; for a text those whose names occur in it. */
    static List<String> columns(Constraint constraint, Iterable<String> columnsOfTable) {
        return switch (constraint) {
            case Constraint.PrimaryKey key -> both(key.columns(), key.options().include());
            case Constraint.Unique key -> both(key.columns(), key.options().include());
            case Constraint.Exclusion exclusion ->
                both(
                        ofKeys(exclusion.keys(), exclusion.predicate(), columnsOfTable),
                        exclusion.options().include());
            case Constraint.ForeignKey key -> key.columns();
            case Constraint.Check check -> Mentioned.columns(check.condition(), columnsOfTable);
        };
    }

    private static List<Need> ofObject(DatabaseObject object) {
        return switch (object) {
            case EnumType ignored -> List.of();
            case Collation ignored -> List.of();
            case DomainType domain -> ofDomain(domain);
            case CompositeType type -> type.attributes().stream().flatMap(it -> ofAttribute(it).stream()).toList();
            case RangeType range -> ofRange(range);
            case Sequence sequence -> ofSequence(sequence);
            case Function function -> RoutineNeeds.of(function);
            case Aggregate aggregate -> RoutineNeeds.of(aggregate);
            case UserOperator operator -> OperatorNeeds.of(operator);
            case Cast cast -> OperatorNeeds.of(cast);
            case Statistics statistics -> QueryNeeds.of(statistics);
            case TextSearchDictionary dictionary -> TextSearchNeeds.of(dictionary);
            case TextSearchConfiguration configuration -> TextSearchNeeds.of(configuration);
            case Supplement said -> SupplementNeeds.of(said);
            case NamedQuery view -> QueryNeeds.of(view);
        };
    }

    private static List<Need> ofDomain(DomainType domain) {
        List<Need> needs = new ArrayList<>(ofType(domain.base()));
        needs.addAll(ofCollation(domain.collation()));
        needs.addAll(Mentioned.objects(domain.defaultValue()));
        domain.base().createdName().ifPresent(base -> needs.add(new Need.OfCast(base)));
        domain.checks().forEach(check -> needs.addAll(Mentioned.objects(check.condition())));
        return needs;
    }

    private static List<Need> ofAttribute(CompositeType.Attribute attribute) {
        List<Need> needs = new ArrayList<>(ofType(attribute.type()));
        needs.addAll(ofCollation(attribute.collation()));
        return needs;
    }

    private static List<Need> ofRange(RangeType range) {
        List<Need> needs = new ArrayList<>(ofType(range.subtype()));
        needs.addAll(ofCollation(range.collation()));
        if (range.subtypeDiff() != null) {
            needs.add(new Need.OfRoutine(range.subtypeDiff()));
        }
        return needs;
    }

    static List<Need> ofCollation(@Nullable QualifiedName name) {
        return name == null
                ? List.of()
                : List.of(new Need.OfObject(new ObjectName(ObjectName.Catalog.COLLATION, name)));
    }

    private static List<Need> ofSequence(Sequence sequence) {
        Sequence.Owner owner = sequence.owner();
        return owner == null
                ? List.of()
                : List.of(Need.ofTable(owner.table()), new Need.OfColumn(owner.table(), owner.column()));
    }

    static List<Need> ofColumn(Column column) {
        List<Need> needs = new ArrayList<>(ofType(column.type()));
        needs.addAll(ofCollation(column.collation()));
        needs.addAll(Mentioned.objects(column.defaultValue()));
        if (column.defaultValue() != null) {
            column.type().createdName().ifPresent(type -> needs.add(new Need.OfCast(type)));
        }
        if (column.generation() instanceof Generation.Computed computed) {
            needs.addAll(Mentioned.objects(computed.expression()));
        }
        if (column.type() instanceof ColumnType.Named type
                && column.defaultValue() instanceof Expression.StringLiteral label) {
            needs.add(new Need.OfLabel(type.name(), label.value()));
        }
        return needs;
    }

    private static List<Need> ofConstraint(
            QualifiedName table, Constraint constraint, Iterable<String> columnsOfTable) {
        List<Need> needs = new ArrayList<>();
        needs.add(Need.ofTable(table));
        columns(constraint, columnsOfTable).forEach(column -> needs.add(new Need.OfColumn(table, column)));
        switch (constraint) {
            case Constraint.ForeignKey key -> {
                needs.add(Need.ofTable(key.target()));
                key.targetColumns().forEach(column -> needs.add(new Need.OfColumn(key.target(), column)));
                needs.add(new Need.OfKey(key.target(), Set.copyOf(key.targetColumns())));
            }
            case Constraint.Check check -> needs.addAll(Mentioned.objects(check.condition()));
            case Constraint.Exclusion exclusion -> needs.addAll(ofExclusion(exclusion));
            case Constraint.PrimaryKey ignored -> {}
            case Constraint.Unique ignored -> {}
        }
        return needs;
    }

    static List<Need> ofExclusion(Constraint.Exclusion exclusion) {
        List<Need> needs = new ArrayList<>(objects(exclusion.keys(), exclusion.predicate()));
        exclusion.extensions().forEach(extension -> needs.add(new Need.OfExtension(extension)));
        exclusion.elements().forEach(element -> needs.addAll(OperatorNeeds.of(element.operator())));
        return needs;
    }

    private static List<Need> ofTrigger(CreateTrigger created, Iterable<String> columnsOfTable) {
        Trigger trigger = created.trigger();
        List<Need> needs =
                new ArrayList<>(List.of(Need.ofTable(created.table()), Need.ofRoutine(trigger.function())));
        if (trigger.constraint() != null && trigger.constraint().from() != null) {
            needs.add(Need.ofTable(trigger.constraint().from()));
        }
        needs.addAll(Mentioned.objects(trigger.condition()));
        List<String> columns = new ArrayList<>(trigger.updateOf());
        columns.addAll(Mentioned.columns(trigger.condition(), columnsOfTable));
        columns.forEach(column -> needs.add(new Need.OfColumn(created.table(), column)));
        return needs;
    }

    private static List<Need> ofIndex(CreateIndex created, Iterable<String> columnsOfTable) {
        Index index = created.index();
        List<Need> needs = new ArrayList<>(List.of(Need.ofTable(created.table())));
        needs.addAll(objects(index.keys(), index.predicate()));
        both(ofKeys(index.keys(), index.predicate(), columnsOfTable), index.include())
                .forEach(column -> needs.add(new Need.OfColumn(created.table(), column)));
        index.extensions().forEach(extension -> needs.add(new Need.OfExtension(extension)));
        return needs;
    }

    /** The columns of keys and of a predicate. */
    private static List<String> ofKeys(
            List<IndexKey> keys, @Nullable Expression predicate, Iterable<String> columnsOfTable) {
        List<String> columns = new ArrayList<>(Mentioned.columns(predicate, columnsOfTable));
        for (IndexKey key : keys) {
            switch (key.target()) {
                case IndexKey.Target.OfColumn column -> columns.add(column.name());
                case IndexKey.Target.OfExpression text ->
                    columns.addAll(Mentioned.columns(text.expression(), columnsOfTable));
            }
        }
        return columns;
    }

    /** What the expressions of keys and a predicate say they need. */
    static List<Need> objects(List<IndexKey> keys, @Nullable Expression predicate) {
        List<Need> needs = new ArrayList<>(Mentioned.objects(predicate));
        for (IndexKey key : keys) {
            if (key.target() instanceof IndexKey.Target.OfExpression text) {
                needs.addAll(Mentioned.objects(text.expression()));
            }
        }
        return needs;
    }

    private static List<String> both(List<String> columns, List<String> more) {
        return Stream.concat(columns.stream(), more.stream()).toList();
    }
}

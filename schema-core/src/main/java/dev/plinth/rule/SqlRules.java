package dev.plinth.rule;

import java.util.ArrayList;
import java.util.List;

/** Every rule of what PostgreSQL holds. */
final class SqlRules {

    private static final List<Rule> NAMES = List.of(
            new DuplicateTable(),
            new DuplicateName(),
            new RelationName(),
            new TypeName(),
            new IdentifierLength(),
            new ExtensionOptions(),
            new DottedName(),
            new SystemColumnName());
    /** What is wrong with one of these is said of a column, and where it was declared. */
    static final List<Rule> COLUMNS = List.of(
            new TableWidth(),
            new TypeModifiers(),
            new SerialType(),
            new DefaultValue(),
            new FrozenDefault(),
            new OneOfValues(),
            new EnumLabels(),
            new EnumValue(),
            new TypeParts(),
            new CollatableType(),
            new UnknownName(),
            new GeneratedColumn(),
            new SequenceBounds(),
            new SequenceOwner(),
            new UnknownSequence(),
            new BlankSql(),
            new RepeatedClause(),
            new EndlessSql());
    private static final List<Rule> KEYS = List.of(
            new UnknownColumn(),
            new RepeatedColumn(),
            new KeyLength(),
            new PrimaryKeyShape(),
            new UnresolvedReference(),
            new ForeignKeyColumnCount(),
            new ForeignKeyType(),
            new UnkeyedReference(),
            new OnDeleteColumns(),
            new RangeKey(),
            new ExclusionMethod(),
            new SetNullAction(),
            new SetDefaultAction());
    private static final List<Rule> INDEXES_AND_TRIGGERS = List.of(
            new IndexCapability(),
            new IndexMethodFit(),
            new IndexParameters(),
            new DuplicateIndex(),
            new TriggerShape(),
            new TriggerCondition(),
            new TriggerColumn(),
            new TransitionTable(),
            new ConstraintTrigger(),
            new TriggerFunction(),
            new FunctionBody(),
            new RoutineArguments(),
            new AggregateOptions(),
            new ObjectConflict(),
            new CommentText(),
            new PolicyClauses(),
            new RowSecurityUse(),
            new RoleName(),
            new PrivilegeFit(),
            new OperatorSymbol(),
            new StatisticsShape(),
            new TextSearchOptions(),
            new TextSearchMappings(),
            new UnqualifiedConfiguration(),
            new UnknownTarget(),
            new UnknownDependency(),
            new ViewQuery(),
            new ViewCycle(),
            new ViewTrigger(),
            new RuleShape(),
            new UnqualifiedRelation());
    private static final List<Rule> TABLES = List.of(
            new PartitionKey(),
            new PartitionedTable(),
            new PartitionParent(),
            new PartitionValues(),
            new PartitionUniqueness(),
            new InheritedTable(),
            new TableParameters(),
            new ColumnStorage(),
            new MarkedIndex());

    /** Names, columns, keys, indexes, triggers and what is no table, partitions and storage. */
    static final List<Rule> ALL = all();

    private SqlRules() {}

    private static List<Rule> all() {
        List<Rule> rules = new ArrayList<>(NAMES);
        rules.addAll(COLUMNS);
        rules.addAll(KEYS);
        rules.addAll(INDEXES_AND_TRIGGERS);
        rules.addAll(TABLES);
        return List.copyOf(rules);
    }
}

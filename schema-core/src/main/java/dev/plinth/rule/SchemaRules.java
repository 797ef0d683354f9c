package dev.plinth.rule;

import dev.plinth.model.Schema;
import dev.plinth.model.sql.ColumnOptions;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every rule there is. */
public final class SchemaRules {

    private static final List<Rule> NAMES = List.of(
            new DuplicateTable(),
            new DuplicateName(),
            new RelationName(),
            new TypeName(),
            new IdentifierLength(),
            new ExtensionOptions(),
            new DottedName(),
            new SystemColumnName());
    private static final List<Rule> COLUMNS = List.of(
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
    private static final List<Rule> DYNAMO = List.of(
            new DuplicateDynamoTable(),
            new DynamoName(),
            new AttributeName(),
            new DuplicateAttribute(),
            new KeySize(),
            new RepeatedKeyAttribute(),
            new UndeclaredKeyAttribute(),
            new KeyAttributeType(),
            new GlobalIndexCount(),
            new LocalIndexCount(),
            new LocalIndexWithoutSortKey(),
            new VectorIndexCount(),
            new VectorIndexBilling(),
            new VectorDimensions(),
            new VectorFilterCount(),
            new VectorAttributeType(),
            new DuplicateDynamoIndex(),
            new RedundantLocalIndex(),
            new RedundantGlobalIndex(),
            new ProjectionSize(),
            new ProjectedKey());
    private static final List<Rule> DYNAMO_CAPACITY = List.of(
            new ProvisionedThroughput(),
            new AutoScalingRange(),
            new OnDemandMaximum(),
            new WarmThroughputMinimum(),
            new DynamoTableCount(),
            new AccountThroughput());
    private static final List<Rule> DYNAMO_SETTINGS = List.of(
            new EncryptionKey(),
            new TimeToLiveType(),
            new TimeToLiveKey(),
            new RecoveryPeriod(),
            new TagCount(),
            new TagText(),
            new DuplicateTag(),
            new ResourcePolicySize(),
            new ResourcePolicySyntax(),
            new KinesisDestinationCount(),
            new KinesisStream(),
            new ReplicaRegion(),
            new ReplicaKey(),
            new ReplicaStream(),
            new ReplicaScaling(),
            new StrongConsistency());

    private static final List<Rule> TENANTS =
            List.of(new NothingForTenants(), new SharedNeedsTenant(), new NamespaceInText());

    private SchemaRules() {}

    /** Errors and warnings of all rules, sorted by subject. */
    public static List<Problem> check(Schema schema) {
        Set<String> inherited = inheritedColumns(schema);
        return all().stream()
                .flatMap(rule -> rule.check(schema)
                        .filter(problem -> !COLUMNS.contains(rule) || !inherited.contains(problem.subject())))
                .sorted()
                .toList();
    }

    /** What is wrong with a column that is inherited is said where it is declared. */
    private static Set<String> inheritedColumns(Schema schema) {
        return schema.tables().stream()
                .flatMap(table -> table.columns().stream()
                        .filter(column -> column.options().origin() == ColumnOptions.Origin.INHERITED)
                        .map(column -> TableRule.part(table, column.name())))
                .collect(Collectors.toSet());
    }

    /** What {@link #check} finds that is no error. */
    public static List<Problem> warnings(Schema schema) {
        return check(schema).stream().filter(problem -> problem.severity() == Severity.WARNING).toList();
    }

    /** What stands against applying a schema to many namespaces, sorted by subject; see {@link Schema#inNamespace}. */
    public static List<Problem> checkForTenants(Schema schema) {
        return TENANTS.stream().flatMap(rule -> rule.check(schema)).sorted().toList();
    }

    /** The rules: names, columns, keys, indexes and triggers, partitions and storage, DynamoDB. */
    public static List<Rule> all() {
        return Stream.of(NAMES, COLUMNS, KEYS, INDEXES_AND_TRIGGERS, TABLES, DYNAMO, DYNAMO_CAPACITY, DYNAMO_SETTINGS)
                .flatMap(List::stream)
                .toList();
    }
}

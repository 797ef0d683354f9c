package dev.plinth.rule;

import java.util.List;
import java.util.stream.Stream;

/** Every rule of what DynamoDB holds. */
final class DynamoRules {

    private static final List<Rule> TABLES = List.of(
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
    private static final List<Rule> CAPACITY = List.of(
            new ProvisionedThroughput(),
            new AutoScalingRange(),
            new OnDemandMaximum(),
            new WarmThroughputMinimum(),
            new DynamoTableCount(),
            new AccountThroughput());
    private static final List<Rule> SETTINGS = List.of(
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

    /** Tables with their keys and indexes, capacity, settings. */
    static final List<Rule> ALL =
            Stream.of(TABLES, CAPACITY, SETTINGS).flatMap(List::stream).toList();

    private DynamoRules() {}
}

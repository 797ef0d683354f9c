package dev.plinth.diff;

import dev.plinth.model.dynamo.ContributorInsights;
import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.model.dynamo.GlobalIndex;
import dev.plinth.model.dynamo.KinesisDestination;
import dev.plinth.model.dynamo.OnDemandThroughput;
import dev.plinth.model.dynamo.PointInTimeRecovery;
import dev.plinth.model.dynamo.Replication;
import dev.plinth.model.dynamo.ScalingRange;
import dev.plinth.model.dynamo.StreamView;
import dev.plinth.model.dynamo.Tag;
import dev.plinth.model.dynamo.VectorIndex;
import dev.plinth.model.dynamo.WarmThroughput;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An addition to DynamoDB. */
public sealed interface DynamoChange extends Change {

    /** The logical name of the table. */
    String table();

    /** CreateTable with everything that it can carry. */
    record CreateDynamoTable(DynamoTable definition) implements DynamoChange {
        @Override
        public String table() {
            return definition.name();
        }

        @Override
        public Subject subject() {
            return Subject.of(ObjectKind.DYNAMODB_TABLE, definition.name());
        }
    }

    /** UpdateTable that creates one global secondary index. */
    record AddGlobalIndex(DynamoTable definition, GlobalIndex index) implements DynamoChange {
        @Override
        public String table() {
            return definition.name();
        }

        @Override
        public Subject subject() {
            return Subject.on(ObjectKind.GLOBAL_INDEX, index.name(), definition.name());
        }
    }

    /** UpdateTable that creates one vector index. */
    record AddVectorIndex(DynamoTable definition, VectorIndex index) implements DynamoChange {
        @Override
        public String table() {
            return definition.name();
        }

        @Override
        public Subject subject() {
            return Subject.on(ObjectKind.VECTOR_INDEX, index.name(), definition.name());
        }
    }

    /** TagResource with the tags whose keys the table does not have. */
    record AddTags(String table, List<Tag> tags) implements DynamoChange {
        public AddTags {
            tags = List.copyOf(tags);
        }

        @Override
        public Subject subject() {
            return Subject.of(ObjectKind.TAGS, table);
        }
    }

    /** UpdateTimeToLive. */
    record EnableTimeToLive(String table, String attribute) implements DynamoChange {
        @Override
        public Subject subject() {
            return Subject.of(ObjectKind.TIME_TO_LIVE, table);
        }
    }

    /** UpdateContinuousBackups that enables point-in-time recovery. */
    record EnablePointInTimeRecovery(String table, PointInTimeRecovery recovery) implements DynamoChange {
        @Override
        public Subject subject() {
            return Subject.of(ObjectKind.POINT_IN_TIME_RECOVERY, table);
        }
    }

    /** PutResourcePolicy on a table that has none. */
    record PutResourcePolicy(String table, String policy) implements DynamoChange {
        @Override
        public Subject subject() {
            return Subject.of(ObjectKind.RESOURCE_POLICY, table);
        }
    }

    /** UpdateTable that enables a stream. */
    record EnableStream(String table, StreamView view) implements DynamoChange {
        @Override
        public Subject subject() {
            return Subject.of(ObjectKind.STREAM, table);
        }
    }

    /** EnableKinesisStreamingDestination. */
    record EnableKinesisDestination(String table, KinesisDestination destination) implements DynamoChange {
        @Override
        public Subject subject() {
            return Subject.on(ObjectKind.KINESIS_DESTINATION, destination.streamArn(), table);
        }
    }

    /**
     * UpdateContributorInsights.
     *
     * @param index absent for the table itself
     */
    record EnableContributorInsights(String table, @Nullable String index, ContributorInsights mode)
            implements DynamoChange {
        @Override
        public Subject subject() {
            return DynamoSubjects.of(ObjectKind.CONTRIBUTOR_INSIGHTS, table, index);
        }
    }

    /** UpdateTable that protects a table from being deleted. */
    record EnableDeletionProtection(String table) implements DynamoChange {
        @Override
        public Subject subject() {
            return Subject.of(ObjectKind.DELETION_PROTECTION, table);
        }
    }

    /**
     * UpdateTable that raises the warm throughput.
     *
     * @param index absent for the table itself
     */
    record RaiseWarmThroughput(String table, @Nullable String index, WarmThroughput throughput)
            implements DynamoChange {
        @Override
        public Subject subject() {
            return DynamoSubjects.of(ObjectKind.WARM_THROUGHPUT, table, index);
        }
    }

    /**
     * UpdateTable that sets a maximum where there is none.
     *
     * @param index absent for the table itself
     */
    record LimitOnDemandThroughput(String table, @Nullable String index, OnDemandThroughput throughput)
            implements DynamoChange {
        @Override
        public Subject subject() {
            return DynamoSubjects.of(ObjectKind.ON_DEMAND_THROUGHPUT, table, index);
        }
    }

    /**
     * RegisterScalableTarget and PutScalingPolicy of Application Auto Scaling.
     *
     * @param index absent for the table itself
     */
    record RegisterAutoScaling(String table, @Nullable String index, ScalingDimension dimension, ScalingRange range)
            implements DynamoChange {
        @Override
        public Subject subject() {
            String owner = index == null ? "on " + table : DynamoSubjects.name(table, index);
            return new Subject(ObjectKind.AUTO_SCALING, "of " + dimension.words() + " " + owner);
        }
    }

    /** UpdateTable that adds replicas: one with eventual consistency, all at once (and the witness) with strong. */
    record AddReplicas(String table, Replication replicas) implements DynamoChange {
        @Override
        public Subject subject() {
            String regions = String.join(", ", DynamoSubjects.regions(replicas));
            return Subject.on(ObjectKind.REPLICAS, regions, table);
        }
    }
}

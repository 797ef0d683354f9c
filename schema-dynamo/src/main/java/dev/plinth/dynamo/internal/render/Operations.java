package dev.plinth.dynamo.internal.render;

import dev.plinth.diff.DynamoChange;
import dev.plinth.diff.DynamoChange.AddGlobalIndex;
import dev.plinth.diff.DynamoChange.AddReplicas;
import dev.plinth.diff.DynamoChange.AddTags;
import dev.plinth.diff.DynamoChange.AddVectorIndex;
import dev.plinth.diff.DynamoChange.CreateDynamoTable;
import dev.plinth.diff.DynamoChange.EnableContributorInsights;
import dev.plinth.diff.DynamoChange.EnableDeletionProtection;
import dev.plinth.diff.DynamoChange.EnableKinesisDestination;
import dev.plinth.diff.DynamoChange.EnablePointInTimeRecovery;
import dev.plinth.diff.DynamoChange.EnableStream;
import dev.plinth.diff.DynamoChange.EnableTimeToLive;
import dev.plinth.diff.DynamoChange.LimitOnDemandThroughput;
import dev.plinth.diff.DynamoChange.PutResourcePolicy;
import dev.plinth.diff.DynamoChange.RaiseWarmThroughput;
import dev.plinth.diff.DynamoChange.RegisterAutoScaling;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The operations of the API that make additions, as IAM policies and the command line name them. */
public final class Operations {

    private static final String UPDATE_TABLE = "UpdateTable";

    private Operations() {}

    /** {@code CreateTable}, {@code UpdateTimeToLive}, ... */
    public static String of(DynamoChange change) {
        return switch (change) {
            case CreateDynamoTable create -> "CreateTable";
            case AddGlobalIndex index -> UPDATE_TABLE;
            case AddVectorIndex index -> UPDATE_TABLE;
            case EnableStream stream -> UPDATE_TABLE;
            case EnableDeletionProtection protection -> UPDATE_TABLE;
            case RaiseWarmThroughput throughput -> UPDATE_TABLE;
            case LimitOnDemandThroughput throughput -> UPDATE_TABLE;
            case AddReplicas replicas -> UPDATE_TABLE;
            case AddTags tags -> "TagResource";
            case EnableTimeToLive timeToLive -> "UpdateTimeToLive";
            case EnablePointInTimeRecovery recovery -> "UpdateContinuousBackups";
            case PutResourcePolicy policy -> "PutResourcePolicy";
            case EnableKinesisDestination destination -> "EnableKinesisStreamingDestination";
            case EnableContributorInsights insights -> "UpdateContributorInsights";
            case RegisterAutoScaling scaling -> "RegisterScalableTarget";
        };
    }

    /** The command of the AWS command line: {@code create-table}, {@code update-time-to-live}, ... */
    public static String command(DynamoChange change) {
        return Stream.of(of(change).split("(?=[A-Z])", -1))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .collect(Collectors.joining("-"));
    }

    /** The part of the table that the operation is about, where it alone does not tell; empty where it does. */
    public static Optional<String> part(DynamoChange change) {
        return switch (change) {
            case AddGlobalIndex index -> Optional.of(index.index().name());
            case AddVectorIndex index -> Optional.of(index.index().name());
            case EnableContributorInsights insights -> Optional.ofNullable(insights.index());
            case RaiseWarmThroughput throughput ->
                Optional.of(Stream.concat(Stream.ofNullable(throughput.index()), Stream.of("warm-throughput"))
                        .collect(Collectors.joining(".")));
            case LimitOnDemandThroughput throughput ->
                Optional.of(Stream.concat(Stream.ofNullable(throughput.index()), Stream.of("on-demand-throughput"))
                        .collect(Collectors.joining(".")));
            case RegisterAutoScaling scaling ->
                Optional.of(Stream.concat(
                        Stream.ofNullable(scaling.index()), Stream.of(scaling.dimension().words()))
                        .collect(Collectors.joining(".")));
            case EnableStream stream -> Optional.of("stream");
            case EnableDeletionProtection protection -> Optional.of("deletion-protection");
            case AddReplicas replicas ->
                Optional.of(Stream.concat(
                        replicas.replicas().replicas().stream().map(replica -> replica.region()),
                        Stream.ofNullable(replicas.replicas().witness()))
                        .collect(Collectors.joining("-")));
            case EnableKinesisDestination destination -> {
                String arn = destination.destination().streamArn();
                yield Optional.of(arn.substring(arn.lastIndexOf('/') + 1));
            }
            case CreateDynamoTable create -> Optional.empty();
            case AddTags tags -> Optional.empty();
            case EnableTimeToLive timeToLive -> Optional.empty();
            case EnablePointInTimeRecovery recovery -> Optional.empty();
            case PutResourcePolicy policy -> Optional.empty();
        };
    }

    /** The same for messages: {@code  for index by-user}. */
    public static String object(DynamoChange change) {
        return switch (change) {
            case AddGlobalIndex index -> " for index " + index.index().name();
            case AddVectorIndex index -> " for index " + index.index().name();
            default -> part(change).map(part -> " for " + part).orElse("");
        };
    }
}

package dev.plinth.dynamo.internal.inspect;

import dev.plinth.diff.LiveDynamoTable;
import dev.plinth.diff.LiveEncryption;
import dev.plinth.diff.LiveGlobalIndex;
import dev.plinth.diff.LiveReplication;
import dev.plinth.diff.LiveScaling;
import dev.plinth.diff.LiveSettings;
import dev.plinth.diff.LiveValue;
import dev.plinth.dynamo.internal.inspect.Capabilities.Feature;
import dev.plinth.dynamo.internal.inspect.Observed.Contents;
import dev.plinth.model.dynamo.ContributorInsights;
import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.model.dynamo.GlobalIndex;
import dev.plinth.model.dynamo.StreamView;
import dev.plinth.model.dynamo.TableClass;
import dev.plinth.model.dynamo.WarmThroughput;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.SSEDescription;
import software.amazon.awssdk.services.dynamodb.model.SSEStatus;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;

/** Looks at a declared table: one DescribeTable, and one call more for each declared part that it does not tell of. */
public record TableReader(DynamoDbClient client, DynamoTable declared, String tableName) {

    private static final int REGION_OF_ARN = 3;

    /**
     * Looks now; no call takes longer than {@code time}.
     *
     * @throws software.amazon.awssdk.core.exception.SdkException as the SDK throws it
     */
    public Observed read(Duration time) {
        try {
            TableDescription table = client.describeTable(
                    DescribeTableRequest.builder()
                            .tableName(tableName)
                            .overrideConfiguration(call -> call.apiCallTimeout(time))
                            .build())
                    .table();
            return present(table, time);
        } catch (ResourceNotFoundException absent) {
            return new Observed.Absent();
        }
    }

    /** Whether the table holds items: reads one at most. */
    public Contents contents(Duration time) {
        try {
            return client.scan(scan -> scan.tableName(tableName)
                    .limit(1)
                    .consistentRead(true)
                    .overrideConfiguration(call -> call.apiCallTimeout(time)))
                    .items()
                    .isEmpty() ? Contents.NONE : Contents.SOME;
        } catch (DynamoDbException refused) {
            return Contents.UNKNOWN;
        }
    }

    private Observed present(TableDescription table, Duration time) {
        String arn = Objects.toString(table.tableArn(), "");
        Capabilities capabilities = Capabilities.of(arn);
        boolean answers = switch (LiveTables.status(table)) {
            case ACTIVE, UPDATING, UNKNOWN -> true;
            case CREATING, DELETING, INACCESSIBLE_ENCRYPTION_CREDENTIALS, ARCHIVING, ARCHIVED,
                    REPLICATION_NOT_AUTHORIZED ->
                false;
        };
        CompanionReader companions =
                new CompanionReader(client, declared, tableName, arn, capabilities, answers, time);
        LiveDynamoTable live = LiveTables.live(
                declared.name(),
                table,
                table.globalSecondaryIndexes().stream().map(index -> index(index, table, companions)).toList(),
                settings(table, capabilities, companions));
        return new Observed.Present(
                live,
                Objects.toString(table.tableId(), ""),
                arn,
                Objects.toString(table.tableStatusAsString(), ""),
                Contents.NOT_ASKED);
    }

    private LiveGlobalIndex index(
            GlobalSecondaryIndexDescription index, TableDescription table, CompanionReader companions) {
        ContributorInsights wanted = declared.globalIndexes().stream()
                .filter(other -> other.name().equals(index.indexName()))
                .findFirst()
                .map(GlobalIndex::contributorInsights)
                .orElse(null);
        var stage = LiveIndexes.stage(index.indexStatus(), index.backfilling());
        return new LiveGlobalIndex(
                LiveIndexes.global(index, LiveTables.isPaidPerRequest(table)),
                stage,
                stage.isReady() || wanted == null
                        ? companions.contributorInsights(index.indexName(), wanted)
                        : new LiveValue.Absent<>());
    }

    private LiveSettings settings(TableDescription table, Capabilities capabilities, CompanionReader companions) {
        return new LiveSettings(
                encryption(table, capabilities),
                stream(table),
                tableClass(table, capabilities),
                LiveValue.of(Optional.ofNullable(table.deletionProtectionEnabled())),
                warmThroughput(table),
                companions.timeToLive(),
                companions.pointInTimeRecovery(),
                companions.tags(),
                companions.resourcePolicy(),
                companions.contributorInsights(null, declared.settings().contributorInsights()),
                companions.kinesisDestinations(),
                replication(table, capabilities),
                scaling());
    }

    /** No description, or a disabled one, stands for a key that AWS owns. */
    private static LiveEncryption encryption(TableDescription table, Capabilities capabilities) {
        if (!capabilities.offers(Feature.ENCRYPTION)) {
            return new LiveEncryption.NotReported();
        }
        SSEDescription encryption = table.sseDescription();
        boolean off = encryption == null || encryption.status() == SSEStatus.DISABLED
                || encryption.status() == SSEStatus.DISABLING;
        return off
                ? new LiveEncryption.AwsOwned()
                : new LiveEncryption.AccountKey(Objects.toString(encryption.kmsMasterKeyArn(), "of the account"));
    }

    private static LiveValue<StreamView> stream(TableDescription table) {
        StreamSpecification stream = table.streamSpecification();
        if (stream == null || !Boolean.TRUE.equals(stream.streamEnabled())) {
            return new LiveValue.Absent<>();
        }
        return Stream.of(StreamView.values())
                .filter(view -> view.name().equals(stream.streamViewTypeAsString()))
                .findFirst()
                .<LiveValue<StreamView>>map(LiveValue.Present::new)
                .orElseGet(() -> new LiveValue.Unreadable<>("its stream has the view type "
                        + stream.streamViewTypeAsString() + ", which this version does not know"));
    }

    /** A raise takes minutes, in which the table is ACTIVE. */
    private static LiveValue<WarmThroughput> warmThroughput(TableDescription table) {
        WarmThroughput warm = LiveCapacity.warm(table.warmThroughput());
        if (warm == null) {
            return new LiveValue.Absent<>();
        }
        return table.warmThroughput().status() == TableStatus.UPDATING
                ? new LiveValue.Arriving<>(warm)
                : new LiveValue.Present<>(warm);
    }

    /** A table without a summary is of the standard class. */
    private static LiveValue<TableClass> tableClass(TableDescription table, Capabilities capabilities) {
        if (!capabilities.offers(Feature.TABLE_CLASS)) {
            return new LiveValue.NotOffered<>(capabilities.refusal(Feature.TABLE_CLASS));
        }
        boolean infrequent = table.tableClassSummary() != null
                && TableClass.STANDARD_INFREQUENT_ACCESS.name().equals(table.tableClassSummary().tableClassAsString());
        return new LiveValue.Present<>(infrequent ? TableClass.STANDARD_INFREQUENT_ACCESS : TableClass.STANDARD);
    }

    private LiveValue<LiveReplication> replication(TableDescription table, Capabilities capabilities) {
        if (declared.settings().replication().isNone()) {
            return new LiveValue.NotAsked<>();
        }
        if (!capabilities.offers(Feature.REPLICAS)) {
            return new LiveValue.NotOffered<>(capabilities.refusal(Feature.REPLICAS));
        }
        String[] arn = Objects.toString(table.tableArn(), "").split(":", -1);
        String region = arn.length > REGION_OF_ARN ? arn[REGION_OF_ARN] : "";
        return new LiveValue.Present<>(LiveReplicas.of(table, region));
    }

    /** Another service than DynamoDB knows it. */
    private LiveValue<List<LiveScaling>> scaling() {
        return new LiveValue.NotOffered<>(
                "Plinth does not call Application Auto Scaling: send the two requests of this step once, if nobody has");
    }
}

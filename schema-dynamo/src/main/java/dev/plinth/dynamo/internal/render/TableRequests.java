package dev.plinth.dynamo.internal.render;

import dev.plinth.diff.Change.AddGlobalIndex;
import dev.plinth.diff.Change.CreateDynamoTable;
import dev.plinth.diff.Change.DynamoChange;
import dev.plinth.diff.Change.EnablePointInTimeRecovery;
import dev.plinth.model.dynamo.Billing;
import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.model.dynamo.Encryption;
import dev.plinth.model.dynamo.GlobalIndex;
import dev.plinth.model.dynamo.KeySchema;
import dev.plinth.model.dynamo.Throughput;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexUpdate;
import software.amazon.awssdk.services.dynamodb.model.SSESpecification;
import software.amazon.awssdk.services.dynamodb.model.SSEType;
import software.amazon.awssdk.services.dynamodb.model.UpdateContinuousBackupsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableRequest;

/** The request that makes an addition. There is one for each kind of addition, and none that takes anything away. */
public final class TableRequests {

    private TableRequests() {}

    /** The request for a change of the table that is called {@code tableName} in the account. */
    public static DynamoDbRequest of(DynamoChange change, String tableName) {
        return switch (change) {
            case CreateDynamoTable(DynamoTable table) -> createTable(table, tableName);
            case AddGlobalIndex(DynamoTable table, GlobalIndex index) -> addIndex(table, index, tableName);
            case EnablePointInTimeRecovery recovery -> enableRecovery(tableName);
        };
    }

    /** CreateTable with everything that it can carry: an index that is added later takes minutes instead of seconds. */
    public static CreateTableRequest createTable(DynamoTable table, String tableName) {
        CreateTableRequest.Builder request = CreateTableRequest.builder()
                .tableName(tableName)
                .attributeDefinitions(KeyElements.definitions(table, keys(table)))
                .keySchema(KeyElements.of(table.key()));
        if (!table.globalIndexes().isEmpty()) {
            // an empty list would be refused
            request.globalSecondaryIndexes(
                    table.globalIndexes().stream().map(IndexElements::whole).toList());
        }
        bill(request, table.billing());
        if (table.encryption() == Encryption.AWS_MANAGED) {
            request.sseSpecification(SSESpecification.builder().enabled(true).sseType(SSEType.KMS).build());
        }
        return request.build();
    }

    /** UpdateTable with one index: DynamoDB takes one in a call, and one at a time. */
    public static UpdateTableRequest addIndex(DynamoTable table, GlobalIndex index, String tableName) {
        return UpdateTableRequest.builder()
                .tableName(tableName)
                .attributeDefinitions(KeyElements.definitions(table, Stream.of(index.key())))
                .globalSecondaryIndexUpdates(
                        GlobalSecondaryIndexUpdate.builder().create(IndexElements.addition(index)).build())
                .build();
    }

    /** UpdateContinuousBackups: nothing that CreateTable could carry. */
    public static UpdateContinuousBackupsRequest enableRecovery(String tableName) {
        return UpdateContinuousBackupsRequest.builder()
                .tableName(tableName)
                .pointInTimeRecoverySpecification(recovery -> recovery.pointInTimeRecoveryEnabled(true))
                .build();
    }

    private static void bill(CreateTableRequest.Builder request, Billing billing) {
        switch (billing) {
            case Billing.PayPerRequest() -> request.billingMode(BillingMode.PAY_PER_REQUEST);
            case Billing.Provisioned(Throughput throughput) ->
                request.billingMode(BillingMode.PROVISIONED).provisionedThroughput(IndexElements.of(throughput));
        }
    }

    private static Stream<KeySchema> keys(DynamoTable table) {
        List<GlobalIndex> indexes = table.globalIndexes();
        return Stream.concat(Stream.of(table.key()), indexes.stream().map(GlobalIndex::key));
    }
}

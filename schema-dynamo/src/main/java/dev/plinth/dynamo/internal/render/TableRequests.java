package dev.plinth.dynamo.internal.render;

import dev.plinth.model.dynamo.Billing;
import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.model.dynamo.GlobalIndex;
import dev.plinth.model.dynamo.KeySchema;
import dev.plinth.model.dynamo.TableSettings;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;

/** CreateTable with everything that it can carry: what is added later takes calls of its own, an index minutes. */
final class TableRequests {

    private TableRequests() {}

    static CreateTableRequest createTable(DynamoTable table, String tableName) {
        CreateTableRequest.Builder request = CreateTableRequest.builder()
                .tableName(tableName)
                .attributeDefinitions(KeyElements.definitions(table, keys(table)))
                .keySchema(KeyElements.of(table.key()));
        // an empty list would be refused
        if (!table.localIndexes().isEmpty()) {
            request.localSecondaryIndexes(table.localIndexes().stream()
                    .map(index -> IndexElements.local(table, index))
                    .toList());
        }
        if (!table.globalIndexes().isEmpty()) {
            request.globalSecondaryIndexes(
                    table.globalIndexes().stream().map(IndexElements::whole).toList());
        }
        VectorElements.addTo(request, table);
        bill(request, table.billing());
        set(request, table.settings());
        return request.build();
    }

    private static void bill(CreateTableRequest.Builder request, Billing billing) {
        switch (billing) {
            case Billing.PayPerRequest perRequest ->
                request.billingMode(BillingMode.PAY_PER_REQUEST)
                        .onDemandThroughput(CapacityElements.onDemand(perRequest.maximum()));
            case Billing.Provisioned provisioned ->
                request.billingMode(BillingMode.PROVISIONED)
                        .provisionedThroughput(CapacityElements.provisioned(provisioned.throughput()));
        }
    }

    private static void set(CreateTableRequest.Builder request, TableSettings settings) {
        request.warmThroughput(CapacityElements.warm(settings.warmThroughput()))
                .sseSpecification(SettingElements.encryption(settings.encryption()))
                .resourcePolicy(settings.resourcePolicy());
        if (settings.stream() != null) {
            request.streamSpecification(SettingElements.stream(settings.stream()));
        }
        if (settings.tableClass() != null) {
            request.tableClass(settings.tableClass().name());
        }
        if (settings.deletionProtection()) {
            request.deletionProtectionEnabled(true);
        }
        if (!settings.tags().isEmpty()) {
            request.tags(SettingElements.tags(settings.tags()));
        }
    }

    private static Stream<KeySchema> keys(DynamoTable table) {
        return Stream.of(
                Stream.of(table.key()),
                table.localIndexes().stream().map(table::keyOf),
                table.globalIndexes().stream().map(GlobalIndex::key),
                table.vectorIndexes().stream().map(KeyElements::searchKey))
                .flatMap(all -> all);
    }
}

package dev.plinth.dynamo;

import static dev.plinth.dsl.SchemaDsl.COSINE;
import static dev.plinth.dsl.SchemaDsl.EUCLIDEAN;
import static dev.plinth.dsl.SchemaDsl.dynamoTable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.Step;
import dev.plinth.StoreReport;
import dev.plinth.dynamo.internal.render.SdkMembers;
import dev.plinth.model.dynamo.DynamoTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbServiceClientConfiguration;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.CreateTableResponse;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableResponse;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableResponse;

/** Vector indexes: with an SDK that knows them, which the build adds for a run of its own, and with one that does not. */
class VectorIndexTest {

    private static DynamoTable photos(boolean second) {
        return dynamoTable("Photos", t -> {
            var album = t.string("album");
            t.partitionKey(t.string("id"));
            var picture = t.list("picture");
            t.vectorIndex("by-picture").vectorAttribute(picture, 1024).distanceFunction(COSINE).partitionKey(album)
                    .inlineFilter(t.number("year")).projectKeysOnly();
            if (second) {
                t.vectorIndex("by-caption").vectorAttribute(t.list("caption"), 256).distanceFunction(EUCLIDEAN);
            }
        });
    }

    @Test
    @Tag("older-sdk")
    void an_sdk_without_vector_indexes_is_named_before_anything_is_sent() {
        String message = "DynamoDB table Photos: it has vector indexes, and the AWS SDK on the class path does not know"
                + " them; use software.amazon.awssdk:dynamodb 2.51 or newer";

        assertThatThrownBy(() -> DynamoRequests.of().render(photos(false))).hasMessage(message);
        assertThatThrownBy(() -> DynamoStore.of(new Service()).apply(Tables.of(photos(false)), Tables.soon()))
                .hasMessage(message);
    }

    @Test
    @Tag("newer-sdk")
    void a_vector_index_comes_with_its_table() {
        assertThat(DynamoRequests.of().render(photos(false))).extracting(DynamoRequest::json).containsExactly("""
                {
                  "AttributeDefinitions": [
                    {
                      "AttributeName": "album",
                      "AttributeType": "S"
                    },
                    {
                      "AttributeName": "id",
                      "AttributeType": "S"
                    },
                    {
                      "AttributeName": "year",
                      "AttributeType": "N"
                    }
                  ],
                  "TableName": "Photos",
                  "KeySchema": [
                    {
                      "AttributeName": "id",
                      "KeyType": "HASH"
                    }
                  ],
                  "BillingMode": "PAY_PER_REQUEST",
                  "VectorIndexes": [
                    {
                      "IndexName": "by-picture",
                      "VectorAttribute": {
                        "AttributeName": "picture"
                      },
                      "SearchSchema": [
                        {
                          "AttributeName": "album",
                          "SearchSchemaElementType": "HASH"
                        },
                        {
                          "AttributeName": "year",
                          "SearchSchemaElementType": "INLINE_FILTER"
                        }
                      ],
                      "Projection": {
                        "ProjectionType": "KEYS_ONLY"
                      },
                      "Dimensions": 1024,
                      "DistanceFunction": "COSINE"
                    }
                  ]
                }
                """);
    }

    @Test
    @Tag("newer-sdk")
    void a_vector_index_is_added_to_a_table_and_then_found() {
        Service service = new Service();
        DynamoStore store = DynamoStore.of(service).inFlight(1);

        StoreReport first = store.apply(Tables.of(photos(false)), Tables.soon());
        StoreReport second = store.apply(Tables.of(photos(true)), Tables.soon());
        StoreReport third = store.apply(Tables.of(photos(true)), Tables.soon());

        assertThat(first.steps()).extracting(Step::describe).containsExactly("DynamoDB table Photos");
        assertThat(second.steps()).extracting(Step::describe).containsExactly("vector index by-caption on Photos");
        assertThat(second.steps()).extracting(Step::status).containsExactly(Step.Status.DONE);
        assertThat(second.drift()).isEmpty();
        assertThat(third.steps()).isEmpty();
        assertThat(service.calls).containsExactly("CreateTable", "UpdateTable");
    }

    /** A service that does at once what it is asked for. */
    private static final class Service implements DynamoDbClient {

        private final List<String> calls = new ArrayList<>();
        private final List<Object> vectors = new ArrayList<>();
        private CreateTableRequest created = CreateTableRequest.builder().build();

        @Override
        public CreateTableResponse createTable(CreateTableRequest request) {
            calls.add("CreateTable");
            created = request;
            SdkMembers.list(request, "VectorIndexes").forEach(index -> vectors.add(description(index)));
            return CreateTableResponse.builder().build();
        }

        @Override
        public UpdateTableResponse updateTable(UpdateTableRequest request) {
            calls.add("UpdateTable");
            SdkMembers.list(request, "VectorIndexUpdates").stream()
                    .map(update -> (SdkPojo) SdkMembers.get(update, "Create").orElseThrow())
                    .forEach(index -> vectors.add(description(index)));
            return UpdateTableResponse.builder().build();
        }

        @Override
        public DescribeTableResponse describeTable(DescribeTableRequest request) {
            if (created.tableName() == null) {
                throw ResourceNotFoundException.builder().message("no table").build();
            }
            TableDescription.Builder table = TableDescription.builder()
                    .tableName(created.tableName())
                    .tableStatus("ACTIVE")
                    .keySchema(created.keySchema())
                    .attributeDefinitions(created.attributeDefinitions())
                    .billingModeSummary(summary -> summary.billingMode(BillingMode.PAY_PER_REQUEST));
            SdkMembers.set(table, "VectorIndexes", vectors);
            return DescribeTableResponse.builder().table(table.build()).build();
        }

        @Override
        public ScanResponse scan(ScanRequest request) {
            return ScanResponse.builder().items(List.of()).build();
        }

        private static Object description(SdkPojo index) {
            Map<String, Object> members = new HashMap<>();
            index.sdkFields().forEach(field -> SdkMembers.get(index, field.memberName())
                    .ifPresent(value -> members.put(field.memberName(), value)));
            members.put("IndexStatus", "ACTIVE");
            return members;
        }

        @Override
        public DynamoDbServiceClientConfiguration serviceClientConfiguration() {
            return DynamoDbServiceClientConfiguration.builder().region(Region.EU_CENTRAL_1).build();
        }

        @Override
        public String serviceName() {
            return SERVICE_NAME;
        }

        @Override
        public void close() {}
    }
}

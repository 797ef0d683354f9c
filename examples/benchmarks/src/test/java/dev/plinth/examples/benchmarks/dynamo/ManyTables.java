package dev.plinth.examples.benchmarks.dynamo;

import static dev.plinth.dsl.SchemaDsl.dynamoTable;
import static dev.plinth.dsl.SchemaDsl.schema;

import dev.plinth.model.Schema;
import dev.plinth.model.dynamo.DynamoTable;
import java.util.List;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** The same tables with two global indexes each, once declared and once by hand. */
final class ManyTables {

    static final int COUNT = 100;

    private ManyTables() {}

    static Schema declared() {
        return schema("many", IntStream.range(0, COUNT).mapToObj(ManyTables::table).toArray(DynamoTable[]::new));
    }

    private static DynamoTable table(int number) {
        return dynamoTable(name(number), t -> {
            t.partitionKey(t.string("id"));
            t.globalIndex("by-user").partitionKey(t.string("user")).sortKey(t.string("at"));
            t.globalIndex("by-state").partitionKey(t.string("state")).projectKeysOnly();
        });
    }

    static List<String> names() {
        return IntStream.range(0, COUNT).mapToObj(ManyTables::name).toList();
    }

    private static String name(int number) {
        return "Table" + number;
    }

    /** One table after the other, each waited for, as in the SDK's own examples. */
    static void createByHand(DynamoDbClient client) {
        for (String name : names()) {
            client.createTable(request(name));
            client.waiter().waitUntilTableExists(wait -> wait.tableName(name));
        }
    }

    /** Looks at one table after the other. */
    static void lookByHand(DynamoDbClient client) {
        for (String name : names()) {
            client.describeTable(table -> table.tableName(name));
        }
    }

    private static CreateTableRequest request(String name) {
        return CreateTableRequest.builder()
                .tableName(name)
                .attributeDefinitions(attribute("id"), attribute("user"), attribute("at"), attribute("state"))
                .keySchema(key("id", KeyType.HASH))
                .globalSecondaryIndexes(
                        GlobalSecondaryIndex.builder()
                                .indexName("by-user")
                                .keySchema(key("user", KeyType.HASH), key("at", KeyType.RANGE))
                                .projection(projection -> projection.projectionType(ProjectionType.ALL))
                                .build(),
                        GlobalSecondaryIndex.builder()
                                .indexName("by-state")
                                .keySchema(key("state", KeyType.HASH))
                                .projection(projection -> projection.projectionType(ProjectionType.KEYS_ONLY))
                                .build())
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .build();
    }

    private static AttributeDefinition attribute(String name) {
        return AttributeDefinition.builder().attributeName(name).attributeType(ScalarAttributeType.S).build();
    }

    private static KeySchemaElement key(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }
}

package dev.plinth.test.dynamo;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.Tag;

/** What the service would refuse about a CreateTable, the fake refuses. */
class CreationRulesTest {

    static Stream<Arguments> requests() {
        return Stream.of(
                bad("1 validation error detected: Value 'no' at 'tableName'", to -> to.tableName("no")),
                bad("Invalid KeySchema", to -> to.keySchema(key("id", KeyType.RANGE))),
                bad("Invalid KeySchema",
                        to -> to.keySchema(key("id", KeyType.HASH), key("id", KeyType.RANGE))),
                bad("Some AttributeDefinitions are not used", to -> to.attributeDefinitions(type("id"), type("a"))),
                bad("Some index key attributes are not defined", to -> to.attributeDefinitions(type("a"))),
                bad("Cannot have two attributes", to -> to.attributeDefinitions(type("id"), type("id"))),
                bad("ProvisionedThroughput must be specified", to -> to.billingMode(BillingMode.PROVISIONED)),
                bad("ProvisionedThroughput must be specified", to -> to.billingMode((BillingMode) null)),
                bad("Neither ReadCapacityUnits nor WriteCapacityUnits",
                        to -> to.provisionedThroughput(of -> of.readCapacityUnits(1L).writeCapacityUnits(1L))),
                bad("MaxReadRequestUnits", to -> to.onDemandThroughput(of -> of.maxReadRequestUnits(0L))),
                bad("WarmThroughput", to -> to.warmThroughput(of -> of.readUnitsPerSecond(10L))),
                bad("List of GlobalSecondaryIndexes is empty", to -> to.globalSecondaryIndexes(
                        new GlobalSecondaryIndex[0])),
                bad("GlobalSecondaryIndex count", to -> to.globalSecondaryIndexes(
                        IntStream.range(0, 21).mapToObj(i -> index("index" + i)).toList())),
                bad("Duplicate index name: index", to -> to.globalSecondaryIndexes(index("index"), index("index"))),
                bad("Unknown ProjectionType", to -> to.globalSecondaryIndexes(
                        index("index").toBuilder().projection((Projection) null).build())),
                bad("ProjectionType is INCLUDE", to -> to.globalSecondaryIndexes(including(0))),
                bad("length less than or equal to 20", to -> to.globalSecondaryIndexes(including(21))),
                bad("does not have a range key", to -> to.localSecondaryIndexes(of -> of.indexName("local")
                        .keySchema(key("id", KeyType.HASH))
                        .projection(Projection.builder().projectionType(ProjectionType.ALL).build()))),
                bad("StreamViewType must be specified", to -> to.streamSpecification(of -> of.streamEnabled(true))),
                bad("SSEType has to be KMS", to -> to.sseSpecification(of -> of.enabled(true).sseType("AES256"))),
                bad("Tags", to -> to.tags(Tag.builder().key("aws:x").value("").build())),
                bad("larger than 20 KB", to -> to.resourcePolicy("x".repeat(20_481))));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void refuses(String text, Consumer<CreateTableRequest.Builder> words) {
        CreateTableRequest.Builder request = FakeDynamoDbTest.orders();
        words.accept(request);

        assertThatThrownBy(() -> new FakeDynamoDb(new VirtualClock()).createTable(request.build()))
                .hasMessageContaining(text);
    }

    private static Arguments bad(String text, Consumer<CreateTableRequest.Builder> words) {
        return Arguments.of(text, words);
    }

    private static KeySchemaElement key(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }

    private static AttributeDefinition type(String name) {
        return AttributeDefinition.builder().attributeName(name).attributeType(ScalarAttributeType.S).build();
    }

    private static GlobalSecondaryIndex index(String name) {
        return GlobalSecondaryIndex.builder()
                .indexName(name)
                .keySchema(key("id", KeyType.HASH))
                .projection(of -> of.projectionType(ProjectionType.ALL))
                .build();
    }

    private static GlobalSecondaryIndex including(int attributes) {
        return index("index").toBuilder()
                .projection(of -> of.projectionType(ProjectionType.INCLUDE)
                        .nonKeyAttributes(IntStream.range(0, attributes).mapToObj(i -> "n" + i).toList()))
                .build();
    }
}

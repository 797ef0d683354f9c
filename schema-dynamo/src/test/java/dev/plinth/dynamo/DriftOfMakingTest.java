package dev.plinth.dynamo;

import static dev.plinth.dsl.SchemaDsl.EUCLIDEAN;
import static dev.plinth.dsl.SchemaDsl.STRONG;
import static dev.plinth.dynamo.DriftByHandTest.Case.of;
import static dev.plinth.dynamo.DriftByHandTest.check;
import static dev.plinth.dynamo.DriftByHandTest.update;

import dev.plinth.dsl.DynamoTableBuilder;
import dev.plinth.dynamo.DriftByHandTest.Case;
import dev.plinth.dynamo.internal.apply.VectorUpdates;
import dev.plinth.model.dynamo.Encryption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** What is settled when a table or an index is made, made by hand in another way: the whole line says what differs. */
class DriftOfMakingTest {

    private static final String KEY = "11111111-2222-3333-4444-555555555555";

    /** Somebody deletes the table and makes another one of that name. */
    private static Consumer<DynamoDbClient> remake(Consumer<CreateTableRequest.Builder> with) {
        return client -> client.createTable(request -> with.accept(request.tableName("Orders")
                .billingMode(BillingMode.PAY_PER_REQUEST)));
    }

    private static void attribute(CreateTableRequest.Builder table, String name, ScalarAttributeType type) {
        List<AttributeDefinition> all = new ArrayList<>(table.build().attributeDefinitions());
        all.add(AttributeDefinition.builder().attributeName(name).attributeType(type).build());
        table.attributeDefinitions(all);
    }

    private static KeySchemaElement hash(String name) {
        return KeySchemaElement.builder().attributeName(name).keyType(KeyType.HASH).build();
    }

    private static KeySchemaElement range(String name) {
        return KeySchemaElement.builder().attributeName(name).keyType(KeyType.RANGE).build();
    }

    /** Tables that were made anew: what comes with a table or never. */
    static Stream<Case> remade() {
        Consumer<DynamoDbClient> delete = client -> client.deleteTable(gone -> gone.tableName("Orders"));
        return Stream.of(
                of("DynamoDB table Orders: key: schema says id string (HASH), store has id number (HASH), at string"
                        + " (RANGE); the key of a table cannot be changed: declare the table under a new name and copy"
                        + " the items, or make the schema say what is live", t -> {}, delete, remake(table -> {
                            attribute(table, "id", ScalarAttributeType.N);
                            attribute(table, "at", ScalarAttributeType.S);
                            table.keySchema(hash("id"), range("at"));
                        })),
                of("local index by-size on Orders: definition: schema says size (RANGE), ALL, store has"
                        + " nothing; a local index comes with its table or never: declare the table under a new name"
                        + " and copy the items, or make it a global index", DriftOfMakingTest::local, delete,
                        remake(DriftOfMakingTest::sorted)),
                of("local index by-size on Orders: key: schema says id string (HASH), size number (RANGE), store has id"
                        + " string (HASH), weight number (RANGE); a local index comes with its table or never: declare"
                        + " the table under a new name and copy the items, or make it a global index",
                        DriftOfMakingTest::local, delete, remake(table -> local(table, "weight", "ALL"))),
                of("local index by-size on Orders: projection: schema says ALL, store has KEYS_ONLY; a local index comes"
                        + " with its table or never: declare the table under a new name and copy the items, or make it"
                        + " a global index",
                        DriftOfMakingTest::local, delete, remake(table -> local(table, "size", "KEYS_ONLY"))),
                of("replicas Orders: consistency: schema says STRONG, store has EVENTUAL; consistency and regions of a"
                        + " global table with strong consistency are settled when it is made: declare the table under a"
                        + " new name and copy the items, or make the schema say what is live",
                        t -> t.multiRegionConsistency(STRONG).replica("eu-west-1").witness("eu-north-1"),
                        delete, remake(DriftOfMakingTest::plain), replica("eu-west-1", null)),
                of("replicas Orders: regions: schema says eu-west-1, witness eu-north-1, store has eu-west-1,"
                        + " eu-west-2; consistency and regions of a global table with strong consistency are settled"
                        + " when it is made: declare the table under a new name and copy the items, or make the schema"
                        + " say what is live",
                        t -> t.multiRegionConsistency(STRONG).replica("eu-west-1").witness("eu-north-1"),
                        delete, remake(DriftOfMakingTest::plain), update(to -> to
                                .multiRegionConsistency("STRONG")
                                .replicaUpdates(
                                        one -> one.create(region -> region.regionName("eu-west-1")),
                                        one -> one.create(region -> region.regionName("eu-west-2"))))),
                of("replicas eu-west-1 on Orders: key: schema says " + KEY + ", store has other; change the key with"
                        + " UpdateTable, or make the schema say what is live",
                        t -> t.encryption(new Encryption.CustomerManaged(KEY)).replica("eu-west-1", KEY),
                        update(to -> to.replicaUpdates(one -> one.delete(gone -> gone.regionName("eu-west-1")))),
                        replica("eu-west-1", "other")));
    }

    private static void local(DynamoTableBuilder t) {
        t.sortKey(t.string("at")).localIndex("by-size").sortKey(t.number("size"));
    }

    private static void plain(CreateTableRequest.Builder table) {
        attribute(table, "id", ScalarAttributeType.S);
        table.keySchema(hash("id"));
    }

    private static void sorted(CreateTableRequest.Builder table) {
        attribute(table, "id", ScalarAttributeType.S);
        attribute(table, "at", ScalarAttributeType.S);
        table.keySchema(hash("id"), range("at"));
    }

    private static void local(CreateTableRequest.Builder table, String sortKey, String projection) {
        sorted(table);
        attribute(table, sortKey, ScalarAttributeType.N);
        table.localSecondaryIndexes(index -> index.indexName("by-size")
                .keySchema(hash("id"), range(sortKey))
                .projection(to -> to.projectionType(projection)));
    }

    private static Consumer<DynamoDbClient> replica(String region, @Nullable String key) {
        return update(to -> to.replicaUpdates(
                one -> one.create(replica -> replica.regionName(region).kmsMasterKeyId(key))));
    }

    /** Vector indexes, where the SDK of the run knows them. */
    static Stream<Case> vectors() {
        return Stream.of(
                of("vector index alike on Orders: vector: schema says v, 3 dimensions, EUCLIDEAN, store has v, 8"
                        + " dimensions, EUCLIDEAN; an index cannot be changed: declare it under a new name, and delete"
                        + " this one once nothing reads it",
                        t -> t.vectorIndex("alike").vectorAttribute(t.list("v"), 3).distanceFunction(EUCLIDEAN),
                        client -> client.updateTable(VectorUpdates.delete("Orders", "alike")),
                        client -> client.updateTable(VectorUpdates.create("Orders", "alike", "v", 8))),
                of("vector index alike on Orders: projection: schema says KEYS_ONLY, store has ALL; an index cannot be"
                        + " changed: declare it under a new name, and delete this one once nothing reads it",
                        t -> t.vectorIndex("alike").vectorAttribute(t.list("v"), 3).distanceFunction(EUCLIDEAN)
                                .projectKeysOnly(),
                        client -> client.updateTable(VectorUpdates.delete("Orders", "alike")),
                        client -> client.updateTable(VectorUpdates.create("Orders", "alike", "v", 3))));
    }

    @ParameterizedTest
    @MethodSource("remade")
    void is_found_where_it_comes_with_the_table(Case one) {
        check(one);
    }

    @ParameterizedTest
    @Tag("newer-sdk")
    @MethodSource("vectors")
    void is_found_where_it_is_a_vector_index(Case one) {
        check(one);
    }
}

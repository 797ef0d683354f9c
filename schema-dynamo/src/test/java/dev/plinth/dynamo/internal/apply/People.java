package dev.plinth.dynamo.internal.apply;

import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.test.dynamo.FakeDynamoDb;
import dev.plinth.test.dynamo.VirtualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughput;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.Tag;

/** People at the console: they delete and add things while initializers are at work. */
final class People {

    private final FakeDynamoDb service;
    private final VirtualClock clock;
    private final Random random;
    private boolean gone;

    /** What people took away, once for each time, as the change that brings it back is called. */
    final List<String> undone = new ArrayList<>();

    People(FakeDynamoDb service, VirtualClock clock, Random random) {
        this.service = service;
        this.clock = clock;
        this.random = random;
    }

    /** Some walks are left in peace. */
    void arrange(List<DynamoTable> tables) {
        for (int i = random.nextInt(4); i > 0; i--) {
            String table = tables.get(random.nextInt(tables.size())).name();
            int what = random.nextInt(7);
            clock.at(Duration.ofSeconds(random.nextInt(900)), () -> act(table, what));
        }
    }

    void leave() {
        gone = true;
    }

    private void act(String table, int what) {
        if (gone) {
            return;
        }
        switch (what) {
            case 0 -> service.remove(table);
            case 1 -> attempt(client -> client.deleteTable(of -> of.tableName(table)));
            case 2 -> attempt(client -> deleteIndex(client, table));
            case 3 -> attempt(client -> addIndex(client, table));
            case 4 -> attempt(client -> client.tagResource(of -> of.resourceArn(arn(table))
                    .tags(Tag.builder().key("theirs").value("x").build())));
            case 5 -> attempt(client -> untag(client, table));
            default -> attempt(client -> deleteVectorIndex(client, table));
        }
    }

    private void attempt(Consumer<DynamoDbClient> work) {
        service.somebodyElse(client -> {
            try {
                work.accept(client);
            } catch (DynamoDbException refused) {
                // as it happens to people
            }
        });
    }

    private void deleteIndex(DynamoDbClient client, String table) {
        client.updateTable(of -> of.tableName(table)
                .globalSecondaryIndexUpdates(update -> update.delete(index -> index.indexName("index-a"))));
        String id = client.describeTable(of -> of.tableName(table)).table().tableId();
        undone.addAll(List.of(
                id + " UpdateTable index-a",
                id + " UpdateTable index-a OnDemandThroughput",
                id + " UpdateTable index-a WarmThroughput",
                id + " UpdateContributorInsights index-a"));
    }

    private void deleteVectorIndex(DynamoDbClient client, String table) {
        if (RandomTables.KNOWS_VECTORS) {
            client.updateTable(VectorUpdates.delete(table, "vector-a"));
            String id = client.describeTable(of -> of.tableName(table)).table().tableId();
            undone.add(id + " UpdateTable vector-a");
        }
    }

    /** Somebody makes parts of a settled table other than they are declared; returns which. */
    List<String> makeDifferent(DynamoTable table) {
        List<String> different = new ArrayList<>();
        String name = table.name();
        table.globalIndexes().stream().filter(index -> index.name().equals("index-c")).forEach(index -> {
            replace(client -> client.updateTable(of -> of.tableName(name)
                    .globalSecondaryIndexUpdates(update -> update.delete(gone -> gone.indexName("index-c")))));
            replace(client -> client.updateTable(of -> of.tableName(name)
                    .globalSecondaryIndexUpdates(update -> update.create(other -> other.indexName("index-c")
                            .provisionedThroughput(units(client, name))
                            .keySchema(key -> key.attributeName("c").keyType(KeyType.HASH))
                            .projection(to -> to.projectionType(ProjectionType.ALL))))));
            different.add("global index index-c on " + name + ": projection");
        });
        table.vectorIndexes().stream().filter(index -> index.name().equals("vector-b")).forEach(index -> {
            replace(client -> client.updateTable(VectorUpdates.delete(name, "vector-b")));
            replace(client -> client.updateTable(VectorUpdates.create(name, "vector-b", "w", 8)));
            different.add("vector index vector-b on " + name + ": vector");
        });
        if (!table.settings().tags().isEmpty()) {
            replace(client -> client.tagResource(of -> of.resourceArn(arn(name))
                    .tags(Tag.builder().key("team").value("theirs").build())));
            different.add("tags " + name + ": tag team");
        }
        return different;
    }

    private void replace(Consumer<DynamoDbClient> work) {
        service.somebodyElse(work);
        clock.advance(Duration.ofHours(1));
    }

    private static void addIndex(DynamoDbClient client, String table) {
        client.updateTable(of -> of.tableName(table)
                .attributeDefinitions(a -> a.attributeName("theirs").attributeType(ScalarAttributeType.S))
                .globalSecondaryIndexUpdates(update -> update.create(index -> index.indexName("theirs")
                        .provisionedThroughput(units(client, table))
                        .keySchema(key -> key.attributeName("theirs").keyType(KeyType.HASH))
                        .projection(to -> to.projectionType(ProjectionType.ALL)))));
    }

    private static ProvisionedThroughput units(DynamoDbClient client, String table) {
        boolean provisioned = client.describeTable(of -> of.tableName(table)).table().billingModeSummary() == null;
        return provisioned ? ProvisionedThroughput.builder().readCapacityUnits(2L).writeCapacityUnits(2L).build()
                : null;
    }

    private void untag(DynamoDbClient client, String table) {
        client.untagResource(of -> of.resourceArn(arn(table)).tagKeys("stage"));
        String id = client.describeTable(of -> of.tableName(table)).table().tableId();
        undone.add(id + " TagResource stage");
    }

    private static String arn(String table) {
        return "arn:aws:dynamodb:eu-central-1:123456789012:table/" + table;
    }
}

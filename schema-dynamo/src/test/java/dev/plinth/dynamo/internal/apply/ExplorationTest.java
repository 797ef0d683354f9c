package dev.plinth.dynamo.internal.apply;

import static dev.plinth.dsl.SchemaDsl.COSINE;
import static dev.plinth.dsl.SchemaDsl.NEW_AND_OLD_IMAGES;
import static dev.plinth.dsl.SchemaDsl.STRONG;
import static dev.plinth.dsl.SchemaDsl.dynamoTable;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.diff.DynamoChange.AddGlobalIndex;
import dev.plinth.diff.DynamoChange.CreateDynamoTable;
import dev.plinth.dsl.DynamoTableBuilder;
import dev.plinth.dynamo.GuardedAddition;
import dev.plinth.dynamo.IndexWait;
import dev.plinth.dynamo.internal.render.ChangeRequests;
import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.test.dynamo.FakeDynamoDb;
import dev.plinth.test.dynamo.VirtualClock;
import java.time.Duration;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableRequest;

/** From every state that a small wish can meet, a run comes to its end, all there, and repeats nothing. */
@Execution(ExecutionMode.CONCURRENT)
class ExplorationTest {

    private static final int MISHAPS = 2;

    static Stream<Arguments> wishes() {
        BiConsumer<FakeDynamoDb, VirtualClock> nothing = (service, clock) -> {};
        Consumer<DynamoTableBuilder> plain = t -> {};
        return Stream.of(
                Arguments.of("a table with recovery, time to live and tags", nothing, table(t -> t.pointInTimeRecovery()
                        .timeToLive(t.number("at")).tag("team", "a")), 500),
                Arguments.of("two indexes and a stream on a table that is there", live(plain, 30), table(t -> {
                    t.stream(NEW_AND_OLD_IMAGES);
                    t.globalIndex("by-a").partitionKey(t.string("a"));
                    t.globalIndex("by-b").partitionKey(t.string("b")).contributorInsights();
                }), 1_500),
                Arguments.of("settings on a table in creation", live(plain, 1), table(t -> t.tag("team", "a")
                        .deletionProtection().resourcePolicy("{}").contributorInsights()), 1_300),
                Arguments.of("capacities and replicas", live(plain, 30), table(t -> t.onDemandThroughput(100, 50)
                        .warmThroughput(15_000, 5_000).replica("eu-west-1").replica("eu-north-1")), 2_000),
                Arguments.of("three regions of strong consistency and tags", live(plain, 30),
                        table(t -> t.tag("team", "a")
                                .multiRegionConsistency(STRONG).replica("eu-west-1").witness("eu-north-1")),
                        400),
                Arguments.of("a destination and tags beside an index that is being built", building(),
                        table(t -> {
                            t.tag("team", "a").kinesisDestination(
                                    "arn:aws:kinesis:eu-central-1:123456789012:stream/s");
                            t.globalIndex("by-b").partitionKey(t.string("b"));
                        }), 900));
    }

    static Stream<Arguments> vectors() {
        return Stream.of(Arguments.of("a vector index and a global one on a table that is there", live(t -> {}, 30),
                table(t -> {
                    t.vectorIndex("alike").vectorAttribute(t.list("v"), 3).distanceFunction(COSINE)
                            .partitionKey(t.string("album"));
                    t.globalIndex("by-a").partitionKey(t.string("a"));
                }), 500));
    }

    @ParameterizedTest(name = "{0}")
    @Tag("older-sdk")
    @MethodSource("wishes")
    void every_path_ends_well(
            String name, BiConsumer<FakeDynamoDb, VirtualClock> before, DynamoTable table, int least) {
        explore(name, before, table, least);
    }

    @ParameterizedTest(name = "{0}")
    @Tag("newer-sdk")
    @MethodSource("vectors")
    void every_path_with_a_vector_index_ends_well(
            String name, BiConsumer<FakeDynamoDb, VirtualClock> before, DynamoTable table, int least) {
        explore(name, before, table, least);
    }

    private static void explore(
            String name, BiConsumer<FakeDynamoDb, VirtualClock> before, DynamoTable table, int least) {
        Wish wish = Wish.of(table, IndexWait.ACTIVE, Set.of(GuardedAddition.values()));

        Exploration.Found found = new Exploration(wish, before, MISHAPS).explore();

        System.out.printf("%s: %d states on %d paths%n", name, found.states(), found.paths());
        assertThat(found.states()).isGreaterThan(least);
    }

    private static DynamoTable table(Consumer<DynamoTableBuilder> words) {
        return dynamoTable("Orders", t -> {
            t.partitionKey(t.string("id"));
            words.accept(t);
        });
    }

    /** A table on which somebody else's index is being allocated. */
    private static BiConsumer<FakeDynamoDb, VirtualClock> building() {
        DynamoTable indexed = table(t -> t.globalIndex("by-a").partitionKey(t.string("a")));
        AddGlobalIndex index = new AddGlobalIndex(indexed, indexed.globalIndexes().get(0));
        return live(t -> {}, 30).andThen((service, clock) -> {
            service.somebodyElse(
                    client -> client.updateTable((UpdateTableRequest) ChangeRequests.of(index, "Orders", "")));
            clock.advance(Duration.ofSeconds(10));
        });
    }

    /** A table that somebody made so many seconds ago. */
    private static BiConsumer<FakeDynamoDb, VirtualClock> live(Consumer<DynamoTableBuilder> words, int seconds) {
        return (service, clock) -> {
            CreateDynamoTable create = new CreateDynamoTable(table(words));
            service.somebodyElse(client -> client.createTable(
                    (CreateTableRequest) ChangeRequests.of(create, "Orders", "")));
            clock.advance(Duration.ofSeconds(seconds));
        };
    }
}

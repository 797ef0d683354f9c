package dev.plinth.dynamo;

import static dev.plinth.dsl.SchemaDsl.COSINE;
import static dev.plinth.dsl.SchemaDsl.EUCLIDEAN;
import static dev.plinth.dsl.SchemaDsl.dynamoTable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.Run;
import dev.plinth.Step;
import dev.plinth.StoreReport;
import dev.plinth.dsl.DynamoTableBuilder;
import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.test.dynamo.FakeDynamoDb;
import dev.plinth.test.dynamo.VirtualClock;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Vector indexes: with an SDK that knows them, which the build adds for a run of its own, and with one that does not. */
class VectorIndexTest {

    private final VirtualClock clock = new VirtualClock();
    private final FakeDynamoDb service = new FakeDynamoDb(clock);

    private static DynamoTable photos(boolean second) {
        return dynamoTable("Photos", t -> vectors(t, second));
    }

    private static void vectors(DynamoTableBuilder t, boolean second) {
        var album = t.string("album");
        t.partitionKey(t.string("id"));
        var picture = t.list("picture");
        t.vectorIndex("by-picture").vectorAttribute(picture, 1024).distanceFunction(COSINE).partitionKey(album)
                .inlineFilter(t.number("year")).projectKeysOnly();
        if (second) {
            t.vectorIndex("by-caption").vectorAttribute(t.list("caption"), 256).distanceFunction(EUCLIDEAN);
        }
    }

    @Test
    @Tag("older-sdk")
    void an_sdk_without_vector_indexes_is_named_before_anything_is_sent() {
        String message = "DynamoDB table Photos: it has vector indexes, and the AWS SDK on the class path does not know"
                + " them; use software.amazon.awssdk:dynamodb 2.51 or newer";

        assertThatThrownBy(() -> DynamoRequests.of().render(photos(false))).hasMessage(message);
        assertThatThrownBy(() -> DynamoStore.of(service).apply(Tables.of(photos(false)), Tables.soon()))
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
        DynamoStore store = DynamoStore.of(service).sleeper(clock).indexWait(IndexWait.ACTIVE);
        Run run = Run.within(Duration.ofHours(1));

        StoreReport first = store.apply(Tables.of(photos(false)), run);
        StoreReport second = store.apply(Tables.of(photos(true)), run);
        StoreReport third = store.apply(Tables.of(photos(true)), run);

        assertThat(first.steps()).extracting(Step::describe).containsExactly("DynamoDB table Photos");
        assertThat(second.steps()).extracting(Step::describe).containsExactly("vector index by-caption on Photos");
        assertThat(second.steps()).extracting(Step::status).containsExactly(Step.Status.DONE);
        assertThat(second.drift()).isEmpty();
        assertThat(third.steps()).isEmpty();
        assertThat(third.drift()).isEmpty();
        assertThat(service.changes()).containsExactly("0 ms: CreateTable Photos",
                "18000 ms: UpdateTable Photos by-caption");
    }

    @Test
    @Tag("newer-sdk")
    void a_vector_index_and_a_global_one_wait_for_each_other() {
        DynamoStore store = DynamoStore.of(service).sleeper(clock);
        store.apply(Tables.of(photos(false)), Run.within(Duration.ofHours(1)));
        service.changes();
        DynamoTable both = dynamoTable("Photos", t -> {
            vectors(t, true);
            t.globalIndex("by-owner").partitionKey(t.string("owner"));
        });

        StoreReport report = store.apply(Tables.of(both), Run.within(Duration.ofHours(1)));

        assertThat(report.steps()).extracting(step -> step.status() + " " + step.describe()).containsExactly(
                "PENDING global index by-owner on Photos: is being built, which takes minutes",
                "PENDING vector index by-caption on Photos: waits for its turn: DynamoDB adds one index of a table at a"
                        + " time");
    }

    @Test
    @Tag("newer-sdk")
    void the_sixth_vector_index_needs_a_quota_and_says_so() {
        DynamoStore store = DynamoStore.of(service).sleeper(clock).indexWait(IndexWait.ACTIVE);
        store.apply(Tables.of(many(5)), Run.within(Duration.ofHours(1)));

        StoreReport report = store.apply(Tables.of(many(6)), Run.within(Duration.ofHours(1)));

        assertThat(report.steps()).extracting(step -> step.status() + " " + step.change().subject().display())
                .containsExactly("FAILED vector index index-5 on Photos");
        assertThat(report.failures().toString()).contains("Number of vector indexes exceeds per-table limit of 5");
    }

    private static DynamoTable many(int count) {
        return dynamoTable("Photos", t -> {
            t.partitionKey(t.string("id"));
            for (int i = 0; i < count; i++) {
                t.vectorIndex("index-" + i).vectorAttribute(t.list("v" + i), 3).distanceFunction(COSINE);
            }
        });
    }
}

package dev.plinth.diff;

import static dev.plinth.diff.IndexStage.Status.ACTIVE;
import static dev.plinth.diff.IndexStage.Status.CREATING;
import static dev.plinth.diff.IndexStage.Status.DELETING;
import static dev.plinth.diff.IndexStage.Status.UNKNOWN;
import static dev.plinth.diff.IndexStage.Status.UPDATING;
import static dev.plinth.dsl.SchemaDsl.COSINE;
import static dev.plinth.dsl.SchemaDsl.dynamoTable;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.diff.LiveValue.Absent;
import dev.plinth.diff.LiveValue.Present;
import dev.plinth.model.dynamo.Attribute;
import dev.plinth.model.dynamo.AttributeType;
import dev.plinth.model.dynamo.ContributorInsights;
import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.model.dynamo.GlobalIndex;
import dev.plinth.model.dynamo.KeySchema;
import dev.plinth.model.dynamo.LocalIndex;
import dev.plinth.model.dynamo.Projection;
import dev.plinth.model.dynamo.VectorIndex;
import dev.plinth.model.dynamo.VectorIndex.DistanceFunction;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Indexes of each kind: there, missing, begun, different in each attribute, and their names taken. */
class DynamoIndexDiffTest {

    private static final DynamoTable GLOBAL = dynamoTable("T", t -> {
        var user = t.string("user");
        t.partitionKey(t.string("id"));
        t.globalIndex("by-user")
                .partitionKey(user, t.string("shop"))
                .sortKey(t.number("at"))
                .projectInclude(t.string("b"), t.string("a"));
    });
    private static final GlobalIndex BY_USER = GLOBAL.globalIndexes().get(0);

    private static final DynamoTable LOCAL = dynamoTable("T", t -> {
        t.partitionKey(t.string("id")).sortKey(t.number("at"));
        t.localIndex("by-size").sortKey(t.number("size")).projectKeysOnly();
    });

    private static final DynamoTable VECTOR = dynamoTable("T", t -> {
        t.partitionKey(t.string("id"));
        t.vectorIndex("alike")
                .vectorAttribute(t.list("v"), 3)
                .distanceFunction(COSINE)
                .partitionKey(t.string("user"))
                .inlineFilter(t.string("colour"), t.number("size"));
    });
    private static final VectorIndex ALIKE = VECTOR.vectorIndexes().get(0);

    private static GlobalIndex global(List<String> partition, List<String> sort, Projection projection) {
        return GlobalIndex.of("by-user", new KeySchema(partition, sort), projection);
    }

    private static List<String> global(GlobalIndex found, IndexStage stage) {
        return Differences.of(GLOBAL, LiveTables.like(GLOBAL).index(found, stage));
    }

    @Test
    void stagesOfAGlobalIndex() {
        assertThat(global(BY_USER, IndexStage.READY)).isEmpty();
        assertThat(global(BY_USER, new IndexStage(UPDATING, false))).isEmpty();
        assertThat(global(BY_USER, new IndexStage(CREATING, false)))
                .containsExactly("begun global index by-user on T");
        assertThat(global(BY_USER, new IndexStage(ACTIVE, true))).containsExactly("begun global index by-user on T");
        assertThat(global(BY_USER, new IndexStage(UNKNOWN, false))).containsExactly("begun global index by-user on T");
        assertThat(global(BY_USER, new IndexStage(DELETING, false)))
                .containsExactly("missing global index by-user on T");
        assertThat(Differences.of(GLOBAL, LiveTables.like(GLOBAL).indexes()))
                .containsExactly("missing global index by-user on T");
    }

    @Test
    void theOrderOfAKeyCountsAndThatOfAProjectionDoesNot() {
        Projection sorted = new Projection.Include(List.of("a", "b"));
        assertThat(global(global(List.of("user", "shop"), List.of("at"), sorted), IndexStage.READY)).isEmpty();
        assertThat(global(global(List.of("shop", "user"), List.of("at"), sorted), IndexStage.READY))
                .containsExactly("DIFFERENT global index by-user on T: key: schema says user string (HASH), shop string"
                        + " (HASH), at number (RANGE), store has shop string (HASH), user string (HASH), at number (RANGE)");
        assertThat(global(global(List.of("user", "shop"), List.of(), new Projection.All()), IndexStage.READY))
                .containsExactly(
                        "DIFFERENT global index by-user on T: key: schema says user string (HASH), shop string (HASH),"
                                + " at number (RANGE), store has user string (HASH), shop string (HASH)",
                        "DIFFERENT global index by-user on T: projection: schema says INCLUDE a, b, store has ALL");
    }

    @Test
    void theTypeOfAKeyAttributeCounts() {
        LiveTables live = LiveTables.like(GLOBAL);
        live.attributes = List.of(
                new Attribute("id", AttributeType.STRING, null),
                new Attribute("user", AttributeType.STRING, null),
                new Attribute("shop", AttributeType.STRING, null),
                new Attribute("at", AttributeType.STRING, null));
        assertThat(Differences.of(GLOBAL, live))
                .containsExactly("DIFFERENT global index by-user on T: key: schema says user string (HASH), shop string"
                        + " (HASH), at number (RANGE), store has user string (HASH), shop string (HASH), at string (RANGE)");
    }

    @Test
    void contributorInsightsOfAnIndexAreMissingWithIt() {
        DynamoTable declared = dynamoTable("T", t -> {
            t.partitionKey(t.string("id"));
            t.globalIndex("by-user").partitionKey(t.string("user")).contributorInsights();
        });
        GlobalIndex index = declared.globalIndexes().get(0);
        LiveTables live = LiveTables.like(declared);
        assertThat(Differences.of(declared, live.indexes(new LiveGlobalIndex(
                index, IndexStage.READY, new Present<>(ContributorInsights.ACCESSED_AND_THROTTLED_KEYS))))).isEmpty();
        assertThat(Differences.of(declared, live.indexes(new LiveGlobalIndex(
                index, IndexStage.READY, new Present<>(ContributorInsights.THROTTLED_KEYS)))))
                .containsExactly("DIFFERENT contributor insights of index by-user on T: mode: schema says"
                        + " ACCESSED_AND_THROTTLED_KEYS, store has THROTTLED_KEYS");
        assertThat(Differences.of(declared, live.indexes()))
                .containsExactly(
                        "missing global index by-user on T", "missing contributor insights of index by-user on T");
        assertThat(Differences.of(declared, live.indexes(new LiveGlobalIndex(
                index, new IndexStage(CREATING, false), new Absent<>()))))
                .containsExactly(
                        "missing contributor insights of index by-user on T",
                        "begun global index by-user on T");
    }

    @Test
    void aLocalIndexComesWithItsTableOrNever() {
        LiveTables live = LiveTables.like(LOCAL);
        assertThat(Differences.of(LOCAL, live)).isEmpty();
        live.localIndexes = List.of(new LocalIndex("by-size", "at", new Projection.All(), null));
        assertThat(Differences.of(LOCAL, live))
                .containsExactly(
                        "DIFFERENT local index by-size on T: key: schema says id string (HASH), size number (RANGE),"
                                + " store has id string (HASH), at number (RANGE)",
                        "DIFFERENT local index by-size on T: projection: schema says KEYS_ONLY, store has ALL");
        live.localIndexes = List.of();
        assertThat(Differences.of(LOCAL, live))
                .containsExactly("DIFFERENT local index by-size on T: definition: schema says size (RANGE), KEYS_ONLY,"
                        + " store has nothing");
    }

    private static List<String> vector(VectorIndex found, IndexStage stage) {
        LiveTables live = LiveTables.like(VECTOR);
        live.vectorIndexes = List.of(LiveVectorIndex.of(found, stage));
        return Differences.of(VECTOR, live);
    }

    @Test
    void stagesOfAVectorIndex() {
        assertThat(vector(ALIKE, IndexStage.READY)).isEmpty();
        assertThat(vector(ALIKE, new IndexStage(CREATING, true))).containsExactly("begun vector index alike on T");
        assertThat(vector(ALIKE, new IndexStage(DELETING, false))).containsExactly("missing vector index alike on T");
        LiveTables none = LiveTables.like(VECTOR);
        none.vectorIndexes = List.of();
        assertThat(Differences.of(VECTOR, none)).containsExactly("missing vector index alike on T");
    }

    @Test
    void nothingOfAVectorIndexCanBeChanged() {
        VectorIndex reordered = new VectorIndex(
                "alike", "v", 3, DistanceFunction.COSINE, "user", List.of("size", "colour"), new Projection.All(),
                null);
        assertThat(vector(reordered, IndexStage.READY)).isEmpty();
        VectorIndex other = new VectorIndex(
                "alike", "w", 4, DistanceFunction.EUCLIDEAN, null, List.of("size"), new Projection.KeysOnly(), null);
        assertThat(vector(other, IndexStage.READY))
                .containsExactly(
                        "DIFFERENT vector index alike on T: vector: schema says v, 3 dimensions, COSINE, store has w, 4"
                                + " dimensions, EUCLIDEAN",
                        "DIFFERENT vector index alike on T: search schema: schema says user string (HASH), colour string"
                                + " (INLINE_FILTER), size number (INLINE_FILTER), store has size number (INLINE_FILTER)",
                        "DIFFERENT vector index alike on T: projection: schema says ALL, store has KEYS_ONLY");
    }

    @Test
    void aDistanceFunctionOfTheFutureIsNamed() {
        LiveVectorIndex alike = LiveVectorIndex.of(ALIKE, IndexStage.READY);
        LiveTables live = LiveTables.like(VECTOR);
        live.vectorIndexes = List.of(new LiveVectorIndex(
                "alike", "v", 3, "MANHATTAN", "user", alike.filterAttributes(), alike.projection(), IndexStage.READY));
        assertThat(Differences.of(VECTOR, live))
                .containsExactly("DIFFERENT vector index alike on T: vector: schema says v, 3 dimensions, COSINE, store"
                        + " has v, 3 dimensions, MANHATTAN");
    }

    @Test
    void aNameThatAnotherKindOfIndexHasIsAConflict() {
        LiveTables live = LiveTables.like(GLOBAL).indexes();
        live.localIndexes = List.of(new LocalIndex("by-user", "at", new Projection.All(), null));
        assertThat(Differences.of(GLOBAL, live))
                .containsExactly("CONFLICT global index by-user on T: name: schema says a global index, store has a"
                        + " local index");
        LiveTables instead = LiveTables.like(VECTOR)
                .index(GlobalIndex.of("alike", new KeySchema(List.of("id"), List.of()), new Projection.All()),
                        IndexStage.READY);
        instead.vectorIndexes = List.of();
        assertThat(Differences.of(VECTOR, instead))
                .containsExactly("CONFLICT vector index alike on T: name: schema says a vector index, store has a"
                        + " global index");
        LiveTables global = LiveTables.like(LOCAL)
                .index(GlobalIndex.of("by-size", new KeySchema(List.of("id"), List.of()), new Projection.All()),
                        IndexStage.READY);
        global.localIndexes = List.of();
        assertThat(Differences.of(LOCAL, global))
                .containsExactly("CONFLICT local index by-size on T: name: schema says a local index, store has a"
                        + " global index");
        LiveTables both = LiveTables.like(GLOBAL).indexes();
        both.vectorIndexes = List.of(LiveVectorIndex.of(
                new VectorIndex(
                        "by-user", "v", 3, DistanceFunction.COSINE, null, List.of(), new Projection.All(), null),
                IndexStage.READY));
        assertThat(Differences.of(GLOBAL, both))
                .containsExactly("CONFLICT global index by-user on T: name: schema says a global index, store has a"
                        + " vector index");
    }

    @Test
    void indexesOfEveryKindThatAreNotDeclaredAreUnmanaged() {
        DynamoTable bare = dynamoTable("T", t -> t.partitionKey(t.string("id")));
        LiveTables live = LiveTables.like(GLOBAL);
        live.vectorIndexes = List.of(LiveVectorIndex.of(ALIKE, IndexStage.READY));
        live.localIndexes = List.of(new LocalIndex("by-size", "at", new Projection.All(), null));
        assertThat(Differences.of(bare, live)).isEmpty();
        assertThat(DynamoDiff.unmanaged(bare, live.table()))
                .containsExactly("global index by-user on T", "local index by-size on T", "vector index alike on T");
    }

    @Test
    void theStagesOfGlobalAndVectorIndexesAreTogether() {
        LiveTables live = LiveTables.like(GLOBAL).index(BY_USER, new IndexStage(CREATING, false));
        live.vectorIndexes = List.of(LiveVectorIndex.of(ALIKE, IndexStage.READY));
        assertThat(live.table().stages())
                .isEqualTo(Map.of("by-user", new IndexStage(CREATING, false), "alike", IndexStage.READY));
    }
}

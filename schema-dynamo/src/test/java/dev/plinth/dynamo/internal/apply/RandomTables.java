package dev.plinth.dynamo.internal.apply;

import static dev.plinth.dsl.SchemaDsl.COSINE;
import static dev.plinth.dsl.SchemaDsl.EUCLIDEAN;
import static dev.plinth.dsl.SchemaDsl.NEW_AND_OLD_IMAGES;
import static dev.plinth.dsl.SchemaDsl.STANDARD_INFREQUENT_ACCESS;
import static dev.plinth.dsl.SchemaDsl.STRONG;
import static dev.plinth.dsl.SchemaDsl.dynamoTable;

import dev.plinth.dsl.DynamoTableBuilder;
import dev.plinth.dsl.GlobalIndexStatement;
import dev.plinth.dynamo.internal.render.SdkMembers;
import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.model.dynamo.Encryption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;

/** Tables with any of the words that there are, in two versions: whatever the older one says, the newer one says too. */
final class RandomTables {

    /** As the SDK of the run knows them or not. */
    static final boolean KNOWS_VECTORS = SdkMembers.knows(CreateTableRequest.builder(), "VectorIndexes");

    private static final String STREAM = "arn:aws:kinesis:eu-central-1:123456789012:stream/s";

    /** What comes with the table or never. */
    private enum Frame {
        SORT_KEY,
        LOCAL_INDEX,
        PROVISIONED,
        ENCRYPTION,
        TABLE_CLASS,
        STRONG,
        WITNESS
    }

    /** What can be added later. */
    private enum Word {
        RECOVERY,
        TIME_TO_LIVE,
        TAGS,
        STREAM,
        POLICY,
        INSIGHTS,
        KINESIS,
        PROTECTION,
        MAXIMUM,
        WARM,
        REPLICA,
        SECOND_REPLICA,
        INDEX_A,
        INDEX_B,
        INDEX_C,
        INDEX_MAXIMUM,
        INDEX_WARM,
        INDEX_INSIGHTS,
        VECTOR_A,
        VECTOR_B
    }

    /** Vector indexes are words where the SDK of the run knows them. */
    private static final List<Word> WORDS = Stream.of(Word.values())
            .filter(word -> KNOWS_VECTORS || word != Word.VECTOR_A && word != Word.VECTOR_B)
            .toList();

    private final Random random;

    RandomTables(Random random) {
        this.random = random;
    }

    /** The older version and the newer one. */
    List<DynamoTable> versions(String name) {
        Set<Frame> frame = some(List.of(Frame.values()), 3);
        Set<Word> words = some(WORDS, 3);
        return List.of(table(name, frame, some(words, 2)), table(name, frame, words));
    }

    private <T> Set<T> some(Collection<T> all, int oneIn) {
        return new TreeSet<>(all.stream().filter(one -> random.nextInt(oneIn) == 0).toList());
    }

    private static DynamoTable table(String name, Set<Frame> frame, Set<Word> words) {
        return dynamoTable(name, t -> {
            t.partitionKey(t.string("id"));
            if (frame.contains(Frame.SORT_KEY)) {
                t.sortKey(t.number("at"));
            }
            if (frame.contains(Frame.SORT_KEY) && frame.contains(Frame.LOCAL_INDEX)) {
                t.localIndex("local").sortKey(t.binary("other")).projectKeysOnly();
            }
            if (frame.contains(Frame.PROVISIONED)) {
                t.provisioned(5, 5);
            }
            if (frame.contains(Frame.ENCRYPTION)) {
                t.encryption(Encryption.AWS_MANAGED);
            }
            if (frame.contains(Frame.TABLE_CLASS)) {
                t.tableClass(STANDARD_INFREQUENT_ACCESS);
            }
            settings(t, words);
            capacities(t, words, frame.contains(Frame.PROVISIONED));
            indexes(t, words, frame.contains(Frame.PROVISIONED));
            if (!frame.contains(Frame.PROVISIONED)) {
                replicas(t, frame, words);
                vectors(t, words);
            }
        });
    }

    private static void settings(DynamoTableBuilder t, Set<Word> words) {
        List<Runnable> chosen = new ArrayList<>();
        for (Word word : words) {
            switch (word) {
                case RECOVERY -> chosen.add(() -> t.pointInTimeRecovery(7));
                case TIME_TO_LIVE -> chosen.add(() -> t.timeToLive(t.number("expires_at")));
                case TAGS -> chosen.add(() -> t.tag("team", "a").tag("stage", "b").tag("owner", "c"));
                case STREAM -> chosen.add(() -> t.stream(NEW_AND_OLD_IMAGES));
                case POLICY -> chosen.add(() -> t.resourcePolicy("{\"Statement\":[]}"));
                case INSIGHTS -> chosen.add(t::contributorInsights);
                case KINESIS -> chosen.add(() -> t.kinesisDestination(STREAM));
                case PROTECTION -> chosen.add(t::deletionProtection);
                case MAXIMUM, WARM, REPLICA, SECOND_REPLICA, INDEX_A, INDEX_B, INDEX_C, INDEX_MAXIMUM, INDEX_WARM,
                        INDEX_INSIGHTS, VECTOR_A, VECTOR_B ->
                    {}
            }
        }
        chosen.forEach(Runnable::run);
    }

    private static void capacities(DynamoTableBuilder t, Set<Word> words, boolean provisioned) {
        if (words.contains(Word.WARM)) {
            t.warmThroughput(15_000, 5_000);
        }
        if (provisioned) {
            return;
        }
        if (words.contains(Word.MAXIMUM)) {
            t.onDemandThroughput(100, 50);
        }
    }

    /** The regions of strong consistency come together or never. */
    private static void replicas(DynamoTableBuilder t, Set<Frame> frame, Set<Word> words) {
        boolean replica = words.contains(Word.REPLICA);
        if (frame.contains(Frame.STRONG)) {
            if (replica && frame.contains(Frame.WITNESS)) {
                t.multiRegionConsistency(STRONG).replica("eu-west-1").witness("eu-north-1");
            } else if (replica) {
                t.multiRegionConsistency(STRONG).replica("eu-west-1").replica("eu-north-1");
            }
            return;
        }
        if (replica) {
            t.replica("eu-west-1");
        }
        if (words.contains(Word.SECOND_REPLICA)) {
            t.replica("eu-north-1");
        }
    }

    private static void vectors(DynamoTableBuilder t, Set<Word> words) {
        if (words.contains(Word.VECTOR_A)) {
            t.vectorIndex("vector-a")
                    .vectorAttribute(t.list("v"), 3)
                    .distanceFunction(COSINE)
                    .partitionKey(t.string("album"))
                    .inlineFilter(t.number("year"))
                    .projectKeysOnly();
        }
        if (words.contains(Word.VECTOR_B)) {
            t.vectorIndex("vector-b").vectorAttribute(t.list("w"), 4_096).distanceFunction(EUCLIDEAN);
        }
    }

    private static void indexes(DynamoTableBuilder t, Set<Word> words, boolean provisioned) {
        if (words.contains(Word.INDEX_A)) {
            var index = t.globalIndex("index-a").partitionKey(t.string("a"));
            capacity(index, words, provisioned);
        }
        if (words.contains(Word.INDEX_B)) {
            var index = t.globalIndex("index-b")
                    .partitionKey(t.string("b1"), t.string("b2"))
                    .sortKey(t.number("b3"), t.number("b4"))
                    .projectInclude(t.string("z"), t.string("y"));
            capacity(index, Set.of(), provisioned);
        }
        if (words.contains(Word.INDEX_C)) {
            capacity(t.globalIndex("index-c").partitionKey(t.binary("c")).projectKeysOnly(), Set.of(), provisioned);
        }
    }

    private static void capacity(GlobalIndexStatement index, Set<Word> words, boolean provisioned) {
        if (provisioned) {
            index.throughput(2, 2);
        } else if (words.contains(Word.INDEX_MAXIMUM)) {
            index.onDemandThroughput(20, 10);
        }
        if (words.contains(Word.INDEX_WARM)) {
            index.warmThroughput(13_000, 4_500);
        }
        if (words.contains(Word.INDEX_INSIGHTS)) {
            index.contributorInsights();
        }
    }
}

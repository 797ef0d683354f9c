package dev.plinth.rule;

import static dev.plinth.dsl.SchemaDsl.dynamoTable;

import dev.plinth.dsl.AttributeHandle;
import dev.plinth.dsl.DynamoTableBuilder;
import dev.plinth.dsl.GlobalIndexStatement;
import dev.plinth.model.Schema;
import dev.plinth.model.dynamo.Billing;
import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.model.dynamo.GlobalIndex;
import dev.plinth.model.dynamo.KeySchema;
import dev.plinth.model.dynamo.Projection;
import dev.plinth.model.dynamo.TableSettings;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** DynamoDB: indexes, projections and capacity. */
final class DynamoIndexPairs {

    private static final long QUOTA = 40_000;

    private DynamoIndexPairs() {}

    static List<Pair> pairs() {
        return List.of(
                Pair.of(
                        "21 global secondary indexes",
                        () -> indexes(21, 0),
                        "WARNING Reports GlobalIndexCount",
                        () -> indexes(20, 0)),
                Pair.schemas(
                        "two indexes of one name",
                        () -> handmade(index("by-id", new Projection.KeysOnly()), index("by-id", new Projection.All())),
                        """
                        ERROR Reports.by-id DuplicateDynamoIndex""",
                        () -> handmade(index("by-id", new Projection.KeysOnly()),
                                index("by-ID", new Projection.All()))),
                Pair.of(
                        "an index with the key of the table",
                        () -> keyed(true),
                        "WARNING Reports.same RedundantGlobalIndex",
                        () -> keyed(false)),
                Pair.schemas(
                        "two indexes with one key and projection",
                        () -> handmade(index("one", new Projection.All()), index("two", new Projection.All())),
                        "WARNING Reports.two RedundantGlobalIndex",
                        () -> handmade(index("one", new Projection.All()), index("two", new Projection.KeysOnly()))),
                Pair.of(
                        "21 projected attributes",
                        () -> indexes(1, 21),
                        "ERROR Reports.index-0 ProjectionSize",
                        () -> indexes(1, 20)),
                Pair.of(
                        "101 projected attributes in all",
                        () -> total(5),
                        "ERROR Reports ProjectionSize",
                        () -> total(4)),
                Pair.schemas(
                        "a projection of nothing",
                        () -> handmade(index("none", new Projection.Include(List.of()))),
                        "ERROR Reports.none ProjectionSize",
                        () -> handmade(index("one", new Projection.Include(List.of("a"))))),
                project(
                        "an attribute that is projected twice",
                        (i, a) -> i.projectInclude(a, a),
                        "ERROR Reports.idx ProjectionSize",
                        (i, a) -> i.projectInclude(a)),
                Pair.of(
                        "a key that is projected",
                        () -> projected(true),
                        "WARNING Reports.idx ProjectedKey",
                        () -> projected(false)),
                capacity(
                        "no capacity",
                        t -> t.provisioned(0, 1),
                        "ERROR Reports ProvisionedThroughput",
                        t -> t.provisioned(1, 1)),
                capacity(
                        "capacity beyond the quota",
                        t -> t.provisioned(1, QUOTA + 1),
                        "WARNING Reports ProvisionedThroughput",
                        t -> t.provisioned(1, QUOTA)),
                capacity(
                        "a provisioned table and an index without throughput",
                        t -> index(t.provisioned(1, 1)),
                        "ERROR Reports.idx ProvisionedThroughput",
                        t -> index(t.provisioned(1, 1)).throughput(1, 1)),
                capacity(
                        "an index without capacity to write",
                        t -> index(t.provisioned(1, 1)).throughput(1, 0),
                        "ERROR Reports.idx ProvisionedThroughput",
                        t -> index(t.provisioned(1, 1)).throughput(1, 1)),
                capacity(
                        "a throughput where requests are paid",
                        t -> index(t.payPerRequest()).throughput(1, 1),
                        "ERROR Reports.idx ProvisionedThroughput",
                        t -> index(t.payPerRequest())));
    }

    private static GlobalIndexStatement index(DynamoTableBuilder t) {
        return t.globalIndex("idx").partitionKey(t.string("tenant"));
    }

    private static Pair capacity(
            String title, Consumer<DynamoTableBuilder> bad, String expected, Consumer<DynamoTableBuilder> inside) {
        return Pair.of(title, () -> with(bad), expected, () -> with(inside));
    }

    private static DynamoTable with(Consumer<DynamoTableBuilder> statements) {
        return dynamoTable("Reports", t -> {
            t.partitionKey(t.string("id"));
            statements.accept(t);
        });
    }

    private static Pair project(
            String title,
            BiConsumer<GlobalIndexStatement, AttributeHandle> bad,
            String expected,
            BiConsumer<GlobalIndexStatement, AttributeHandle> inside) {
        return Pair.of(
                title,
                () -> with(t -> bad.accept(index(t), t.string("a"))),
                expected,
                () -> with(t -> inside.accept(index(t), t.string("a"))));
    }

    private static DynamoTable projected(boolean key) {
        return dynamoTable("Reports", t -> {
            var id = t.string("id");
            t.partitionKey(id);
            index(t).projectInclude(key ? id : t.string("a"));
        });
    }

    /** So many indexes, each with so many projected attributes, or all. */
    private static DynamoTable indexes(int count, int projected) {
        return with(t -> {
            AttributeHandle[] attributes = attributes(t, projected);
            for (int i = 0; i < count; i++) {
                GlobalIndexStatement index = t.globalIndex("index-" + i).partitionKey(t.string("k" + i));
                if (projected > 0) {
                    index.projectInclude(attributes[0], Stream.of(attributes).skip(1).toArray(AttributeHandle[]::new));
                }
            }
        });
    }

    /** Six indexes with 16 attributes each, and one with so many. */
    private static DynamoTable total(int rest) {
        return with(t -> {
            AttributeHandle[] attributes = attributes(t, 16);
            for (int i = 0; i < 6; i++) {
                t.globalIndex("index-" + i)
                        .partitionKey(t.string("k" + i))
                        .projectInclude(attributes[0], Stream.of(attributes).skip(1).toArray(AttributeHandle[]::new));
            }
            t.globalIndex("rest")
                    .partitionKey(t.string("k"))
                    .projectInclude(attributes[0],
                            Stream.of(attributes).limit(rest).skip(1).toArray(AttributeHandle[]::new));
        });
    }

    private static AttributeHandle[] attributes(DynamoTableBuilder t, int count) {
        return IntStream.range(0, count).mapToObj(i -> t.string("a" + i)).toArray(AttributeHandle[]::new);
    }

    private static DynamoTable keyed(boolean same) {
        return dynamoTable("Reports", t -> {
            var id = t.string("id");
            t.partitionKey(id);
            GlobalIndexStatement index = t.globalIndex("same").partitionKey(id);
            if (!same) {
                index.sortKey(t.number("at"));
            }
        });
    }

    private static GlobalIndex index(String name, Projection projection) {
        return GlobalIndex.of(name, new KeySchema(List.of("k"), List.of()), projection);
    }

    private static Schema handmade(GlobalIndex... indexes) {
        DynamoTable keys = with(t -> t.string("k"));
        DynamoTable table = new DynamoTable(
                "Reports",
                keys.attributes(),
                keys.key(),
                List.of(),
                List.of(indexes),
                List.of(),
                Billing.payPerRequest(),
                TableSettings.NONE,
                null);
        return new Schema("test", List.of(), List.of(), List.of(), List.of(table), null);
    }
}

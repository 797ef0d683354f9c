package dev.plinth.rule;

import static dev.plinth.dsl.SchemaDsl.COSINE;

import dev.plinth.dsl.AttributeHandle;
import dev.plinth.dsl.DynamoTableBuilder;
import dev.plinth.dsl.VectorIndexStatement;
import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.model.dynamo.GlobalIndex;
import java.util.List;

/** DynamoDB: vector indexes. */
final class DynamoVectorPairs {

    private DynamoVectorPairs() {}

    static List<Pair> pairs() {
        return List.of(
                DynamoTables.limit("6 vector indexes", DynamoVectorPairs::many, 6, "WARNING Reports VectorIndexCount",
                        5),
                DynamoTables.limit(
                        "a vector index with a name of 2 characters",
                        (t, name) -> t.vectorIndex(name).vectorAttribute(t.list("v"), 3).distanceFunction(COSINE),
                        "vi",
                        "ERROR Reports.vi DynamoName",
                        "vi1"),
                DynamoTables.pair(
                        "a vector index of a provisioned table",
                        t -> vector(t.provisioned(1, 1), 3),
                        "ERROR Reports.like VectorIndexBilling",
                        t -> vector(t.payPerRequest(), 3)),
                DynamoTables.limit(
                        "a vector without dimensions",
                        DynamoVectorPairs::vector,
                        0,
                        "ERROR Reports.like VectorDimensions",
                        1),
                DynamoTables.limit(
                        "a vector with 4097 dimensions",
                        DynamoVectorPairs::vector,
                        4097,
                        "ERROR Reports.like VectorDimensions",
                        4096),
                DynamoTables.limit(
                        "one vector with two numbers of dimensions",
                        (t, dimensions) -> {
                            AttributeHandle vector = t.list("v");
                            t.vectorIndex("one").vectorAttribute(vector, 3).distanceFunction(COSINE);
                            t.vectorIndex("two").vectorAttribute(vector, dimensions).distanceFunction(COSINE);
                        },
                        4,
                        "ERROR Reports.two VectorDimensions",
                        3),
                DynamoTables.limit(
                        "19 filters",
                        (t, count) -> filters(t, count),
                        19,
                        "ERROR Reports.like VectorFilterCount",
                        18),
                DynamoTables.limit(
                        "21 attributes projected into a vector index",
                        DynamoVectorPairs::including,
                        21,
                        "ERROR Reports.like ProjectionSize",
                        20),
                DynamoTables.handmade(
                        "one name for a vector and a global index",
                        table -> sharing("like"),
                        "ERROR Reports.like DuplicateDynamoIndex",
                        table -> sharing("Like")),
                DynamoTables.pair(
                        "a vector in a string",
                        t -> t.vectorIndex("like").vectorAttribute(t.string("v"), 3).distanceFunction(COSINE),
                        "ERROR Reports.like VectorAttributeType",
                        t -> t.vectorIndex("like").vectorAttribute(t.list("v"), 3).distanceFunction(COSINE)),
                DynamoTables.pair(
                        "a filter by a map",
                        t -> vector(t, 3).inlineFilter(t.map("f")),
                        "ERROR Reports.f KeyAttributeType",
                        t -> vector(t, 3).inlineFilter(t.number("f"))),
                DynamoTables.pair(
                        "a filter that is the partition key of the index",
                        t -> {
                            AttributeHandle user = t.string("user");
                            vector(t, 3).partitionKey(user).inlineFilter(user);
                        },
                        "ERROR Reports.like RepeatedKeyAttribute",
                        t -> vector(t, 3).partitionKey(t.string("user")).inlineFilter(t.string("User"))),
                DynamoTables.limit(
                        "101 attributes projected into vector indexes, filters and vectors counted",
                        DynamoVectorPairs::projecting,
                        12,
                        "ERROR Reports ProjectionSize",
                        11),
                DynamoTables.pair(
                        "a vector index that projects its vector",
                        t -> {
                            AttributeHandle v = t.list("v");
                            t.vectorIndex("like").vectorAttribute(v, 3).distanceFunction(COSINE).projectInclude(v);
                        },
                        "WARNING Reports.like ProjectedKey",
                        t -> vector(t, 3).projectInclude(t.string("title"))));
    }

    private static VectorIndexStatement vector(DynamoTableBuilder t, int dimensions) {
        return t.vectorIndex("like").vectorAttribute(t.list("v"), dimensions).distanceFunction(COSINE);
    }

    private static void including(DynamoTableBuilder t, int count) {
        AttributeHandle[] attributes = DynamoTables.attributes(t, "a", count);
        vector(t, 3).projectInclude(attributes[0], DynamoTables.rest(attributes));
    }

    private static DynamoTable sharing(String global) {
        DynamoTable both = DynamoTables.table(t -> {
            vector(t, 3);
            t.globalIndex("by-id").partitionKey(t.string("tenant"));
        });
        GlobalIndex index = both.globalIndexes().get(0);
        return both.withGlobalIndexes(List.of(GlobalIndex.of(global, index.key(), index.projection())));
    }

    private static void many(DynamoTableBuilder t, int count) {
        AttributeHandle vector = t.list("v");
        for (int i = 0; i < count; i++) {
            t.vectorIndex("index-" + i).vectorAttribute(vector, 3).distanceFunction(COSINE);
        }
    }

    private static VectorIndexStatement filters(DynamoTableBuilder t, int count) {
        AttributeHandle[] attributes = DynamoTables.attributes(t, "f", count);
        return vector(t, 3).inlineFilter(attributes[0], DynamoTables.rest(attributes));
    }

    /** 4 indexes that project 20, one with 8 filters and a vector; the partition key and ALL count nothing. */
    private static void projecting(DynamoTableBuilder t, int included) {
        AttributeHandle[] twenty = DynamoTables.attributes(t, "a", 20);
        for (int i = 0; i < 4; i++) {
            t.globalIndex("index-" + i)
                    .partitionKey(t.string("k" + i))
                    .projectInclude(twenty[0], DynamoTables.rest(twenty));
        }
        AttributeHandle[] rest = DynamoTables.attributes(t, "b", included);
        filters(t, 8).partitionKey(t.string("user")).projectInclude(rest[0], DynamoTables.rest(rest));
        t.vectorIndex("all").vectorAttribute(t.list("w"), 3).distanceFunction(COSINE);
    }
}

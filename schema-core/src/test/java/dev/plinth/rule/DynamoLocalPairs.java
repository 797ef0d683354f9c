package dev.plinth.rule;

import static dev.plinth.dsl.SchemaDsl.dynamoTable;

import dev.plinth.dsl.AttributeHandle;
import dev.plinth.model.dynamo.DynamoTable;
import java.util.List;

/** DynamoDB: local indexes, and what indexes of different kinds share. */
final class DynamoLocalPairs {

    private DynamoLocalPairs() {}

    static List<Pair> pairs() {
        return List.of(
                Pair.of(
                        "6 local secondary indexes",
                        () -> many(6),
                        "ERROR Reports LocalIndexCount",
                        () -> many(5)),
                Pair.of(
                        "a local index of a table without a sort key",
                        () -> DynamoTables.table(t -> t.localIndex("by-size").sortKey(t.number("size"))),
                        "ERROR Reports.by-size LocalIndexWithoutSortKey",
                        () -> DynamoTables.sorted((t, at) -> t.localIndex("by-size").sortKey(t.number("size")))),
                Pair.of(
                        "a local index with a name of 2 characters",
                        () -> named("by"),
                        "ERROR Reports.by DynamoName",
                        () -> named("by1")),
                Pair.of(
                        "a local index that is sorted by a truth value",
                        () -> DynamoTables.sorted((t, at) -> t.localIndex("by-flag").sortKey(t.bool("flag"))),
                        "ERROR Reports.flag KeyAttributeType",
                        () -> DynamoTables.sorted((t, at) -> t.localIndex("by-flag").sortKey(t.binary("flag")))),
                Pair.of(
                        "a local index that is sorted by the partition key",
                        () -> sortedById(true),
                        "ERROR Reports.by-id RepeatedKeyAttribute",
                        () -> sortedById(false)),
                Pair.of(
                        "a local index with the sort key of the table",
                        () -> DynamoTables.sorted((t, at) -> t.localIndex("by-at").sortKey(at)),
                        "WARNING Reports.by-at RedundantLocalIndex",
                        () -> DynamoTables.sorted((t, at) -> t.localIndex("by-at").sortKey(t.number("At")))),
                Pair.of(
                        "two local indexes with one sort key and projection",
                        () -> twins(false),
                        "WARNING Reports.two RedundantLocalIndex",
                        () -> twins(true)),
                Pair.of(
                        "21 attributes projected into a local index",
                        () -> projecting(21),
                        "ERROR Reports.by-size ProjectionSize",
                        () -> projecting(20)),
                Pair.of(
                        "a local index that projects its sort key",
                        () -> projectingKey(true),
                        "WARNING Reports.by-size ProjectedKey",
                        () -> projectingKey(false)),
                DynamoTables.handmade(
                        "one name for a local and a global index",
                        table -> sharing("by-size", "by-size"),
                        "ERROR Reports.by-size DuplicateDynamoIndex",
                        table -> sharing("by-size", "by-Size")));
    }

    private static DynamoTable many(int count) {
        return DynamoTables.sorted((t, at) -> {
            for (int i = 0; i < count; i++) {
                t.localIndex("index-" + i).sortKey(t.string("a" + i));
            }
        });
    }

    private static DynamoTable named(String name) {
        return DynamoTables.sorted((t, at) -> t.localIndex(name).sortKey(t.number("size")));
    }

    private static DynamoTable sortedById(boolean byId) {
        return dynamoTable("Reports", t -> {
            AttributeHandle id = t.string("id");
            t.partitionKey(id).sortKey(t.number("at"));
            t.localIndex("by-id").sortKey(byId ? id : t.string("Id"));
        });
    }

    private static DynamoTable twins(boolean keysOnly) {
        return DynamoTables.sorted((t, at) -> {
            AttributeHandle size = t.number("size");
            t.localIndex("one").sortKey(size);
            var two = t.localIndex("two").sortKey(size);
            if (keysOnly) {
                two.projectKeysOnly();
            }
        });
    }

    private static DynamoTable projecting(int count) {
        return DynamoTables.sorted((t, at) -> {
            AttributeHandle[] attributes = DynamoTables.attributes(t, "a", count);
            t.localIndex("by-size")
                    .sortKey(t.number("size"))
                    .projectInclude(attributes[0], DynamoTables.rest(attributes));
        });
    }

    private static DynamoTable projectingKey(boolean key) {
        return DynamoTables.sorted((t, at) -> {
            AttributeHandle size = t.number("size");
            t.localIndex("by-size").sortKey(size).projectInclude(key ? size : t.string("title"));
        });
    }

    private static DynamoTable sharing(String local, String global) {
        DynamoTable table = DynamoTables.sorted((t, at) -> t.localIndex(local).sortKey(t.number("size")));
        DynamoTable other = DynamoTables.sorted((t, at) -> t.globalIndex(global).partitionKey(at));
        return table.withGlobalIndexes(other.globalIndexes());
    }
}

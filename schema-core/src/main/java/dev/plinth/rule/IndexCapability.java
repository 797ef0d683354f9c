package dev.plinth.rule;

import dev.plinth.model.sql.Index;
import dev.plinth.model.sql.IndexKey.Direction;
import dev.plinth.model.sql.IndexKey.NullsOrder;
import dev.plinth.model.sql.IndexMethod;
import dev.plinth.model.sql.Table;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Only b-trees are unique and ordered; not every method takes several keys, or columns to include. Of the methods that
 * extensions bring the best known ones are known here.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createindex.html">CREATE INDEX</a>
 */
final class IndexCapability implements PartsRule {

    private static final Set<String> KNOWN =
            Set.of("btree", "hash", "gin", "gist", "spgist", "brin", "bloom", "hnsw", "ivfflat", "rum");
    private static final Set<String> ONE_KEY = Set.of("hash", "spgist", "hnsw", "ivfflat");
    private static final Set<String> INCLUDE = Set.of("btree", "gist", "spgist");

    @Override
    public Stream<Problem> check(Table table) {
        Stream<Problem> pointless = table.indexes().stream()
                .filter(index -> index.nullsNotDistinct() && !index.unique())
                .map(index -> error(
                        TableRule.part(table, index.name()),
                        "nullsNotDistinct() says nothing of an index that is not unique",
                        "Add unique(), or leave it out."));
        return Stream.concat(pointless, table.indexes().stream()
                .filter(index -> KNOWN.contains(index.method().name()))
                .flatMap(index -> violations(index).stream()
                        .map(message -> error(
                                TableRule.part(table, index.name()),
                                "an index USING " + index.method().name() + " " + message,
                                "Leave that out, or use a b-tree, which is the default."))));
    }

    private static List<String> violations(Index index) {
        boolean btree = index.method().equals(IndexMethod.BTREE);
        return Stream.of(
                when(index.unique() && !btree, "cannot be unique"),
                when(isOrdered(index) && !btree, "has no order, so no desc(), nullsFirst() or nullsLast()"),
                when(index.keys().size() > 1 && ONE_KEY.contains(index.method().name()), "has one key only"),
                when(
                        !index.include().isEmpty() && !INCLUDE.contains(index.method().name()),
                        "cannot include columns"))
                .flatMap(it -> it)
                .toList();
    }

    private static Stream<String> when(boolean violated, String message) {
        return violated ? Stream.of(message) : Stream.empty();
    }

    private static boolean isOrdered(Index index) {
        return index.keys().stream()
                .anyMatch(key -> key.direction() == Direction.DESC || key.nulls() == NullsOrder.FIRST);
    }
}

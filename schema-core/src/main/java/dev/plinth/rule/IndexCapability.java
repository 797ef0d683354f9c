package dev.plinth.rule;

import dev.plinth.model.sql.Index;
import dev.plinth.model.sql.IndexKey;
import dev.plinth.model.sql.IndexKey.Direction;
import dev.plinth.model.sql.IndexKey.NullsOrder;
import dev.plinth.model.sql.IndexMethod;
import dev.plinth.model.sql.Table;
import java.util.ArrayList;
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
        List<Problem> problems = new ArrayList<>();
        for (Index index : table.indexes()) {
            if (index.nullsNotDistinct() && !index.unique()) {
                problems.add(error(
                        TableRule.part(table, index.name()),
                        "nullsNotDistinct() says nothing of an index that is not unique",
                        "Add unique(), or leave it out."));
            }
        }
        for (Index index : table.indexes()) {
            if (KNOWN.contains(index.method().name())) {
                check(table, index, problems);
            }
        }
        return problems.stream();
    }

    private void check(Table table, Index index, List<Problem> problems) {
        for (String violation : violations(index)) {
            problems.add(error(
                    TableRule.part(table, index.name()),
                    "an index USING " + index.method().name() + " " + violation,
                    "Leave that out, or use a b-tree, which is the default."));
        }
    }

    private static List<String> violations(Index index) {
        String method = index.method().name();
        boolean btree = index.method().equals(IndexMethod.BTREE);
        List<String> violations = new ArrayList<>();
        if (index.unique() && !btree) {
            violations.add("cannot be unique");
        }
        if (isOrdered(index) && !btree) {
            violations.add("has no order, so no desc(), nullsFirst() or nullsLast()");
        }
        if (index.keys().size() > 1 && ONE_KEY.contains(method)) {
            violations.add("has one key only");
        }
        if (!index.include().isEmpty() && !INCLUDE.contains(method)) {
            violations.add("cannot include columns");
        }
        return violations;
    }

    private static boolean isOrdered(Index index) {
        for (IndexKey key : index.keys()) {
            if (key.direction() == Direction.DESC || key.nulls() == NullsOrder.FIRST) {
                return true;
            }
        }
        return false;
    }
}

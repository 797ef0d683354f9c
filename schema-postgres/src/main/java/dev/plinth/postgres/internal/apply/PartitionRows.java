package dev.plinth.postgres.internal.apply;

import dev.plinth.diff.LiveDatabase;
import dev.plinth.diff.LiveTable;
import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.IndexKey;
import dev.plinth.model.sql.PartitionBound;
import dev.plinth.model.sql.PartitionOf;
import dev.plinth.model.sql.Partitioning;
import dev.plinth.model.sql.Table;
import dev.plinth.postgres.internal.sql.SqlText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The rows of a partitioned table that belong into a partition that is to be created. They are in its default partition, as
 * no other could have them, and PostgreSQL moves none of them.
 */
final class PartitionRows {

    private PartitionRows() {}

    /**
     * A query for a few of those rows; nothing for a table that is no partition, or whose rows cannot be elsewhere, and where
     * the order of the partitions is that of an operator class, which only PostgreSQL itself can go by.
     */
    static Optional<Violation> of(Table created, LiveDatabase live) {
        PartitionOf partition = created.options().partitionOf();
        if (partition == null) {
            return Optional.empty();
        }
        return live.table(partition.table())
                .map(LiveTable::options)
                .flatMap(options -> Optional.ofNullable(options.partitioning()))
                .filter(partitioning -> partitioning.keys().stream().allMatch(key -> key.operatorClass() == null))
                .flatMap(partitioning -> condition(keys(partitioning), partition.bound()))
                .map(condition -> violation(created, partition, condition));
    }

    private static Violation violation(Table created, PartitionOf partition, String condition) {
        String table = SqlText.qualified(partition.table());
        return new Violation(
                "SELECT 'the row at ctid ' || ctid || ' of ' || tableoid::regclass FROM " + table + " WHERE "
                        + condition
                        + " LIMIT 3",
                "rows of another partition belong into " + created.name().display(),
                "move them out of " + partition.table().display() + " and back in again, once the partition is there");
    }

    private static List<String> keys(Partitioning partitioning) {
        return partitioning.keys().stream().map(PartitionRows::key).toList();
    }

    private static String key(IndexKey key) {
        String target = switch (key.target()) {
            case IndexKey.Target.OfColumn(String name) -> SqlText.identifier(name);
            case IndexKey.Target.OfExpression(Expression expression) -> SqlText.parenthesised(expression);
        };
        return key.collation() == null ? target : target + " COLLATE " + SqlText.qualified(key.collation());
    }

    private static Optional<String> condition(List<String> keys, PartitionBound bound) {
        return switch (bound) {
            case PartitionBound.Range(var from, var to) -> {
                String present = keys.stream().map(key -> key + " IS NOT NULL").collect(Collectors.joining(" AND "));
                yield Optional.of(
                        present + " AND " + beyond(keys, from, 0, true) + " AND " + beyond(keys, to, 0, false));
            }
            case PartitionBound.In(var values) ->
                Optional.of(values.stream()
                        .map(value -> value.equals(PartitionBound.NULL)
                                ? keys.getFirst() + " IS NULL"
                                : keys.getFirst() + " = " + SqlText.expression(value))
                        .collect(Collectors.joining(" OR ", "(", ")")));
            case PartitionBound.Remainder ignored -> Optional.empty();
            case PartitionBound.Otherwise ignored -> Optional.empty();
        };
    }

    /** Whether the keys from a place on are at or above a lower bound, or below an upper one. */
    private static String beyond(List<String> keys, List<Expression> bound, int place, boolean isLower) {
        if (place == keys.size() || place == bound.size()) {
            return isLower ? "true" : "false";
        }
        Expression value = bound.get(place);
        if (value.equals(PartitionBound.MINVALUE) || value.equals(PartitionBound.MAXVALUE)) {
            return Boolean.toString(value.equals(PartitionBound.MINVALUE) == isLower);
        }
        String key = keys.get(place);
        String constant = SqlText.expression(value);
        return "(" + key + (isLower ? " > " : " < ") + constant + " OR " + key + " = " + constant + " AND "
                + beyond(keys, bound, place + 1, isLower) + ")";
    }
}

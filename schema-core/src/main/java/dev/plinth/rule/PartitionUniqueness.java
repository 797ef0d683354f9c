package dev.plinth.rule;

import dev.plinth.model.Schema;
import dev.plinth.model.sql.Constraint;
import dev.plinth.model.sql.IndexKey;
import dev.plinth.model.sql.Partitioning;
import dev.plinth.model.sql.Table;
import dev.plinth.model.sql.TableOptions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A unique key of a partitioned table has all keys of its partitions among its columns: each partition can only see to its
 * own rows. Where an expression tells the partition there is no such key.
 *
 * @see <a href="https://www.postgresql.org/docs/current/ddl-partitioning.html#DDL-PARTITIONING-DECLARATIVE-LIMITATIONS">
 *     Limitations</a>
 */
final class PartitionUniqueness implements Rule {

    private record Key(String name, List<String> columns) {}

    @Override
    public Stream<Problem> check(Schema schema) {
        List<Problem> problems = new ArrayList<>();
        for (Table table : schema.tables()) {
            Partitioning partitioning = table.options().partitioning();
            if (partitioning != null) {
                problems.addAll(check(schema, table, partitioning).toList());
            }
        }
        return problems.stream();
    }

    private Stream<Problem> check(Schema schema, Table table, Partitioning partitioning) {
        return wholes(schema, table)
                .flatMap(PartitionUniqueness::keys)
                .flatMap(key -> check(table, key, partitioning));
    }

    /** A table and those that it is a partition of, whose keys it has too. */
    private static Stream<Table> wholes(Schema schema, Table table) {
        return Stream.iterate(Optional.of(table), Optional::isPresent, it -> it.map(Table::options)
                .map(TableOptions::partitionOf)
                .flatMap(partition -> schema.table(partition.table())))
                .limit(schema.tables().size())
                .flatMap(Optional::stream);
    }

    private Stream<Problem> check(Table table, Key key, Partitioning partitioning) {
        Set<String> lacking = new HashSet<>();
        List<String> names = new ArrayList<>();
        boolean hasExpression = false;
        for (IndexKey partitionKey : partitioning.keys()) {
            if (partitionKey.target() instanceof IndexKey.Target.OfColumn(String column)) {
                if (!key.columns.contains(column) && lacking.add(column)) {
                    names.add(column);
                }
            } else {
                hasExpression = true;
            }
        }
        String subject = TableRule.part(table, key.name);
        if (hasExpression) {
            return Stream.of(error(
                    subject,
                    "is unique, and an expression tells the partition of a row, so nothing could see to it",
                    "Partition by columns, or say it of each partition."));
        }
        return names.isEmpty()
                ? Stream.empty()
                : Stream.of(error(
                        subject,
                        "is unique and lacks " + String.join(", ", names) + ", which the table is partitioned by",
                        "Add it to the key, or say it of each partition."));
    }

    private static Stream<Key> keys(Table table) {
        Stream<Key> ofConstraints = table.constraints(Constraint.Key.class).stream()
                .map(key -> new Key(key.name(), switch (key) {
                    case Constraint.PrimaryKey primary -> primary.columns();
                    case Constraint.Unique unique -> unique.columns();
                    case Constraint.Exclusion exclusion -> columns(exclusion.keys());
                }));
        return Stream.concat(
                ofConstraints,
                table.indexes().stream()
                        .filter(index -> index.unique())
                        .map(index -> new Key(index.name(), columns(index.keys()))));
    }

    private static List<String> columns(List<IndexKey> keys) {
        return keys.stream()
                .flatMap(key -> key.target() instanceof IndexKey.Target.OfColumn(String name)
                        ? Stream.of(name)
                        : Stream.<String>empty())
                .toList();
    }
}

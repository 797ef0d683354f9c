package dev.plinth.rule;

import dev.plinth.model.sql.Column;
import dev.plinth.model.sql.Generation;
import dev.plinth.model.sql.IndexKey;
import dev.plinth.model.sql.Partitioning;
import dev.plinth.model.sql.Table;
import java.util.List;
import java.util.stream.Stream;

/**
 * The keys of a partitioned table: 1 to 32, one of a list, columns that the table has and that are not generated.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createtable.html#SQL-CREATETABLE-PARMS-PARTITION-BY">PARTITION
 *     BY</a>
 */
final class PartitionKey implements TableRule {

    private static final int MAX = 32;

    @Override
    public Stream<Problem> check(Table table) {
        Partitioning partitioning = table.options().partitioning();
        return partitioning == null
                ? Stream.empty()
                : Stream.concat(
                        count(table, partitioning),
                        partitioning.keys().stream().flatMap(key -> check(table, key)));
    }

    private Stream<Problem> count(Table table, Partitioning partitioning) {
        int count = partitioning.keys().size();
        int most = partitioning.strategy() == Partitioning.Strategy.LIST ? 1 : MAX;
        return count >= 1 && count <= most
                ? Stream.empty()
                : Stream.of(error(
                        table.name().display(),
                        "is partitioned by " + partitioning.strategy() + " of " + count
                                + " keys, and PostgreSQL allows "
                                + (most == 1 ? "1" : "1 to " + most),
                        "Name " + (most == 1 ? "one" : "fewer, and at least one") + "."));
    }

    private Stream<Problem> check(Table table, IndexKey key) {
        if (!(key.target() instanceof IndexKey.Target.OfColumn(String name))) {
            return Stream.empty();
        }
        String subject = TableRule.part(table, name);
        List<String> known = table.columns().stream().map(Column::name).toList();
        return table.column(name)
                .map(column -> column.generation() instanceof Generation.Computed
                        ? Stream.of(error(
                                subject,
                                "is generated, and PostgreSQL allows no generated column as a key of partitions",
                                "Use its expression, or a plain column."))
                        : Stream.<Problem>empty())
                .orElseGet(() -> Stream.of(error(
                        subject,
                        "no such column: " + name,
                        Suggestion.orElse(name, known, "Its columns are " + String.join(", ", known) + "."))));
    }
}

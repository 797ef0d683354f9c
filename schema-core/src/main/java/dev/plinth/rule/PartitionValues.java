package dev.plinth.rule;

import dev.plinth.model.Schema;
import dev.plinth.model.sql.Expression;
import dev.plinth.model.sql.PartitionBound;
import dev.plinth.model.sql.PartitionOf;
import dev.plinth.model.sql.Partitioning;
import dev.plinth.model.sql.Table;
import dev.plinth.naming.PartitionBounds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The values of a partition fit what its table is partitioned by, and belong into no other partition.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createtable.html#SQL-CREATETABLE-PARTITION">PARTITION OF</a>
 */
final class PartitionValues implements Rule {

    @Override
    public Stream<Problem> check(Schema schema) {
        List<Problem> problems = new ArrayList<>();
        for (Table table : schema.tables()) {
            Partitioning partitioning = table.options().partitioning();
            if (partitioning != null) {
                check(schema, table, partitioning, problems);
            }
        }
        return problems.stream();
    }

    private void check(Schema schema, Table whole, Partitioning partitioning, List<Problem> problems) {
        PartitionBounds bounds = PartitionBounds.of(partitioning, whole.columns());
        List<Table> earlier = new ArrayList<>();
        for (Table table : schema.tables()) {
            PartitionOf partition = table.options().partitionOf();
            if (partition != null && partition.table().equals(whole.name())) {
                Optional<Problem> unfit = unfit(table, partition.bound(), partitioning, bounds);
                unfit.ifPresent(problems::add);
                if (unfit.isEmpty()) {
                    overlap(table, partition.bound(), earlier, bounds).ifPresent(problems::add);
                    earlier.add(table);
                }
            }
        }
    }

    private Optional<Problem> overlap(
            Table table, PartitionBound bound, List<Table> earlier, PartitionBounds bounds) {
        return earlier.stream()
                .filter(other -> Stream.ofNullable(other.options().partitionOf())
                        .anyMatch(it -> bounds.overlap(bound, it.bound())))
                .findFirst()
                .map(other -> error(
                        table.name().display(),
                        "wants rows that belong into the partition " + other.name().display(),
                        "Give each partition values of its own."));
    }

    private Optional<Problem> unfit(
            Table table, PartitionBound bound, Partitioning partitioning, PartitionBounds bounds) {
        String subject = table.name().display();
        boolean fits = switch (bound) {
            case PartitionBound.Range ignored -> partitioning.strategy() == Partitioning.Strategy.RANGE;
            case PartitionBound.In ignored -> partitioning.strategy() == Partitioning.Strategy.LIST;
            case PartitionBound.Remainder ignored -> partitioning.strategy() == Partitioning.Strategy.HASH;
            case PartitionBound.Otherwise ignored -> partitioning.strategy() != Partitioning.Strategy.HASH;
        };
        if (!fits) {
            return Optional.of(another(subject, partitioning));
        }
        return switch (bound) {
            case PartitionBound.Range range -> unfit(subject, range, partitioning.keys().size(), bounds);
            case PartitionBound.In in ->
                in.values().isEmpty()
                        ? Optional.of(error(subject, "lists no value", "Name at least one."))
                        : unknown(subject, in.values().stream(), PartitionBound.NULL);
            case PartitionBound.Remainder remainder -> unfit(subject, remainder);
            case PartitionBound.Otherwise ignored -> Optional.empty();
        };
    }

    private Optional<Problem> unfit(String subject, PartitionBound.Range range, int keys, PartitionBounds bounds) {
        if (range.from().size() != keys || range.to().size() != keys) {
            return Optional.of(error(
                    subject,
                    "does not give a value for each of the " + keys + " keys",
                    "Give from(...) and to(...) as many values as the table has keys."));
        }
        return bounds.isEmpty(range)
                ? Optional.of(error(subject, "ends where it begins, or before", "Exchange from and to."))
                : unknown(
                        subject,
                        Stream.concat(range.from().stream(), range.to().stream()),
                        PartitionBound.MINVALUE,
                        PartitionBound.MAXVALUE);
    }

    private Optional<Problem> unfit(String subject, PartitionBound.Remainder bound) {
        return bound.modulus() > bound.remainder() && bound.remainder() >= 0
                ? Optional.empty()
                : Optional.of(error(
                        subject,
                        "has the remainder " + bound.remainder() + " of the modulus " + bound.modulus(),
                        "A remainder is at least 0 and less than its modulus."));
    }

    private Optional<Problem> unknown(String subject, Stream<Expression> values, Expression... words) {
        List<Expression> allowed = List.of(words);
        return values.filter(value -> value instanceof Expression.Sql || value instanceof Expression.NextValue)
                .filter(value -> !allowed.contains(value))
                .findFirst()
                .map(value -> error(
                        subject,
                        "has a value that is no constant",
                        "Use text, a number, literal(...) or one of "
                                + String.join(", ", allowed.stream().map(it -> ((Expression.Sql) it).text()).toList())
                                + "."));
    }

    private Problem another(String subject, Partitioning partitioning) {
        String instead = switch (partitioning.strategy()) {
            case RANGE -> "p.from(...).to(...)";
            case LIST -> "p.in(...)";
            case HASH -> "p.modulus(...).remainder(...)";
        };
        return error(subject, "is a partition of a table that is partitioned by " + partitioning.strategy(),
                "Write " + instead + ".");
    }
}

package dev.plinth.rule;

import dev.plinth.model.sql.Constraint;
import dev.plinth.model.sql.Table;
import dev.plinth.model.sql.TableOptions;
import java.util.stream.Stream;

/** A partitioned table holds no rows, so what is about rows is said of its partitions. */
final class PartitionedTable implements TableRule {

    @Override
    public Stream<Problem> check(Table table) {
        TableOptions options = table.options();
        if (options.partitioning() == null) {
            return Stream.empty();
        }
        Stream<Problem> ofChecks = table.constraints(Constraint.Check.class).stream()
                .filter(Constraint.Check::noInherit)
                .map(check -> error(
                        TableRule.part(table, check.name()),
                        "is a check of a partitioned table and says NO INHERIT, so it would concern no row",
                        "Leave noInherit() out."));
        return Stream.of(
                cannot(table, options.unlogged(), "be UNLOGGED"),
                cannot(table, !options.parameters().isEmpty(), "have storage parameters"),
                cannot(table, options.clusterOn() != null, "be marked CLUSTER ON"),
                cannot(table, !options.inherits().isEmpty(), "inherit from another table"),
                ofChecks)
                .flatMap(problems -> problems);
    }

    private Stream<Problem> cannot(Table table, boolean said, String what) {
        return said
                ? Stream.of(error(
                        table.name().display(),
                        "is partitioned and cannot " + what,
                        "Say it of its partitions: t.partition(name, values, own -> ...)."))
                : Stream.empty();
    }
}

package dev.plinth.rule;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.PartitionOf;
import dev.plinth.model.sql.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A partition is one of a partitioned table of the schema, and inherits from nothing else. */
final class PartitionParent implements Rule {

    @Override
    public Stream<Problem> check(Schema schema) {
        List<Problem> problems = new ArrayList<>();
        for (Table table : schema.tables()) {
            PartitionOf partition = table.options().partitionOf();
            if (partition != null) {
                check(schema, table, partition.table(), problems);
            }
        }
        return problems.stream();
    }

    private void check(Schema schema, Table table, QualifiedName name, List<Problem> problems) {
        Optional<Table> whole = schema.table(name);
        if (whole.isEmpty() || whole.get().options().partitioning() == null) {
            problems.add(error(
                    table.name().display(),
                    "is a partition of " + name.display() + ", which is "
                            + (whole.isPresent() ? "not partitioned" : "no table of the schema"),
                    "Declare it inside of a table that says t.partitionByRange(...), ByList or ByHash."));
        }
        if (!table.options().inherits().isEmpty()) {
            problems.add(error(
                    table.name().display(),
                    "is a partition and cannot inherit from another table",
                    "Leave inherits(...) out."));
        }
    }
}

package dev.plinth.rule;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.PartitionOf;
import dev.plinth.model.sql.Table;
import java.util.Optional;
import java.util.stream.Stream;

/** A partition is one of a partitioned table of the schema, and inherits from nothing else. */
final class PartitionParent implements Rule {

    @Override
    public Stream<Problem> check(Schema schema) {
        return schema.tables().stream().flatMap(table -> check(schema, table));
    }

    private Stream<Problem> check(Schema schema, Table table) {
        PartitionOf partition = table.options().partitionOf();
        if (partition == null) {
            return Stream.empty();
        }
        QualifiedName name = partition.table();
        Optional<Table> whole = schema.table(name);
        Stream<Problem> ofParent = whole.isPresent() && whole.get().options().partitioning() != null
                ? Stream.empty()
                : Stream.of(error(
                        table.name().display(),
                        "is a partition of " + name.display() + ", which is "
                                + (whole.isPresent() ? "not partitioned" : "no table of the schema"),
                        "Declare it inside of a table that says t.partitionByRange(...), ByList or ByHash."));
        Stream<Problem> ofOthers = table.options().inherits().isEmpty()
                ? Stream.empty()
                : Stream.of(error(
                        table.name().display(),
                        "is a partition and cannot inherit from another table",
                        "Leave inherits(...) out."));
        return Stream.concat(ofParent, ofOthers);
    }
}

package dev.plinth.rule;

import dev.plinth.model.Schema;
import dev.plinth.model.sql.Table;
import java.util.stream.Stream;

/** A schema holds a table once. */
final class DuplicateTable implements Rule {

    @Override
    public Stream<Problem> check(Schema schema) {
        return Duplicates.of(schema.tables().stream().map(Table::name).toList()).stream()
                .map(name -> error(
                        name.display(), "is in the schema twice", "List it once in schema(...), or rename one table."));
    }
}

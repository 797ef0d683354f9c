package dev.plinth.rule;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A schema holds a table once. */
final class DuplicateTable implements Rule {

    @Override
    public Stream<Problem> check(Schema schema) {
        List<QualifiedName> names = new ArrayList<>();
        for (Table table : schema.tables()) {
            names.add(table.name());
        }
        List<Problem> problems = new ArrayList<>();
        for (QualifiedName name : Duplicates.of(names)) {
            problems.add(error(
                    name.display(), "is in the schema twice", "List it once in schema(...), or rename one table."));
        }
        return problems.stream();
    }
}

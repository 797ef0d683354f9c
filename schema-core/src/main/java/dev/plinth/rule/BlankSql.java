package dev.plinth.rule;

import dev.plinth.model.sql.Table;
import java.util.stream.Stream;

/** SQL text says something. */
final class BlankSql implements TableRule {

    @Override
    public Stream<Problem> check(Table table) {
        return SqlPart.of(table)
                .filter(part -> part.text().isBlank())
                .map(part -> error(part.subject(), "the " + part.what() + " is blank", "Write it, or drop it."));
    }
}

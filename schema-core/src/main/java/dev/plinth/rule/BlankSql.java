package dev.plinth.rule;

import dev.plinth.model.Schema;
import java.util.stream.Stream;

/** SQL text says something. */
final class BlankSql implements Rule {

    @Override
    public Stream<Problem> check(Schema schema) {
        return SqlPart.of(schema)
                .filter(part -> part.text().isBlank())
                .map(part -> error(part.subject(), "the " + part.what() + " is blank", "Write it, or drop it."));
    }
}

package dev.plinth.rule;

import dev.plinth.model.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** SQL text says something. */
final class BlankSql implements Rule {

    @Override
    public Stream<Problem> check(Schema schema) {
        List<Problem> problems = new ArrayList<>();
        for (SqlPart part : SqlPart.of(schema)) {
            if (part.text().isBlank()) {
                problems.add(error(part.subject(), "the " + part.what() + " is blank", "Write it, or drop it."));
            }
        }
        return problems.stream();
    }
}

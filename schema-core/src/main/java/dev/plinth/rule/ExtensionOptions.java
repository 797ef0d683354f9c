package dev.plinth.rule;

import dev.plinth.model.Schema;
import dev.plinth.model.sql.Extension;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** An extension is listed once, and what is said of it says something. */
final class ExtensionOptions implements Rule {

    @Override
    public Stream<Problem> check(Schema schema) {
        List<Problem> problems = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (Extension extension : schema.extensions()) {
            names.add(extension.name());
        }
        for (String name : Duplicates.of(names)) {
            problems.add(error(
                    name, "is listed twice, in different ways", "Keep one extension(\"" + name + "\")."));
        }
        for (Extension extension : schema.extensions()) {
            if (extension.version() != null && extension.version().isBlank()) {
                problems.add(error(
                        extension.name(), "the version is blank", "Leave version(...) out for the server's own."));
            }
        }
        return problems.stream();
    }
}

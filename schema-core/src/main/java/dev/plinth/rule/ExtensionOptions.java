package dev.plinth.rule;

import dev.plinth.model.Schema;
import dev.plinth.model.sql.Extension;
import java.util.stream.Stream;

/** An extension is listed once, and what is said of it says something. */
final class ExtensionOptions implements Rule {

    @Override
    public Stream<Problem> check(Schema schema) {
        Stream<Problem> twice = Duplicates.of(schema.extensions().stream().map(Extension::name).toList()).stream()
                .map(name -> error(name, "is listed twice, in different ways",
                        "Keep one extension(\"" + name + "\")."));
        Stream<Problem> blank = schema.extensions().stream()
                .filter(it -> it.version() != null && it.version().isBlank())
                .map(it -> error(it.name(), "the version is blank", "Leave version(...) out for the server's own."));
        return Stream.concat(twice, blank);
    }
}

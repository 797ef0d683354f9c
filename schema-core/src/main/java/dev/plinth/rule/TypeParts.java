package dev.plinth.rule;

import dev.plinth.model.Schema;
import dev.plinth.model.sql.UserType;
import java.util.stream.Stream;

/** No two attributes of a composite type, and no two checks of a domain, have one name. */
final class TypeParts implements Rule {

    @Override
    public Stream<Problem> check(Schema schema) {
        return schema.objects(UserType.class).stream().flatMap(this::check);
    }

    private Stream<Problem> check(UserType type) {
        return Duplicates.of(NamedPart.of(type).toList()).stream()
                .map(part -> error(
                        type.name().display() + "." + part.name(),
                        "is the name of two " + part.kind() + "s of the type",
                        "Rename one of the two."));
    }
}

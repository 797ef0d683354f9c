package dev.plinth.rule;

import dev.plinth.model.Schema;
import dev.plinth.model.sql.UserType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** No two attributes of a composite type, and no two checks of a domain, have one name. */
final class TypeParts implements Rule {

    @Override
    public Stream<Problem> check(Schema schema) {
        List<Problem> problems = new ArrayList<>();
        for (UserType type : schema.objects(UserType.class)) {
            for (NamedPart part : Duplicates.of(NamedPart.of(type))) {
                problems.add(error(
                        type.name().display() + "." + part.name(),
                        "is the name of two " + part.kind() + "s of the type",
                        "Rename one of the two."));
            }
        }
        return problems.stream();
    }
}

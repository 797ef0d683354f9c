package dev.plinth.rule;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.NamedQuery;
import dev.plinth.naming.Identifiers;
import java.util.List;
import java.util.stream.Stream;

/**
 * A table or view has a column, a constraint and a trigger of one name once. Names that are different and become equal when
 * PostgreSQL cuts them are equal here.
 */
final class DuplicateName implements Rule {

    @Override
    public Stream<Problem> check(Schema schema) {
        return Stream.concat(
                schema.tables().stream().flatMap(it -> check("table", it.name(), NamedPart.of(it))),
                schema.objects(NamedQuery.class).stream()
                        .flatMap(it -> check(ObjectWords.of(it).kind(), it.name(), NamedPart.of(it))));
    }

    private Stream<Problem> check(String kind, QualifiedName owner, Stream<NamedPart> named) {
        List<NamedPart> parts = named
                .filter(it -> !it.kind().equals("index"))
                .map(it -> new NamedPart(it.kind(), Identifiers.truncate(it.name())))
                .toList();
        return Duplicates.of(parts).stream()
                .map(it -> error(
                        owner.display() + "." + it.name(),
                        "is the name of two " + (it.kind().equals("policy") ? "policies" : it.kind() + "s")
                                + " of the " + kind,
                        "Rename one of the two; PostgreSQL compares the first 63 bytes."));
    }
}

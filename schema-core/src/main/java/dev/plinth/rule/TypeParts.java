package dev.plinth.rule;

import dev.plinth.model.Schema;
import dev.plinth.model.sql.CompositeType;
import dev.plinth.model.sql.Constraint.Check;
import dev.plinth.model.sql.DomainType;
import dev.plinth.naming.Identifiers;
import java.util.stream.Stream;

/** Attributes of composite types and checks of domains have names, each once, that PostgreSQL can keep whole. */
final class TypeParts implements Rule {

    @Override
    public Stream<Problem> check(Schema schema) {
        return Stream.concat(
                schema.objects(DomainType.class).stream()
                        .flatMap(it -> check(
                                it.name().display(),
                                "constraint",
                                it.checks().stream().map(Check::name))),
                schema.objects(CompositeType.class).stream()
                        .flatMap(it -> check(
                                it.name().display(),
                                "attribute",
                                it.attributes().stream().map(CompositeType.Attribute::name))));
    }

    private Stream<Problem> check(String type, String kind, Stream<String> partNames) {
        var names = partNames.map(Identifiers::truncate).toList();
        Stream<Problem> twice = Duplicates.of(names).stream()
                .map(name -> error(
                        type + "." + name, "is the name of two " + kind + "s of the type", "Rename one of the two."));
        Stream<Problem> empty = names.stream()
                .filter(String::isEmpty)
                .map(name -> error(type, "the name of a " + kind + " is empty", "Give it a name."));
        return Stream.concat(twice, empty);
    }
}

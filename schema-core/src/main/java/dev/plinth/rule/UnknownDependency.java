package dev.plinth.rule;

import dev.plinth.model.Schema;
import dev.plinth.model.sql.Cast;
import dev.plinth.model.sql.DatabaseObject;
import dev.plinth.model.sql.NamedQuery;
import dev.plinth.model.sql.ObjectName;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What an opaque body is said to depend on, and what a cast calls, is in the schema, or there would be nothing to create it after. */
final class UnknownDependency implements Rule {

    @Override
    public Stream<Problem> check(Schema schema) {
        Set<ObjectName> known = new HashSet<>();
        schema.objects().forEach(object -> known.add(ObjectName.of(object)));
        schema.tables().forEach(table -> known.add(ObjectName.ofTable(table.name())));
        return Stream.of(
                schema.functions().stream().flatMap(it -> unknown(it, it.dependsOn(), known)),
                schema.objects(NamedQuery.class).stream().flatMap(it -> unknown(it, it.dependsOn(), known)),
                schema.objects(Cast.class).stream().flatMap(cast -> unknown(schema, cast, known)))
                .flatMap(it -> it);
    }

    /** A function of an extension, or of a namespace that the schema says nothing of, is there without the schema. */
    private Stream<Problem> unknown(Schema schema, Cast cast, Set<ObjectName> known) {
        return Stream.ofNullable(cast.function())
                .filter(function -> !known.contains(function))
                .filter(function -> known.stream()
                        .anyMatch(it -> it.name().namespace().equals(function.name().namespace())))
                .filter(function -> schema.extensions().stream()
                        .noneMatch(it -> it.namespace() == null
                                || it.namespace().equals(function.name().namespace())))
                .map(function -> error(
                        ObjectWords.of(cast).subject(),
                        "converts with " + function.name().display() + ", which is not in the schema",
                        "List it in schema(...)."));
    }

    private Stream<Problem> unknown(DatabaseObject object, List<ObjectName> dependsOn, Set<ObjectName> known) {
        List<ObjectName> unknown = dependsOn.stream().filter(it -> !known.contains(it)).toList();
        return unknown.stream()
                .map(it -> error(
                        ObjectWords.of(object).subject(),
                        "depends on " + it.name().display() + ", which is not in the schema",
                        "List it in schema(...), or leave it out of dependsOn(...)."));
    }
}

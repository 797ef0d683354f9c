package dev.plinth.rule;

import dev.plinth.model.Schema;
import dev.plinth.model.sql.Function;
import dev.plinth.model.sql.ObjectName;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What an opaque body is said to depend on is in the schema, or there would be nothing to create it after. */
final class UnknownDependency implements Rule {

    @Override
    public Stream<Problem> check(Schema schema) {
        Set<ObjectName> known = new HashSet<>();
        schema.objects().forEach(object -> known.add(ObjectName.of(object)));
        schema.tables().forEach(table -> known.add(ObjectName.ofTable(table.name())));
        return schema.functions().stream().flatMap(function -> unknown(function, known));
    }

    private Stream<Problem> unknown(Function function, Set<ObjectName> known) {
        List<ObjectName> unknown =
                function.dependsOn().stream().filter(it -> !known.contains(it)).toList();
        return unknown.stream()
                .map(it -> error(
                        ObjectWords.of(function).subject(),
                        "depends on " + it.name().display() + ", which is not in the schema",
                        "List it in schema(...), or leave it out of dependsOn(...)."));
    }
}

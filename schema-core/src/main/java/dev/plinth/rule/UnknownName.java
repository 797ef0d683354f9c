package dev.plinth.rule;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.Collation;
import dev.plinth.model.sql.NamedQuery;
import dev.plinth.model.sql.RangeType;
import dev.plinth.model.sql.UserType;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** The types and collations that a schema uses by their names are in it, or PostgreSQL's own. */
final class UnknownName implements Rule {

    @Override
    public Stream<Problem> check(Schema schema) {
        Set<QualifiedName> types = new HashSet<>();
        schema.tables().forEach(table -> types.add(table.name()));
        schema.objects(NamedQuery.class).forEach(view -> types.add(view.name()));
        schema.objects(UserType.class).forEach(type -> types.add(type.name()));
        schema.objects(RangeType.class).forEach(range -> types.add(range.multirange()));
        Set<QualifiedName> collations = new HashSet<>();
        schema.objects(Collation.class).forEach(collation -> collations.add(collation.name()));
        return TypeUse.of(schema).flatMap(use -> check(use, types, collations)).distinct();
    }

    private Stream<Problem> check(TypeUse use, Set<QualifiedName> types, Set<QualifiedName> collations) {
        Stream<Problem> type = use.type().createdName().stream()
                .filter(name -> !types.contains(name))
                .map(name -> problem(use, "type", name));
        Stream<Problem> collation = Stream.ofNullable(use.collation())
                .filter(name -> !name.namespace().equals("pg_catalog") && !collations.contains(name))
                .map(name -> problem(use, "collation", name));
        return Stream.concat(type, collation);
    }

    private Problem problem(TypeUse use, String kind, QualifiedName name) {
        return error(
                use.subject(),
                "uses the " + kind + " " + name.display() + ", which is not in the schema",
                "List it in schema(...).");
    }
}

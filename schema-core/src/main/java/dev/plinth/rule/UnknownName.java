package dev.plinth.rule;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.Collation;
import dev.plinth.model.sql.NamedQuery;
import dev.plinth.model.sql.RangeType;
import dev.plinth.model.sql.Table;
import dev.plinth.model.sql.UserType;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

/** The types and collations that a schema uses by their names are in it, or PostgreSQL's own. */
final class UnknownName implements Rule {

    @Override
    public Stream<Problem> check(Schema schema) {
        Set<QualifiedName> types = types(schema);
        Set<QualifiedName> collations = new HashSet<>();
        for (Collation collation : schema.objects(Collation.class)) {
            collations.add(collation.name());
        }
        Set<Problem> problems = new LinkedHashSet<>();
        for (TypeUse use : TypeUse.of(schema)) {
            QualifiedName type = use.type().createdName().orElse(null);
            if (type != null && !types.contains(type)) {
                problems.add(problem(use, "type", type));
            }
            QualifiedName collation = use.collation();
            if (collation != null && !collation.namespace().equals("pg_catalog") && !collations.contains(collation)) {
                problems.add(problem(use, "collation", collation));
            }
        }
        return problems.stream();
    }

    private static Set<QualifiedName> types(Schema schema) {
        Set<QualifiedName> types = new HashSet<>();
        for (Table table : schema.tables()) {
            types.add(table.name());
        }
        for (NamedQuery view : schema.objects(NamedQuery.class)) {
            types.add(view.name());
        }
        for (UserType type : schema.objects(UserType.class)) {
            types.add(type.name());
        }
        for (RangeType range : schema.objects(RangeType.class)) {
            types.add(range.multirange());
        }
        return types;
    }

    private Problem problem(TypeUse use, String kind, QualifiedName name) {
        return error(
                use.subject(),
                "uses the " + kind + " " + name.display() + ", which is not in the schema",
                "List it in schema(...).");
    }
}

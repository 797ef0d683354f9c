package dev.plinth.rule;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.CompositeType;
import dev.plinth.model.sql.NamedQuery;
import dev.plinth.model.sql.RangeType;
import dev.plinth.model.sql.Table;
import dev.plinth.model.sql.UserType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Types of one namespace share their names with the row types of its tables, and a range type has two of them. Two types
 * of one name are the business of {@link ObjectConflict}, composite types and tables of {@link RelationName}.
 *
 * @see <a href="https://www.postgresql.org/docs/current/catalog-pg-type.html">pg_type</a>
 */
final class TypeName implements Rule {

    @Override
    public Stream<Problem> check(Schema schema) {
        List<Problem> problems = new ArrayList<>();
        Map<QualifiedName, String> holders = new HashMap<>();
        for (Table table : schema.tables()) {
            holders.put(table.name(), "table " + table.name().display());
        }
        for (NamedQuery view : schema.objects(NamedQuery.class)) {
            holders.put(view.name(), ObjectWords.of(view).kind() + " " + view.name().display());
        }
        Set<QualifiedName> relations = Set.copyOf(holders.keySet());
        for (UserType type : schema.objects(UserType.class)) {
            String words = ObjectWords.of(type).kind();
            String holder = holders.putIfAbsent(type.name(), words + " " + type.name().display());
            if (holder != null && relations.contains(type.name()) && !(type instanceof CompositeType)) {
                problems.add(taken(type, words, type.name(), holder));
            }
        }
        for (RangeType range : schema.objects(RangeType.class)) {
            String holder = holders.putIfAbsent(range.multirange(), "multirange type of " + range.name().display());
            if (holder != null) {
                problems.add(taken(range, "multirange type", range.multirange(), holder));
            }
        }
        return problems.stream();
    }

    private Problem taken(UserType type, String words, QualifiedName name, String holder) {
        return error(
                type.name().display(),
                "the name \"" + name.name() + "\" of this " + words + " is taken by the " + holder,
                "Rename one of the two; types and tables of a namespace share their names.");
    }
}

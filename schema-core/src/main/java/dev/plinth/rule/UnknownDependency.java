package dev.plinth.rule;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.Cast;
import dev.plinth.model.sql.DatabaseObject;
import dev.plinth.model.sql.Extension;
import dev.plinth.model.sql.Function;
import dev.plinth.model.sql.NamedQuery;
import dev.plinth.model.sql.ObjectName;
import dev.plinth.model.sql.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What an opaque body is said to depend on, and what a cast calls, is in the schema, or there would be nothing to create it after. */
final class UnknownDependency implements Rule {

    @Override
    public Stream<Problem> check(Schema schema) {
        Set<ObjectName> known = known(schema);
        List<Problem> problems = new ArrayList<>();
        for (Function function : schema.functions()) {
            check(function, function.dependsOn(), known, problems);
        }
        for (NamedQuery view : schema.objects(NamedQuery.class)) {
            check(view, view.dependsOn(), known, problems);
        }
        for (Cast cast : schema.objects(Cast.class)) {
            ObjectName function = cast.function();
            if (function != null && !known.contains(function) && isExpected(function.name(), schema, known)) {
                problems.add(noFunction(cast, function));
            }
        }
        return problems.stream();
    }

    private static Set<ObjectName> known(Schema schema) {
        Set<ObjectName> known = new HashSet<>();
        for (DatabaseObject object : schema.objects()) {
            known.add(ObjectName.of(object));
        }
        for (Table table : schema.tables()) {
            known.add(ObjectName.ofTable(table.name()));
        }
        return known;
    }

    /** A function of an extension, or of a namespace that the schema says nothing of, is there without the schema. */
    private static boolean isExpected(QualifiedName function, Schema schema, Set<ObjectName> known) {
        for (Extension extension : schema.extensions()) {
            if (extension.namespace() == null || extension.namespace().equals(function.namespace())) {
                return false;
            }
        }
        for (ObjectName one : known) {
            if (one.name().namespace().equals(function.namespace())) {
                return true;
            }
        }
        return false;
    }

    private Problem noFunction(Cast cast, ObjectName function) {
        return error(
                ObjectWords.of(cast).subject(),
                "converts with " + function.name().display() + ", which is not in the schema",
                "List it in schema(...).");
    }

    private void check(
            DatabaseObject object, List<ObjectName> dependsOn, Set<ObjectName> known, List<Problem> problems) {
        for (ObjectName name : dependsOn) {
            if (!known.contains(name)) {
                problems.add(error(
                        ObjectWords.of(object).subject(),
                        "depends on " + name.name().display() + ", which is not in the schema",
                        "List it in schema(...), or leave it out of dependsOn(...)."));
            }
        }
    }
}

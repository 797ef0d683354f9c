package dev.plinth.rule;

import dev.plinth.model.Schema;
import dev.plinth.model.sql.DatabaseObject;
import dev.plinth.model.sql.ObjectName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** One name, one object: what uses objects of the same name uses the same object. */
final class ObjectConflict implements Rule {

    @Override
    public Stream<Problem> check(Schema schema) {
        Set<ObjectName> seen = new HashSet<>();
        Set<ObjectName> reported = new HashSet<>();
        List<Problem> problems = new ArrayList<>();
        for (DatabaseObject object : schema.objects()) {
            ObjectName name = ObjectName.of(object);
            if (!seen.add(name) && reported.add(name)) {
                problems.add(problem(object));
            }
        }
        return problems.stream();
    }

    private Problem problem(DatabaseObject object) {
        ObjectWords words = ObjectWords.of(object);
        return error(
                words.subject(),
                "is defined twice, in different ways",
                "Keep one definition of the " + words.kind() + " in a constant, or rename one of the two.");
    }
}

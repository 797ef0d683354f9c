package dev.plinth.postgres.internal.inspect;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.ColumnType;
import dev.plinth.model.sql.ObjectName;
import dev.plinth.model.sql.ObjectName.Catalog;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Routines of another kind than the one that was looked for: they hold a name and the types of its arguments. */
final class RoutineHolders {

    final Map<ObjectName, String> byName = new HashMap<>();

    void add(QualifiedName name, RoutineColumns columns, String kind) {
        List<ColumnType> types = columns.inputTypes();
        byName.put(
                new ObjectName(Catalog.ROUTINE, name, types),
                switch (kind) {
                    case "a" -> "an aggregate";
                    case "p" -> "a procedure";
                    default -> "a function";
                });
    }
}

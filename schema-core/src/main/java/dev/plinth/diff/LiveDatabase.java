package dev.plinth.diff;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.DatabaseObject;
import dev.plinth.model.sql.ObjectName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * As much of a database as a schema asks about.
 *
 * @param serverVersion the major version of the server, 14 to 18 or newer
 * @param namespaces the namespaces that exist
 * @param extensions the installed extensions
 * @param availableExtensions extensions that are not installed but could be
 * @param relations every relation that carries a name the schema uses (table, index, sequence, view, ...), with a
 *     phrase that says what it is
 * @param tables the tables that the schema declares and that exist
 * @param holders who has the name of a declared object that is no relation; only read where the object itself is
 *     not there
 * @param objects what the schema declares besides tables and that exists, each of the kind declared
 */
public record LiveDatabase(
        int serverVersion,
        Set<String> namespaces,
        Set<String> extensions,
        Set<String> availableExtensions,
        Map<QualifiedName, String> relations,
        List<LiveTable> tables,
        Map<ObjectName, String> holders,
        List<Live<? extends DatabaseObject>> objects) {

    public LiveDatabase {
        namespaces = Set.copyOf(namespaces);
        extensions = Set.copyOf(extensions);
        availableExtensions = Set.copyOf(availableExtensions);
        relations = Map.copyOf(relations);
        tables = List.copyOf(tables);
        holders = Map.copyOf(holders);
        objects = List.copyOf(objects);
    }

    /** The live table of that name. */
    public Optional<LiveTable> table(QualifiedName name) {
        return tables.stream().filter(table -> table.name().equals(name)).findFirst();
    }
}

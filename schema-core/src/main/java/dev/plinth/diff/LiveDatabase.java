package dev.plinth.diff;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.Function;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * As much of a database as a schema asks about.
 *
 * @param namespaces the namespaces that exist
 * @param extensions the installed extensions
 * @param availableExtensions extensions that are not installed but could be
 * @param relations every relation that carries a name the schema uses (table, index, sequence, view, ...), with a
 *     phrase that says what it is
 * @param tables the tables that the schema declares and that exist
 * @param functions the functions that the schema declares and that exist
 */
public record LiveDatabase(
        Set<String> namespaces,
        Set<String> extensions,
        Set<String> availableExtensions,
        Map<QualifiedName, String> relations,
        List<LiveTable> tables,
        List<Live<Function>> functions) {

    public LiveDatabase {
        namespaces = Set.copyOf(namespaces);
        extensions = Set.copyOf(extensions);
        availableExtensions = Set.copyOf(availableExtensions);
        relations = Map.copyOf(relations);
        tables = List.copyOf(tables);
        functions = List.copyOf(functions);
    }

    /** The live table of that name. */
    public Optional<LiveTable> table(QualifiedName name) {
        return tables.stream().filter(table -> table.name().equals(name)).findFirst();
    }
}

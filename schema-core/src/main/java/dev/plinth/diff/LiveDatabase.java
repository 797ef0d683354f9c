package dev.plinth.diff;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.sql.DatabaseObject;
import dev.plinth.model.sql.Extension;
import dev.plinth.model.sql.ObjectName;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * As much of a database as a schema asks about.
 *
 * @param serverVersion the major version of the server, 14 to 18 or newer
 * @param namespaces the namespaces that exist
 * @param extensions the installed extensions, with their namespaces and versions
 * @param availableExtensions extensions that are not installed but could be, with the versions that there are, where one is
 *     declared
 * @param relations every relation that carries a name the schema uses (table, index, sequence, view, ...), with a
 *     phrase that says what it is; empty where nobody asked, as nothing was missing
 * @param tables the tables that the schema declares and that exist, in order
 * @param views the indexes, triggers and columns of the declared views that exist, as of tables
 * @param holders who has the name of a declared object that is no relation; only read where the object itself is
 *     not there
 * @param objects what the schema declares besides tables and that exists, each of the kind declared
 * @param access who may do what
 * @param storage where and how the session stores what does not say it
 */
public record LiveDatabase(
        int serverVersion,
        Set<String> namespaces,
        List<Extension> extensions,
        Map<String, Set<String>> availableExtensions,
        Map<QualifiedName, String> relations,
        Map<QualifiedName, LiveTable> tables,
        List<LiveTable> views,
        Map<ObjectName, String> holders,
        List<Live<? extends DatabaseObject>> objects,
        LiveAccess access,
        StorageDefaults storage) {

    public LiveDatabase {
        namespaces = Set.copyOf(namespaces);
        extensions = List.copyOf(extensions);
        availableExtensions = Map.copyOf(availableExtensions);
        relations = Map.copyOf(relations);
        tables = Collections.unmodifiableMap(new LinkedHashMap<>(tables));
        views = List.copyOf(views);
        holders = Map.copyOf(holders);
        objects = List.copyOf(objects);
    }

    /** The same, knowing that more roles exist. */
    public LiveDatabase withRoles(Set<String> roles) {
        return new LiveDatabase(
                serverVersion, namespaces, extensions, availableExtensions, relations, tables, views, holders, objects,
                access.withRoles(roles), storage);
    }

    /** Tables by their names, in the order in which they are given. */
    public static Map<QualifiedName, LiveTable> byName(Collection<LiveTable> tables) {
        Map<QualifiedName, LiveTable> byName = new LinkedHashMap<>();
        tables.forEach(table -> byName.put(table.name(), table));
        return byName;
    }

    /** The installed extension of that name. */
    public Optional<Extension> extension(String name) {
        return extensions.stream().filter(extension -> extension.name().equals(name)).findFirst();
    }

    /** Whether an extension could be installed, in its version where it says one. */
    public boolean offers(Extension extension) {
        Set<String> versions = availableExtensions.get(extension.name());
        return versions != null && (extension.version() == null || versions.contains(extension.version()));
    }

    /** What the live view of that name has as tables have it. */
    public Optional<LiveTable> view(QualifiedName name) {
        return views.stream().filter(view -> view.name().equals(name)).findFirst();
    }

    /** The live table of that name. */
    public Optional<LiveTable> table(QualifiedName name) {
        return Optional.ofNullable(tables.get(name));
    }
}

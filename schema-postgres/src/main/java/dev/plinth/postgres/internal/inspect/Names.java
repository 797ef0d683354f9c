package dev.plinth.postgres.internal.inspect;

import dev.plinth.model.QualifiedName;
import dev.plinth.postgres.internal.sql.ArrayLiterals;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Names to look for, the same ones in each of several namespaces. A message has each name once, however many those are. */
record Names(List<Group> groups) {

    /** Names that are wanted in every one of these namespaces. */
    record Group(Set<String> namespaces, Set<String> names) {}

    private static final String NONE = "SELECT NULL::name, NULL::name WHERE false";

    /** Names as a schema declares them; what is declared in {@code public} is looked for in each of {@code homes}. */
    static Names of(Collection<QualifiedName> declared, Set<String> homes) {
        Map<String, Set<String>> byNamespace = new LinkedHashMap<>();
        declared.forEach(name -> byNamespace
                .computeIfAbsent(name.namespace(), namespace -> new LinkedHashSet<>())
                .add(name.name()));
        return new Names(byNamespace.entrySet().stream()
                .map(entry -> new Group(
                        entry.getKey().equals(QualifiedName.DEFAULT_NAMESPACE) ? homes : Set.of(entry.getKey()),
                        entry.getValue()))
                .toList());
    }

    boolean isEmpty() {
        return groups.isEmpty();
    }

    /** How many there are at most. */
    int count() {
        return groups.stream().mapToInt(group -> group.namespaces.size() * group.names.size()).sum();
    }

    boolean contains(QualifiedName name) {
        return groups.stream()
                .anyMatch(group -> group.namespaces.contains(name.namespace()) && group.names.contains(name.name()));
    }

    /** A table expression with two columns, the namespace and the name. */
    String sql() {
        return groups.isEmpty()
                ? "(" + NONE + ")"
                : groups.stream().map(Names::sql).collect(Collectors.joining(" UNION ALL ", "(", ")"));
    }

    private static String sql(Group group) {
        return "SELECT n.n, d.d FROM unnest(" + ArrayLiterals.names(List.copyOf(group.namespaces))
                + ") AS n(n), unnest("
                + ArrayLiterals.names(List.copyOf(group.names)) + ") AS d(d)";
    }
}

package dev.plinth.rule;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.QualifiedText;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.NamedQuery;
import dev.plinth.model.sql.ObjectName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A view reads no view that reads it: neither could be created first. Its own name may be that of a column behind an alias
 * which is called as the namespace, so that alone is a warning.
 */
final class ViewCycle implements Rule {

    @Override
    public Stream<Problem> check(Schema schema) {
        List<NamedQuery> views = schema.objects(NamedQuery.class);
        Map<QualifiedName, Set<QualifiedName>> read = read(views);
        Set<QualifiedName> reported = new HashSet<>();
        List<Problem> problems = new ArrayList<>();
        for (NamedQuery view : views) {
            List<QualifiedName> way = wayBack(view.name(), read);
            if (!way.isEmpty() && !reported.contains(view.name())) {
                problems.add(problem(way));
            }
            reported.addAll(way);
        }
        return problems.stream();
    }

    private static Map<QualifiedName, Set<QualifiedName>> read(List<NamedQuery> views) {
        Set<QualifiedName> names = new HashSet<>();
        for (NamedQuery view : views) {
            names.add(view.name());
        }
        Map<QualifiedName, Set<QualifiedName>> read = new LinkedHashMap<>();
        for (NamedQuery view : views) {
            read.put(view.name(), read(view, names));
        }
        return read;
    }

    private Problem problem(List<QualifiedName> way) {
        String view = way.getFirst().display();
        if (way.size() == 1) {
            return warning(view, "reads itself, as its text says",
                    "Read tables, or call what stands before the dot otherwise.");
        }
        String others =
                way.subList(1, way.size()).stream().map(QualifiedName::display).collect(Collectors.joining(", "));
        return error(view, "reads itself, by way of " + others, "Let one of them read tables instead.");
    }

    /** The declared views that a view reads, in the order in which its query names them. */
    private static Set<QualifiedName> read(NamedQuery view, Set<QualifiedName> views) {
        Set<QualifiedName> read = new LinkedHashSet<>(QualifiedText.ofCode(view.query()).names());
        view.dependsOn().stream()
                .filter(it -> it.catalog() == ObjectName.Catalog.RELATION)
                .forEach(it -> read.add(it.name()));
        read.retainAll(views);
        return read;
    }

    /** The shortest way from a view to itself, without its end; empty where there is none. */
    private static List<QualifiedName> wayBack(QualifiedName view, Map<QualifiedName, Set<QualifiedName>> read) {
        Map<QualifiedName, List<QualifiedName>> ways = new HashMap<>();
        Deque<List<QualifiedName>> open = new ArrayDeque<>(List.of(List.of(view)));
        while (!open.isEmpty()) {
            List<QualifiedName> way = open.remove();
            for (QualifiedName next : read.getOrDefault(way.getLast(), Set.of())) {
                if (next.equals(view)) {
                    return way;
                }
                List<QualifiedName> further = Stream.concat(way.stream(), Stream.of(next)).toList();
                if (ways.putIfAbsent(next, further) == null) {
                    open.add(further);
                }
            }
        }
        return List.of();
    }
}

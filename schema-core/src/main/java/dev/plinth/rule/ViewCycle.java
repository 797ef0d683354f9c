package dev.plinth.rule;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.QualifiedText;
import dev.plinth.model.Schema;
import dev.plinth.model.sql.NamedQuery;
import dev.plinth.model.sql.ObjectName;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A view reads no view that reads it: neither could be created first. */
final class ViewCycle implements Rule {

    @Override
    public Stream<Problem> check(Schema schema) {
        List<NamedQuery> views = schema.objects(NamedQuery.class);
        Set<QualifiedName> names = views.stream().map(NamedQuery::name).collect(Collectors.toSet());
        Map<QualifiedName, Set<QualifiedName>> open = new LinkedHashMap<>();
        views.forEach(view -> open.put(view.name(), read(view, names)));
        while (removeThoseInNoCycle(open)) {
            // Each round takes away the ends of what is left.
        }
        List<String> left = open.keySet().stream().map(QualifiedName::display).toList();
        return left.isEmpty() ? Stream.empty() : Stream.of(problem(left));
    }

    private Problem problem(List<String> views) {
        String way = views.size() == 1 ? "" : ", by way of " + String.join(", ", views.subList(1, views.size()));
        return error(views.getFirst(), "reads itself" + way, "Let one of them read tables instead.");
    }

    /** The declared views that a view reads. */
    private static Set<QualifiedName> read(NamedQuery view, Set<QualifiedName> views) {
        Set<QualifiedName> read = new HashSet<>(QualifiedText.of(view.query()).names());
        view.dependsOn().stream()
                .filter(it -> it.catalog() == ObjectName.Catalog.RELATION)
                .forEach(it -> read.add(it.name()));
        read.retainAll(views);
        return read;
    }

    /** Takes away what reads nothing that is left and what nothing that is left reads. */
    private static boolean removeThoseInNoCycle(Map<QualifiedName, Set<QualifiedName>> open) {
        Set<QualifiedName> read = new HashSet<>();
        open.values().forEach(read::addAll);
        boolean removed = open.entrySet().removeIf(view -> view.getValue().isEmpty() || !read.contains(view.getKey()));
        open.values().forEach(names -> names.retainAll(open.keySet()));
        return removed;
    }
}

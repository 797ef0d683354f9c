package dev.plinth.postgres.internal.inspect;

import dev.plinth.diff.LiveDatabase;
import dev.plinth.diff.LiveTable;
import dev.plinth.model.QualifiedName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The tables that were inspected together with all tables above them; without those a table is none that could be declared. */
final class ReadTables {

    private final Map<QualifiedName, LiveTable> inspected;
    private final Map<QualifiedName, Boolean> answers = new HashMap<>();
    private final List<Unmodelled> others = new ArrayList<>();

    ReadTables(Collection<LiveTable> inspected) {
        this.inspected = LiveDatabase.byName(inspected);
        inspected.forEach(this::isRead);
    }

    private boolean isRead(LiveTable table) {
        Boolean known = answers.get(table.name());
        if (known != null) {
            return known;
        }
        boolean answer = LiveInheritance.parents(table).stream().allMatch(parent -> isRead(parent, table));
        answers.put(table.name(), answer);
        return answer;
    }

    private boolean isRead(QualifiedName parent, LiveTable child) {
        LiveTable above = inspected.get(parent);
        boolean answer = above != null && isRead(above);
        if (!answer) {
            others.add(new Unmodelled("table " + child.name().display(), "INHERITS " + absence(parent)));
        }
        return answer;
    }

    boolean contains(QualifiedName table) {
        return answers.getOrDefault(table, false);
    }

    /** Why a table is none of these. */
    String absence(QualifiedName table) {
        return table.display() + (inspected.containsKey(table) ? ", which is not read" : ", which was not inspected");
    }

    /** In the order of their names. */
    List<LiveTable> sorted() {
        return inspected.values().stream()
                .filter(table -> contains(table.name()))
                .sorted(Comparator.comparing(LiveTable::name))
                .toList();
    }

    /** The tables directly above. */
    List<LiveTable> above(LiveTable table) {
        return LiveInheritance.parents(table).stream()
                .flatMap(name -> Stream.ofNullable(inspected.get(name)))
                .toList();
    }

    /** The inspected tables that are none of these, each once. */
    List<Unmodelled> others() {
        return others;
    }
}

package dev.plinth.plan;

import dev.plinth.diff.Change.SqlChange;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Additions and what each of them needs of the others. The needs are those of {@link Needs}; {@link Wishes} are dropped
 * where they close a cycle, then what only checks need, which can be added later.
 *
 * <p>The order is a walk in depth: changes stand as they are given, behind what they need. Without recursion, as chains of
 * thousands of tables occur. In a cycle of needs alone the last need is passed over, and the cycle kept.
 */
final class DependencyGraph {

    /** How much one change wants to stand behind another. */
    private enum Kind {
        NEED,
        CHECK,
        WISH
    }

    /** That one change is to stand behind another. */
    private record Edge(int from, int to, Kind kind) {}

    /** A change on the way, by which edge it was reached, and its edges that are still to be looked at. */
    private record Visit(int node, @Nullable Edge by, Iterator<Edge> edges) {}

    private final List<SqlChange> changes;
    private final Map<Need, List<Integer>> providers = new HashMap<>();
    private final Set<Edge> dropped = new HashSet<>();
    private Set<Integer> seen = new HashSet<>();
    private Deque<Visit> way = new ArrayDeque<>();
    private Set<Integer> onTheWay = new HashSet<>();
    private Set<Integer> ordered = new LinkedHashSet<>();
    private List<List<SqlChange>> cycles = new ArrayList<>();

    DependencyGraph(List<SqlChange> changes) {
        this.changes = changes;
        for (int node = 0; node < changes.size(); node++) {
            for (Need need : Provided.by(changes.get(node))) {
                providers.computeIfAbsent(need, key -> new ArrayList<>()).add(node);
            }
        }
    }

    /** The changes, each behind what it needs. */
    List<SqlChange> needsFirst() {
        while (!walk()) {
            seen = new HashSet<>();
            way = new ArrayDeque<>();
            onTheWay = new HashSet<>();
            ordered = new LinkedHashSet<>();
            cycles = new ArrayList<>();
        }
        return ordered.stream().map(changes::get).toList();
    }

    /** Cycles of needs alone: each change needs the next one, the last one the first. The last one is made too early. */
    List<List<SqlChange>> cycles() {
        return cycles;
    }

    /** Of changes with checks that closed a cycle what those are not to wait for. */
    Map<SqlChange, Set<Need>> laterThanChecks() {
        Map<SqlChange, Set<Need>> later = new HashMap<>();
        for (Edge edge : dropped) {
            if (edge.kind == Kind.CHECK) {
                later.computeIfAbsent(changes.get(edge.from), change -> new HashSet<>())
                        .addAll(Provided.by(changes.get(edge.to)));
            }
        }
        return later;
    }

    /** False where a wish turned out to stand against a need; it is dropped, and the walk has to begin again. */
    private boolean walk() {
        for (int node = 0; node < changes.size(); node++) {
            enter(node, null);
            while (!way.isEmpty()) {
                Visit visit = way.peek();
                if (visit.edges.hasNext()) {
                    if (!follow(visit.edges.next())) {
                        return false;
                    }
                } else {
                    leave();
                }
            }
        }
        return true;
    }

    private boolean follow(Edge edge) {
        if (!onTheWay.contains(edge.to)) {
            enter(edge.to, edge);
            return true;
        }
        if (edge.kind == Kind.WISH || edge.from == edge.to) {
            return true;
        }
        if (dropOfCycle(edge, Kind.WISH) || dropOfCycle(edge, Kind.CHECK)) {
            return false;
        }
        cycles.add(cycle(edge.to));
        return true;
    }

    /** Drops the latest edge of a kind in the cycle that an edge closes; false where there is none. */
    private boolean dropOfCycle(Edge closing, Kind kind) {
        Edge edge = closing;
        for (Visit visit : way) {
            if (edge.kind == kind) {
                dropped.add(edge);
                return true;
            }
            if (visit.node == closing.to || visit.by == null) {
                return false;
            }
            edge = visit.by;
        }
        return false;
    }

    private List<SqlChange> cycle(int first) {
        List<SqlChange> cycle = new ArrayList<>();
        for (Visit visit : way) {
            cycle.addFirst(changes.get(visit.node));
            if (visit.node == first) {
                break;
            }
        }
        return cycle;
    }

    private void enter(int node, @Nullable Edge by) {
        if (seen.add(node)) {
            way.push(new Visit(node, by, edges(node)));
            onTheWay.add(node);
        }
    }

    private void leave() {
        int node = way.pop().node;
        onTheWay.remove(node);
        ordered.add(node);
    }

    private Iterator<Edge> edges(int node) {
        SqlChange change = changes.get(node);
        List<Need> wishes = Wishes.ofOpaqueBody(change);
        List<Need> checks = Wishes.ofChecks(change);
        List<Need> needs = new ArrayList<>(Needs.of(change, List.of()));
        wishes.forEach(needs::remove); // once each: what is needed for another reason, as the type of an argument, remains
        checks.forEach(needs::remove);
        List<Edge> edges = new ArrayList<>();
        needs.forEach(need -> add(edges, node, need, Kind.NEED));
        checks.forEach(need -> add(edges, node, need, Kind.CHECK));
        wishes.forEach(need -> add(edges, node, need, Kind.WISH));
        Wishes.ofForeignKeys(change).forEach(need -> add(edges, node, need, Kind.WISH));
        return edges.iterator();
    }

    private void add(List<Edge> edges, int from, Need need, Kind kind) {
        for (int to : providers.getOrDefault(need, List.of())) {
            Edge edge = new Edge(from, to, need instanceof Need.OfCast ? Kind.WISH : kind);
            if (!dropped.contains(edge) && !isLaterOverload(edge, need)) {
                edges.add(edge);
            }
        }
    }

    /** Two overloads that both speak of their name stand as they are given: the text does not tell which one it means. */
    private boolean isLaterOverload(Edge edge, Need need) {
        return edge.from < edge.to
                && need instanceof Need.OfRoutine
                && Provided.by(changes.get(edge.from)).contains(need)
                && Needs.of(changes.get(edge.to), List.of()).contains(need);
    }
}

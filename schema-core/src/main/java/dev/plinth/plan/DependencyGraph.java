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

/**
 * Additions and what each of them needs of the others. The needs are those of {@link Needs}; {@link Wishes} are dropped
 * where they close a cycle.
 *
 * <p>The order is a walk in depth: changes stand as they are given, behind what they need. Without recursion, as chains of
 * thousands of tables occur. In a cycle of needs alone the last need is passed over.
 */
final class DependencyGraph {

    /** That one change is to stand behind another. */
    private record Edge(int from, int to, boolean isWish) {}

    /** A change on the way, by which edge it was reached, and its edges that are still to be looked at. */
    private record Visit(int node, boolean byWish, Iterator<Edge> edges) {}

    private final List<SqlChange> changes;
    private final Map<Need, List<Integer>> providers = new HashMap<>();
    private final Set<Edge> dropped = new HashSet<>();
    private Set<Integer> seen = new HashSet<>();
    private Deque<Visit> way = new ArrayDeque<>();
    private Set<Integer> onTheWay = new HashSet<>();
    private Set<Integer> ordered = new LinkedHashSet<>();

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
        }
        return ordered.stream().map(changes::get).toList();
    }

    /** False where a wish turned out to stand against a need; it is dropped, and the walk has to begin again. */
    private boolean walk() {
        for (int node = 0; node < changes.size(); node++) {
            enter(node, false);
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
            enter(edge.to, edge.isWish);
            return true;
        }
        return edge.isWish || edge.from == edge.to || !dropWishOfCycle(edge.to);
    }

    /** Drops the latest wish on the way since {@code first}; false where there is none. */
    private boolean dropWishOfCycle(int first) {
        Visit reached = null;
        for (Visit visit : way) {
            if (reached != null && reached.byWish) {
                dropped.add(new Edge(visit.node, reached.node, true));
                return true;
            }
            if (visit.node == first) {
                return false;
            }
            reached = visit;
        }
        return false;
    }

    private void enter(int node, boolean byWish) {
        if (seen.add(node)) {
            way.push(new Visit(node, byWish, edges(node)));
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
        List<Need> needs = new ArrayList<>(Needs.of(change, List.of()));
        wishes.forEach(needs::remove); // once each: what is needed for another reason, as the type of an argument, remains
        List<Edge> edges = new ArrayList<>();
        needs.forEach(need -> add(edges, node, need, need instanceof Need.OfCast));
        wishes.forEach(need -> add(edges, node, need, true));
        Wishes.ofForeignKeys(change).forEach(need -> add(edges, node, need, true));
        return edges.iterator();
    }

    private void add(List<Edge> edges, int from, Need need, boolean isWish) {
        for (int to : providers.getOrDefault(need, List.of())) {
            Edge edge = new Edge(from, to, isWish);
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

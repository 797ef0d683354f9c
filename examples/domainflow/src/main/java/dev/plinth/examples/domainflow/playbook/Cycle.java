package dev.plinth.examples.domainflow.playbook;

import dev.plinth.examples.domainflow.playbook.ExecutionGraph.Edge;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds agents that wait for each other. */
final class Cycle {

    private Cycle() {}

    /** One cycle, its first node also at the end; every edge must join two nodes. */
    static Optional<List<String>> in(ExecutionGraph graph) {
        Set<String> waiting = waitingForever(graph);
        return waiting.isEmpty() ? Optional.empty() : Optional.of(walk(graph, waiting));
    }

    /** What is left when, again and again, every node is removed that waits for none of the rest. */
    private static Set<String> waitingForever(ExecutionGraph graph) {
        Set<String> rest = new LinkedHashSet<>(graph.nodes());
        while (rest.removeIf(node -> predecessor(graph, node, rest).isEmpty())) {
            // until nothing is removed
        }
        return rest;
    }

    /** Each of those left waits for another of them, so going back must come to a node twice. */
    private static List<String> walk(ExecutionGraph graph, Set<String> waiting) {
        List<String> path = new ArrayList<>();
        String node = waiting.iterator().next();
        while (!path.contains(node)) {
            path.add(node);
            node = predecessor(graph, node, waiting).orElseThrow();
        }
        List<String> cycle = new ArrayList<>(path.subList(path.indexOf(node), path.size()));
        cycle.add(node);
        return cycle.reversed();
    }

    private static Optional<String> predecessor(ExecutionGraph graph, String node, Set<String> among) {
        return graph.edges().stream()
                .filter(edge -> edge.to().equals(node))
                .map(Edge::from)
                .filter(among::contains)
                .findFirst();
    }
}

package dev.plinth.examples.domainflow.playbook;

import dev.plinth.examples.domainflow.playbook.ExecutionGraph.Edge;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What makes a graph sound. Problems are told by their place in the JSON form. */
final class GraphRules {

    private static final String NODES = "agent_execution_graph.nodes";
    private static final String EDGES = "agent_execution_graph.edges";

    private final ExecutionGraph graph;
    private final Set<String> nodes;
    private final List<String> problems = new ArrayList<>();

    private GraphRules(ExecutionGraph graph) {
        this.graph = graph;
        this.nodes = new LinkedHashSet<>(graph.nodes());
    }

    static List<String> problems(ExecutionGraph graph) {
        GraphRules rules = new GraphRules(graph);
        rules.checkNodes();
        rules.checkEdges();
        if (rules.problems.isEmpty()) {
            rules.checkCycles();
        }
        return rules.problems;
    }

    private void checkNodes() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < graph.nodes().size(); i++) {
            String node = graph.nodes().get(i);
            if (node.isBlank()) {
                problems.add(NODES + "[" + i + "] is blank; write the id of an agent");
            } else if (!seen.add(node)) {
                problems.add(NODES + "[" + i + "] repeats \"" + node + "\"; list every agent once");
            }
        }
    }

    private void checkEdges() {
        Set<Edge> seen = new HashSet<>();
        for (int i = 0; i < graph.edges().size(); i++) {
            Edge edge = graph.edges().get(i);
            String path = EDGES + "[" + i + "]";
            checkEnd(path + ".from", edge.from());
            checkEnd(path + ".to", edge.to());
            if (edge.from().equals(edge.to())) {
                problems.add(path + " goes from \"" + edge.from() + "\" to itself; an agent cannot wait for itself");
            } else if (!seen.add(edge)) {
                problems.add(path + " repeats the edge from \"" + edge.from() + "\" to \"" + edge.to()
                        + "\"; write it once");
            }
        }
    }

    private void checkEnd(String path, String node) {
        if (!nodes.contains(node)) {
            problems.add(path + " names \"" + node + "\", which is not one of the nodes " + nodes
                    + "; add it to " + NODES + " or correct the edge");
        }
    }

    private void checkCycles() {
        Cycle.in(graph).ifPresent(cycle -> problems.add(EDGES + " have the cycle "
                + String.join(" -> ", cycle) + "; remove one of its edges, as none of these agents could start"));
    }
}

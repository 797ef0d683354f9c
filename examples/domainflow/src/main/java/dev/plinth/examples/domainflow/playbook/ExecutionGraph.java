package dev.plinth.examples.domainflow.playbook;

import java.util.List;

/**
 * Agents and their order.
 *
 * @param nodes ids of agents
 * @param edges who waits for whom
 */
public record ExecutionGraph(List<String> nodes, List<Edge> edges) {

    public ExecutionGraph {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
    }

    /** The agent {@code to} runs when {@code from} is done, and gets its output. */
    public record Edge(String from, String to) {}
}

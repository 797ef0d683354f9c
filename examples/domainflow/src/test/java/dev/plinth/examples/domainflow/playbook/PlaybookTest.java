package dev.plinth.examples.domainflow.playbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PlaybookTest {

    private static final String JSON = """
            {"agent_execution_graph": {
              "nodes": ["agent-id-1", "agent-id-2", "agent-id-3"],
              "edges": [{"from": "agent-id-1", "to": "agent-id-3"}, {"from": "agent-id-2", "to": "agent-id-3"}]}}
            """;

    @Test
    void readsNodesAndEdges() {
        assertThat(Playbook.parse(JSON)).isEqualTo(new Playbook(new ExecutionGraph(
                List.of("agent-id-1", "agent-id-2", "agent-id-3"),
                List.of(new ExecutionGraph.Edge("agent-id-1", "agent-id-3"),
                        new ExecutionGraph.Edge("agent-id-2", "agent-id-3")))));
    }

    @Test
    void writesWhatItReads() {
        assertThat(Playbook.parse(JSON).toJson()).isEqualTo("{\"agent_execution_graph\":{"
                + "\"nodes\":[\"agent-id-1\",\"agent-id-2\",\"agent-id-3\"],"
                + "\"edges\":[{\"from\":\"agent-id-1\",\"to\":\"agent-id-3\"},{\"from\":\"agent-id-2\",\"to\":\"agent-id-3\"}]}}");
    }

    @Test
    void agentsThatShareAnAncestorAreNoCycle() {
        assertThat(graph("[\"a\", \"b\", \"c\", \"d\"]", edges("a b", "a c", "b d", "c d")).graph().edges()).hasSize(4);
    }

    @Test
    void aPlaybookMayBeEmpty() {
        assertThat(graph("[]", "[]").graph().nodes()).isEmpty();
    }

    static Stream<Arguments> textsThatAreNoPlaybook() {
        return Stream.of(
                arguments("{\"agent_execution_graph\": {\"nodes\": [], \"edges\": []}, \"name\": 1}",
                        "name is not a field of a playbook; remove it, the fields here are agent_execution_graph"),
                arguments("{\"agent_execution_graph\": {\"nodes\": [], \"edges\": [], \"loops\": []}}",
                        "agent_execution_graph.loops is not a field of a playbook; remove it, the fields here are edges, nodes"),
                arguments(text("[\"a\", \"b\"]", "[{\"from\": \"a\", \"to\": \"b\", \"when\": 1}]"),
                        "agent_execution_graph.edges[0].when is not a field of a playbook; remove it, the fields here are from, to"),
                arguments("{}", "agent_execution_graph is missing; add it"),
                arguments("{\"agent_execution_graph\": {\"nodes\": []}}",
                        "agent_execution_graph.edges is missing; add it"),
                arguments(text("[\"a\"]", "[{\"from\": \"a\"}]"),
                        "agent_execution_graph.edges[0].to is missing; add it"),
                arguments("null", "the text is null; write an object with the fields agent_execution_graph"),
                arguments("", "the text is empty; write an object with the fields agent_execution_graph"),
                arguments("[]", "the text is a list; write an object with the fields agent_execution_graph"),
                arguments(text("null", "[]"), "agent_execution_graph.nodes is null; write a list"),
                arguments(text("[1]", "[]"),
                        "agent_execution_graph.nodes[0] is a number; write the id of an agent as a string"),
                arguments(text("[\"a\"]", "[{\"from\": \"a\", \"to\": null}]"),
                        "agent_execution_graph.edges[0].to is null; write the id of an agent as a string"));
    }

    @ParameterizedTest
    @MethodSource("textsThatAreNoPlaybook")
    void refusesWhatIsNotInTheFormAndSaysWhere(String json, String problem) {
        assertThatThrownBy(() -> Playbook.parse(json)).hasMessage("not a playbook: " + problem);
    }

    @Test
    void refusesWhatIsNoJsonAndSaysWhere() {
        assertThatThrownBy(() -> Playbook.parse("{\"agent_execution_graph\": "))
                .isInstanceOf(PlaybookException.class).hasMessageStartingWith("not a playbook: line 1, column ");
        assertThatThrownBy(() -> Playbook.parse(JSON + "{}"))
                .isInstanceOf(PlaybookException.class).hasMessageStartingWith("not a playbook: line 4, column ");
        assertThatThrownBy(() -> Playbook.parse(JSON.replace("\"edges\"", "\"nodes\": [], \"edges\"")))
                .isInstanceOf(PlaybookException.class).hasMessageContaining("Duplicate field 'nodes'");
    }

    @Test
    void refusesEdgesToUnknownNodes() {
        assertThatThrownBy(() -> graph("[\"a\"]", edges("a b"))).hasMessage(
                "not a playbook: agent_execution_graph.edges[0].to names \"b\", which is not one of the nodes [a]; "
                        + "add it to agent_execution_graph.nodes or correct the edge");
    }

    @Test
    void refusesDuplicateAndBlankNodes() {
        assertThatThrownBy(() -> graph("[\"a\", \"b\", \"a\"]", "[]")).hasMessage(
                "not a playbook: agent_execution_graph.nodes[2] repeats \"a\"; list every agent once");
        assertThatThrownBy(() -> graph("[\" \"]", "[]")).hasMessage(
                "not a playbook: agent_execution_graph.nodes[0] is blank; write the id of an agent");
    }

    @Test
    void refusesSelfEdgesAndDuplicateEdges() {
        assertThatThrownBy(() -> graph("[\"a\"]", edges("a a"))).hasMessage(
                "not a playbook: agent_execution_graph.edges[0] goes from \"a\" to itself; "
                        + "an agent cannot wait for itself");
        assertThatThrownBy(() -> graph("[\"a\", \"b\"]", edges("a b", "a b"))).hasMessage(
                "not a playbook: agent_execution_graph.edges[1] repeats the edge from \"a\" to \"b\"; write it once");
    }

    @Test
    void refusesCyclesAndNamesTheirNodes() {
        assertThatThrownBy(() -> graph("[\"a\", \"b\", \"c\", \"d\"]", edges("a b", "b c", "c b", "c d"))).hasMessage(
                "not a playbook: agent_execution_graph.edges have the cycle b -> c -> b; "
                        + "remove one of its edges, as none of these agents could start");
    }

    @Test
    void findsACycleThroughThousandsOfAgents() {
        List<String> nodes = IntStream.range(0, 2_000).mapToObj(i -> "n" + i).toList();
        List<ExecutionGraph.Edge> ring = IntStream.range(0, 2_000)
                .mapToObj(i -> new ExecutionGraph.Edge("n" + i, "n" + (i + 1) % 2_000)).toList();

        assertThatThrownBy(() -> new Playbook(new ExecutionGraph(nodes, ring)))
                .isInstanceOf(PlaybookException.class).hasMessageContaining("n1998 -> n1999");
    }

    @Test
    void tellsAllProblemsAtOnce() {
        assertThatThrownBy(() -> graph("[\"a\", \"a\"]", edges("a b", "c a")))
                .isInstanceOfSatisfying(PlaybookException.class, e -> assertThat(e.problems()).hasSize(3));
    }

    private static Playbook graph(String nodes, String edges) {
        return Playbook.parse(text(nodes, edges));
    }

    private static String text(String nodes, String edges) {
        return "{\"agent_execution_graph\": {\"nodes\": " + nodes + ", \"edges\": " + edges + "}}";
    }

    private static String edges(String... pairs) {
        return List.of(pairs).stream()
                .map(pair -> pair.split(" "))
                .map(ends -> "{\"from\": \"" + ends[0] + "\", \"to\": \"" + ends[1] + "\"}")
                .toList()
                .toString();
    }
}

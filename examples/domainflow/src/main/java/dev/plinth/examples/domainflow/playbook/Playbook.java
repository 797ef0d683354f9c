package dev.plinth.examples.domainflow.playbook;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * Which agents a domain runs and in what order. A playbook that exists is sound: its nodes are distinct, its edges join
 * two of them, and no agent waits for itself, directly or by way of others.
 */
public record Playbook(@JsonProperty("agent_execution_graph") ExecutionGraph graph) {

    /** @throws PlaybookException with all that is wrong */
    public Playbook {
        List<String> problems = GraphRules.problems(graph);
        if (!problems.isEmpty()) {
            throw new PlaybookException(problems);
        }
    }

    /**
     * Reads the JSON form and nothing else: unknown, missing, repeated and null fields are refused.
     *
     * @throws PlaybookException when the text is not a sound playbook, with the path of what is wrong
     */
    public static Playbook parse(String json) {
        return PlaybookJson.read(json);
    }

    /** The JSON form, in one line. */
    public String toJson() {
        return PlaybookJson.write(this);
    }
}

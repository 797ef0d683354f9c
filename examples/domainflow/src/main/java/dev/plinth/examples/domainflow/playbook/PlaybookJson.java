package dev.plinth.examples.domainflow.playbook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;

/** The JSON form of a playbook. The shape is checked before Jackson binds it, so that every problem is told, and well. */
final class PlaybookJson {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private PlaybookJson() {}

    static Playbook read(String json) {
        try {
            JsonNode tree = MAPPER.readTree(json);
            List<String> problems = PlaybookShape.problems(tree);
            if (!problems.isEmpty()) {
                throw new PlaybookException(problems);
            }
            return new Playbook(MAPPER.treeToValue(tree.get("agent_execution_graph"), ExecutionGraph.class));
        } catch (JsonProcessingException e) {
            throw new PlaybookException("line " + e.getLocation().getLineNr() + ", column "
                    + e.getLocation().getColumnNr() + ": " + e.getOriginalMessage(), e);
        }
    }

    static String write(Playbook playbook) {
        try {
            return MAPPER.writeValueAsString(playbook);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("records of strings always have a JSON form", e);
        }
    }
}

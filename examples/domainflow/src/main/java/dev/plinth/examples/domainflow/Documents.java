package dev.plinth.examples.domainflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.plinth.dynamo.DynamoRequest;
import dev.plinth.dynamo.DynamoRequests;
import dev.plinth.examples.domainflow.schema.DomainFlow;
import dev.plinth.postgres.PostgresDdl;
import java.util.List;
import java.util.stream.Collectors;

/** What can be said of the schema without any connection. */
final class Documents {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Documents() {}

    /** The script that can be run again; as JSON, {@code {"script": "..."}}. */
    static String ddl(boolean json) {
        String script = PostgresDdl.rerunnable().render(DomainFlow.SCHEMA);
        return json ? pretty(MAPPER.createObjectNode().put("script", script)) : script;
    }

    /** Each request below the command that sends it; as JSON, {@code [{"command": "...", "request": {...}}]}. */
    static String requests(String tablePrefix, boolean json) {
        List<DynamoRequest> requests = DynamoRequests.of().tablePrefix(tablePrefix).render(DomainFlow.SCHEMA);
        return json ? pretty(array(requests))
                : requests.stream().map(Documents::text).collect(Collectors.joining("\n"));
    }

    private static String text(DynamoRequest request) {
        return "# aws dynamodb " + request.command() + " --cli-input-json file://" + request.fileName() + "\n"
                + request.json();
    }

    private static ArrayNode array(List<DynamoRequest> requests) {
        ArrayNode array = MAPPER.createArrayNode();
        for (DynamoRequest request : requests) {
            array.addObject().put("command", request.command()).set("request", tree(request.json()));
        }
        return array;
    }

    private static JsonNode tree(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a rendered request is JSON", e);
        }
    }

    private static String pretty(Object value) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of strings always has a JSON form", e);
        }
    }
}

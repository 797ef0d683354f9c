package dev.plinth.dynamo.internal.render;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.plinth.dynamo.internal.json.JsonText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * An IAM policy in the making: which actions are allowed on what. Actions that are allowed on the same resources come in one
 * statement.
 *
 * @see <a href="https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazondynamodb.html">Actions and
 *      resources of DynamoDB</a>
 */
public final class PolicyDocument {

    private final Map<String, Set<String>> resources = new TreeMap<>();

    /** Allows actions on a resource. */
    public void allow(String resource, String... actions) {
        for (String action : actions) {
            resources.computeIfAbsent(action, key -> new LinkedHashSet<>()).add(resource);
        }
    }

    /** The document: two spaces an indentation, LF everywhere, also at the end. */
    public String json() {
        Map<List<String>, List<String>> statements = new LinkedHashMap<>();
        resources.forEach((action, on) -> statements.computeIfAbsent(List.copyOf(on), key -> new ArrayList<>())
                .add(action));
        return JsonText.write(json -> {
            json.writeStartObject();
            json.writeStringField("Version", "2012-10-17");
            json.writeArrayFieldStart("Statement");
            for (Map.Entry<List<String>, List<String>> statement : statements.entrySet()) {
                json.writeStartObject();
                json.writeStringField("Effect", "Allow");
                write(json, "Action", statement.getValue());
                write(json, "Resource", statement.getKey());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void write(JsonGenerator json, String name, List<String> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }
}

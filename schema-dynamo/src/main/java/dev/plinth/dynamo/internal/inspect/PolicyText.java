package dev.plinth.dynamo.internal.inspect;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Whether two policy documents say the same: white space, the order of members and the order within a list mean nothing, and a
 * list of one is that one.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html">Grammar of the policy
 *      language</a>
 */
final class PolicyText {

    private static final JsonFactory FACTORY = new JsonFactory();

    private PolicyText() {}

    static boolean same(@Nullable String one, String other) {
        return one != null && (one.equals(other) || canonical(one).equals(canonical(other)));
    }

    /** Text that is no JSON is only ever equal to itself. */
    private static String canonical(String policy) {
        try (JsonParser json = FACTORY.createParser(policy)) {
            json.nextToken();
            return value(json);
        } catch (IOException noJson) {
            return policy;
        }
    }

    private static String value(JsonParser json) throws IOException {
        return switch (json.currentToken()) {
            case START_OBJECT -> object(json);
            case START_ARRAY -> array(json);
            case null -> throw new IOException("nothing");
            default -> json.getText();
        };
    }

    private static String object(JsonParser json) throws IOException {
        Map<String, String> members = new TreeMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            members.put(name, value(json));
        }
        return members.toString();
    }

    private static String array(JsonParser json) throws IOException {
        List<String> elements = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(json));
        }
        return elements.size() == 1 ? elements.get(0) : elements.stream().sorted().toList().toString();
    }
}

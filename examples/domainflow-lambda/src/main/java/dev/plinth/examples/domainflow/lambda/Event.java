package dev.plinth.examples.domainflow.lambda;

import dev.plinth.job.settings.UsageException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the function is called with: an object without {@code RequestType}, such as <code>{}</code>, by hand; else the request of a
 * custom resource.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/crpg-ref-requests.html">Custom resource
 *      request objects</a>
 */
record Event(Map<String, Object> fields) {

    /** What CloudFormation wants of a custom resource. */
    enum RequestType {
        CREATE("Create"),
        UPDATE("Update"),
        DELETE("Delete");

        private final String word;

        RequestType(String word) {
            this.word = word;
        }
    }

    /**
     * Reads the payload.
     *
     * @throws UsageException when it is no JSON object
     */
    static Event read(InputStream input) throws IOException {
        String text = new String(input.readAllBytes(), StandardCharsets.UTF_8);
        try {
            return new Event(JsonText.object(text));
        } catch (IllegalArgumentException e) {
            throw new UsageException(List.of("the event is no JSON object; send {} to run by hand"));
        }
    }

    /**
     * Empty when the function is called by hand.
     *
     * @throws UsageException when CloudFormation knows no such request
     */
    Optional<RequestType> requestType() {
        return text("RequestType").map(word -> List.of(RequestType.values()).stream()
                .filter(type -> type.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new UsageException(List.of(
                        "RequestType is \"" + word + "\"; CloudFormation sends Create, Update or Delete"))));
    }

    Optional<String> text(String name) {
        return fields.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /** A property of the custom resource; CloudFormation sends every value as text. */
    Optional<String> resourceProperty(String name) {
        return fields.get("ResourceProperties") instanceof Map<?, ?> properties
                && properties.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }
}

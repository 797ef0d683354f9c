package dev.plinth.examples.domainflow.lambda;

import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The first answer is sent, a second one is not. */
final class OneAnswer {

    private final ResponseUrl url;
    private @Nullable Map<String, Object> sent;

    OneAnswer(ResponseUrl url) {
        this.url = url;
    }

    /** Waits for the other one when both come at once; an answer that could not be sent does not count. */
    synchronized void send(Map<String, Object> answer) throws IOException {
        if (sent == null) {
            url.put(JsonText.of(answer));
            sent = answer;
        }
    }

    synchronized Map<String, Object> sent() {
        return sent == null ? Map.of() : sent;
    }
}

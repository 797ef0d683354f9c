package dev.plinth.examples.domainflow.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.plinth.Finding;
import dev.plinth.Report;
import dev.plinth.job.settings.UsageException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code isComplete} behind the CDK's Provider framework, which asks every few seconds: goes on with what is pending, so that
 * an index may take longer than one invocation.
 */
public final class IsCompleteHandler implements RequestStreamHandler {

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        Event event = Event.read(input);
        output.write(JsonText.of(answer(event, context)).getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, Object> answer(Event event, Context context) {
        Event.RequestType type = event.requestType()
                .orElseThrow(() -> new UsageException(List.of(
                        "the event has no RequestType; run it by hand through " + OnEventHandler.class.getName())));
        return switch (type) {
            case CREATE, UPDATE -> goOn(event, context);
            case DELETE -> Map.of("IsComplete", true);
        };
    }

    /** The framework refuses data before the end. What was created is onEvent's to tell: data of the two are merged. */
    private static Map<String, Object> goOn(Event event, Context context) {
        SchemaRun run = SchemaRun.of(context);
        Report report = run.apply(run.failOn().or(event).without(Finding.PENDING));
        if (report.findings().contains(Finding.PENDING)) {
            return Map.of("IsComplete", false);
        }
        Map<String, Object> data = Answer.data(report);
        data.keySet().removeAll(List.of("Created", "DurationMillis"));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("IsComplete", true);
        answer.put("Data", data);
        return answer;
    }
}

package dev.plinth.examples.domainflow.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.plinth.Finding;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * By hand with <code>{}</code>, and {@code onEvent} of a custom resource behind the CDK's Provider framework: it returns or throws, and
 * the framework tells CloudFormation. What is pending afterwards is for {@link IsCompleteHandler}.
 */
public final class OnEventHandler implements RequestStreamHandler {

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        Event event = Event.read(input);
        output.write(JsonText.of(answer(event, context)).getBytes(StandardCharsets.UTF_8));
    }

    static Map<String, Object> answer(Event event, Context context) {
        Optional<Event.RequestType> type = event.requestType();
        if (type.isEmpty()) {
            return byHand(context);
        }
        return switch (type.get()) {
            case CREATE, UPDATE -> apply(event, context);
            // The data stays when a stack goes. Nothing is read either: this must succeed in any environment.
            case DELETE -> Map.of("PhysicalResourceId", event.text("PhysicalResourceId").orElse("schema-init"));
        };
    }

    static Map<String, Object> byHand(Context context) {
        SchemaRun run = SchemaRun.of(context);
        return Answer.whole(run.apply(run.failOn()));
    }

    private static Map<String, Object> apply(Event event, Context context) {
        SchemaRun run = SchemaRun.of(context);
        FailOn failOn = run.failOn().or(event).without(Finding.PENDING);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("PhysicalResourceId", run.physicalId());
        answer.put("Data", Answer.data(run.apply(failOn)));
        return answer;
    }
}

package dev.plinth.examples.domainflow.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.plinth.Report;
import dev.plinth.job.settings.UsageException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * The service token of a custom resource, without anything between it and CloudFormation: the answer goes to the {@code
 * ResponseURL}, whatever happens. By hand with <code>{}</code> it is {@link OnEventHandler}.
 */
public final class ServiceTokenHandler implements RequestStreamHandler {

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        Event event = Event.read(input);
        Map<String, Object> answer =
                event.text("RequestType").isEmpty() ? OnEventHandler.byHand(context) : tell(event, context);
        output.write(JsonText.of(answer).getBytes(StandardCharsets.UTF_8));
    }

    /** One answer: of the run, or of the watchdog when the run takes too long. */
    private static Map<String, Object> tell(Event event, Context context) throws IOException {
        String url = event.text("ResponseURL")
                .orElseThrow(() -> new UsageException(List.of(
                        "the event has no ResponseURL; behind the CDK's Provider framework the handler is "
                                + OnEventHandler.class.getName())));
        CloudFormationAnswer answer = new CloudFormationAnswer(event);
        OneAnswer once = new OneAnswer(ResponseUrl.of(url));
        try (Watchdog watchdog = Watchdog.start(context, () -> once.send(answer.timedOut()))) {
            Map<String, Object> fields = answer(event, context, answer);
            watchdog.close();
            once.send(fields);
            return once.sent();
        }
    }

    private static Map<String, Object> answer(Event event, Context context, CloudFormationAnswer answer) {
        try {
            return switch (event.requestType().orElseThrow()) {
                case CREATE, UPDATE -> apply(event, context, answer);
                case DELETE -> answer.deleted();
            };
        } catch (RuntimeException | Error e) {
            context.getLogger().log(e + "\n");
            return answer.failed(String.valueOf(e.getMessage()));
        }
    }

    private static Map<String, Object> apply(Event event, Context context, CloudFormationAnswer answer) {
        SchemaRun run = SchemaRun.of(context);
        answer.physicalId(run.physicalId());
        Report report = run.apply(run.failOn().or(event));
        List<String> waiting = Serving.pendingNeeds(report);
        return waiting.isEmpty()
                ? answer.succeeded(report)
                : answer.failed("the time was too short, and the tables do not serve yet; pending: "
                        + String.join(", ", waiting) + "; deploy again, it goes on where this run stopped");
    }
}

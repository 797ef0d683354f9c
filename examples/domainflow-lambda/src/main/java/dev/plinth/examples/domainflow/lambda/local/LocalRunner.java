package dev.plinth.examples.domainflow.lambda.local;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.plinth.examples.domainflow.lambda.JsonText;
import dev.plinth.job.settings.UsageException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * {@code java -cp 'package/lib/*' ...LocalRunner --event FILE --handler CLASS [--timeout SECONDS] [--secret FILE]}: what
 * Lambda does with a deployment package, in this JVM and with its environment. The output is the payload that an invocation returns. Exit codes:
 * 0 returned, 1 the function threw or its time ran out, 64 usage.
 */
public final class LocalRunner {

    private static final int FAILED = 1;
    private static final int USAGE = 64;

    private LocalRunner() {}

    /** See the class. */
    public static void main(String[] arguments) {
        try {
            LocalArguments parsed = LocalArguments.parse(List.of(arguments));
            parsed.secret().ifPresent(LocalSecret::serve);
            System.exit(run(parsed.handler(), parsed.event(), parsed.timeout()));
        } catch (UsageException e) {
            e.problems().forEach(System.err::println);
            System.exit(USAGE);
        }
    }

    private static int run(RequestStreamHandler handler, byte[] event, Duration timeout) {
        Context context = LocalContext.of(handler.getClass().getSimpleName(), timeout);
        endAfter(timeout);
        ByteArrayOutputStream payload = new ByteArrayOutputStream();
        try {
            handler.handleRequest(new ByteArrayInputStream(event), payload, context);
            print(payload.toString(StandardCharsets.UTF_8));
            return 0;
        } catch (IOException | RuntimeException e) {
            print(JsonText.of(error(e)));
            return FAILED;
        }
    }

    /** The fields in which Lambda returns what a function threw. */
    private static Map<String, Object> error(Exception e) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("errorMessage", String.valueOf(e.getMessage()));
        error.put("errorType", e.getClass().getName());
        error.put("stackTrace", Arrays.stream(e.getStackTrace()).map(StackTraceElement::toString).toList());
        return error;
    }

    /** Without a warning and without hooks, as Lambda does it. */
    private static void endAfter(Duration timeout) {
        Thread end = new Thread(
                () -> {
                    try {
                        Thread.sleep(timeout.toMillis());
                    } catch (InterruptedException e) {
                        return;
                    }
                    String message = String.format(Locale.ROOT, "Task timed out after %.2f seconds",
                            timeout.toMillis() / 1000.0);
                    print(JsonText.of(Map.of("errorMessage", message)));
                    Runtime.getRuntime().halt(FAILED);
                },
                "timeout");
        end.setDaemon(true);
        end.start();
    }

    private static void print(String payload) {
        System.out.println(payload);
        System.out.flush();
    }
}

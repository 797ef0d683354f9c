package dev.plinth.examples.domainflow.lambda.local;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.plinth.job.settings.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The arguments of {@link LocalRunner}: an event, a handler of its own, and the time that it has. */
record LocalArguments(byte[] event, RequestStreamHandler handler, Duration timeout) {

    private static final String USAGE = "usage: LocalRunner --event FILE --handler CLASS [--timeout SECONDS]";
    private static final String DEFAULT_TIMEOUT = "600";

    static LocalArguments parse(List<String> arguments) {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i + 1 < arguments.size(); i += 2) {
            options.put(arguments.get(i), arguments.get(i + 1));
        }
        String event = options.remove("--event");
        String handler = options.remove("--handler");
        String timeout = Objects.requireNonNullElse(options.remove("--timeout"), DEFAULT_TIMEOUT);
        if (event == null || handler == null || !options.isEmpty() || arguments.size() % 2 != 0) {
            throw new UsageException(List.of(USAGE));
        }
        return new LocalArguments(event(event), handler(handler), timeout(timeout));
    }

    private static byte[] event(String file) {
        try {
            return Files.readAllBytes(Path.of(file));
        } catch (IOException e) {
            throw new UsageException(
                    List.of("--event " + file + ": no such file can be read; write one with {} in it"));
        }
    }

    private static Duration timeout(String seconds) {
        if (!seconds.matches("[1-9][0-9]{0,4}")) {
            throw new UsageException(List.of("--timeout " + seconds + ": write whole seconds; Lambda has 900 at most"));
        }
        return Duration.ofSeconds(Integer.parseInt(seconds));
    }

    /** As Lambda finds a handler: by its name, and with a constructor that takes nothing. */
    private static RequestStreamHandler handler(String name) {
        try {
            return (RequestStreamHandler) Class.forName(name).getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException | ClassCastException e) {
            throw new UsageException(List.of("--handler " + name
                    + ": no such RequestStreamHandler with a constructor without arguments is on the class path"));
        }
    }
}

package dev.plinth.examples.domainflow.lambda.local;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.plinth.job.settings.UsageException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The arguments of {@link LocalRunner}.
 *
 * @param handler with a constructor of its own that takes nothing
 * @param timeout the time that it has
 * @param secret the text of the database's secret, where Secrets Manager is to be played as well
 */
record LocalArguments(byte[] event, RequestStreamHandler handler, Duration timeout, Optional<String> secret) {

    private static final String USAGE =
            "usage: LocalRunner --event FILE --handler CLASS [--timeout SECONDS] [--secret FILE]";
    private static final String SECRET = "{\"username\": \"...\", \"password\": \"...\"}";
    private static final String DEFAULT_TIMEOUT = "600";

    static LocalArguments parse(List<String> arguments) {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i + 1 < arguments.size(); i += 2) {
            options.put(arguments.get(i), arguments.get(i + 1));
        }
        String event = options.remove("--event");
        String handler = options.remove("--handler");
        String timeout = Objects.requireNonNullElse(options.remove("--timeout"), DEFAULT_TIMEOUT);
        Optional<String> secret = Optional.ofNullable(options.remove("--secret"));
        if (event == null || handler == null || !options.isEmpty() || arguments.size() % 2 != 0) {
            throw new UsageException(List.of(USAGE));
        }
        return new LocalArguments(content("--event", event, "{}"), handler(handler), timeout(timeout),
                secret.map(file -> new String(content("--secret", file, SECRET), StandardCharsets.UTF_8)));
    }

    private static byte[] content(String option, String file, String example) {
        try {
            return Files.readAllBytes(Path.of(file));
        } catch (IOException e) {
            throw new UsageException(
                    List.of(option + " " + file + ": no such file can be read; write one with " + example + " in it"));
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

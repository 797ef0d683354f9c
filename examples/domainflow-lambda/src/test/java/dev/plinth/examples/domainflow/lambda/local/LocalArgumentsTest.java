package dev.plinth.examples.domainflow.lambda.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.examples.domainflow.lambda.IsCompleteHandler;
import dev.plinth.examples.domainflow.lambda.OnEventHandler;
import dev.plinth.job.settings.UsageException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How the local runner is called. */
class LocalArgumentsTest {

    private static final String EVENT = "events/by-hand.json";

    @Test
    void anEventAHandlerAndATime() {
        LocalArguments arguments = parse("--handler", IsCompleteHandler.class.getName(), "--timeout", "30", "--event",
                EVENT);

        assertThat(new String(arguments.event(), StandardCharsets.UTF_8)).isEqualTo("{}\n");
        assertThat(arguments.handler()).isInstanceOf(IsCompleteHandler.class);
        assertThat(arguments.timeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(parse("--event", EVENT, "--handler", OnEventHandler.class.getName()).timeout())
                .isEqualTo(Duration.ofMinutes(10));
        assertThat(arguments.secret()).isEmpty();
        assertThat(parse("--event", EVENT, "--handler", OnEventHandler.class.getName(), "--secret", EVENT).secret())
                .contains("{}\n");
    }

    @Test
    void whatIsWrongIsTold() {
        assertRefused("usage: LocalRunner --event FILE --handler CLASS [--timeout SECONDS] [--secret FILE]");
        assertRefused("usage: LocalRunner --event FILE --handler CLASS [--timeout SECONDS] [--secret FILE]", "--event",
                EVENT,
                "--timeout");
        assertRefused("usage: LocalRunner --event FILE --handler CLASS [--timeout SECONDS] [--secret FILE]", "--event",
                EVENT,
                "--handler",
                OnEventHandler.class.getName(), "--memory", "512");
        assertRefused("--event none.json: no such file can be read; write one with {} in it", "--event", "none.json",
                "--handler", OnEventHandler.class.getName());
        assertRefused(
                "--secret none.json: no such file can be read; write one with {\"username\": \"...\", \"password\": "
                        + "\"...\"} in it",
                "--secret", "none.json", "--event", EVENT, "--handler", OnEventHandler.class.getName());
        assertRefused(
                "--handler java.lang.Object: no such RequestStreamHandler with a constructor without arguments is on the "
                        + "class path",
                "--event", EVENT, "--handler", "java.lang.Object");
        assertRefused("--timeout 0: write whole seconds; Lambda has 900 at most", "--event", EVENT, "--handler",
                OnEventHandler.class.getName(), "--timeout", "0");
    }

    private static void assertRefused(String message, String... arguments) {
        assertThatThrownBy(() -> parse(arguments)).isInstanceOf(UsageException.class).hasMessage(message);
    }

    private static LocalArguments parse(String... arguments) {
        return LocalArguments.parse(List.of(arguments));
    }
}

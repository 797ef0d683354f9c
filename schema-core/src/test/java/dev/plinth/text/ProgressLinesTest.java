package dev.plinth.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.InitializerEvent.Retry;
import dev.plinth.InitializerEvent.StoreFinished;
import dev.plinth.InitializerEvent.Waiting;
import dev.plinth.InitializerEvent.WaitingForLock;
import dev.plinth.InitializerEvent.WorkDone;
import dev.plinth.InitializerEvent.WorkStarted;
import dev.plinth.Step;
import dev.plinth.StoreReport;
import dev.plinth.Work;
import dev.plinth.diff.Change;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressLinesTest {

    private static final Step APP = Step.planned(new Change.CreateNamespace("app"), "", List.of(), List.of());
    private static final Step AUDIT = Step.planned(new Change.CreateNamespace("audit"), "", List.of(), List.of());
    private static final Duration PAUSE = Duration.ofMillis(40);

    private final StringBuilder out = new StringBuilder();
    private final ProgressLines lines = ProgressLines.to(out);

    @Test
    void workIsALineBeforeAndALineAfter() {
        Work both = new Work("postgres", List.of(APP, AUDIT), List.of(), 1, 3);
        Work one = new Work("postgres", List.of(APP), List.of(), 3, 3);

        lines.on(new WorkStarted(both));
        lines.on(new WorkDone(both, Duration.ofMillis(12), Work.Outcome.DONE, ""));
        lines.on(new WorkDone(one, Duration.ofMillis(1234), Work.Outcome.FAILED, "permission denied\nmore"));
        lines.on(new StoreFinished(StoreReport.failed("postgres", "permission denied", Duration.ofMillis(1300))));

        assertThat(out).hasToString("""
                [1-2/3] create namespace app and 1 more in one transaction ...
                [1-2/3] create namespace app and 1 more in one transaction ... 12 ms
                [3/3] create namespace app ... FAILED, 1.2 s: permission denied
                postgres: finished in 1.3 s
                """);
    }

    @Test
    void whatLastsIsSaidEveryTenSeconds() {
        for (int second = 0; second <= 21; second++) {
            lines.on(new WaitingForLock("postgres", "another applier holds the lock", Duration.ofSeconds(second),
                    PAUSE));
        }
        lines.on(new Waiting("dynamodb", "table Reports", "the table is being created", Duration.ofSeconds(2), PAUSE));
        lines.on(new Waiting("dynamodb", "table Reports", "the table is being updated", Duration.ofSeconds(3), PAUSE));
        lines.on(new Retry("dynamodb", "table Reports", "ThrottlingException: slow down", PAUSE));

        assertThat(out).hasToString("""
                postgres waits: another applier holds the lock
                postgres waits: another applier holds the lock, for 10.0 s so far
                postgres waits: another applier holds the lock, for 20.0 s so far
                dynamodb: table Reports waits: the table is being created, for 2.0 s so far
                dynamodb: table Reports waits: the table is being updated, for 3.0 s so far
                dynamodb: table Reports tries again: ThrottlingException: slow down
                """);
    }

    @Test
    void anOutputThatIsClosedIsTheListenersOwnTrouble() {
        ProgressLines closed = ProgressLines.to(new Writer() {
            @Override
            public void write(char[] text, int offset, int length) throws IOException {
                throw new IOException("closed");
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        });

        assertThatThrownBy(() -> closed.on(new WorkStarted(new Work("postgres", List.of(APP), List.of(), 1, 1))))
                .isInstanceOf(UncheckedIOException.class);
    }
}

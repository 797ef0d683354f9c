package dev.plinth.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.InitializerEvent;
import dev.plinth.InitializerListener;
import dev.plinth.Report;
import dev.plinth.SchemaInitializer;
import dev.plinth.Step;
import dev.plinth.Store;
import dev.plinth.Work;
import dev.plinth.json.ReportJson;
import dev.plinth.text.ProgressLines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The Java of docs/observability.md, and whether its tables are complete. */
class ObservabilityPageTest {

    static Report listening(Store store, List<InitializerEvent> events) {
        Report report = SchemaInitializer.of(Shop.SCHEMA)
                .with(store)
                .listener(event -> events.add(event))
                .apply();
        return report;
    }

    static void beforeATerminal(Store store) {
        SchemaInitializer.of(Shop.SCHEMA).with(store).listener(ProgressLines.to(System.err)).apply();
    }

    static InitializerListener measuring(AtomicInteger pending, AtomicInteger drift) {
        InitializerListener gauges = event -> {
            if (event instanceof InitializerEvent.RunFinished(Report report)) {
                pending.set(report.steps(Step.Status.PENDING).size());
                drift.set(report.stores().stream().mapToInt(one -> one.drift().size()).sum());
            }
        };
        return gauges;
    }

    static void toALog(Report report, Consumer<String> log) {
        log.accept(ReportJson.toJson(report));
    }

    @Test
    void everyEventAndEveryOutcomeHasARow() throws IOException {
        String page = Files.readString(Path.of(System.getProperty("plinth.root", ".."), "docs", "observability.md"));
        Stream<String> events = Stream.of(InitializerEvent.class.getPermittedSubclasses()).map(Class::getSimpleName);
        Stream<String> outcomes = Stream.of(Work.Outcome.values()).map(Work.Outcome::name);

        assertThat(Stream.concat(events, outcomes).toList()).hasSize(15)
                .allSatisfy(name -> assertThat(page).contains("\n| `" + name + "` |"));
    }
}

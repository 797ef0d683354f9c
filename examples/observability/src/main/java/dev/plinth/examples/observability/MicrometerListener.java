package dev.plinth.examples.observability;

import dev.plinth.Finding;
import dev.plinth.InitializerEvent;
import dev.plinth.InitializerEvent.Retry;
import dev.plinth.InitializerEvent.RunFinished;
import dev.plinth.InitializerEvent.WorkDone;
import dev.plinth.InitializerListener;
import dev.plinth.Report;
import dev.plinth.StoreReport;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Meters of Micrometer: how long work and runs take, and what the last run found. One is enough for all runs. */
public final class MicrometerListener implements InitializerListener {

    private final MeterRegistry registry;

    /** A registry holds what its gauges show by weak references only. */
    private final Map<Tags, AtomicInteger> findings = new ConcurrentHashMap<>();

    /** Registers each meter when there is something to say. */
    public MicrometerListener(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void on(InitializerEvent event) {
        switch (event) {
            case WorkDone done -> registry
                    .timer("plinth.work", "store", done.work().store(), "outcome", done.outcome().name())
                    .record(done.duration());
            case Retry retry -> registry.counter("plinth.retries", "store", retry.store()).increment();
            case RunFinished(Report report) -> finished(report);
            default -> {}
        }
    }

    private void finished(Report report) {
        Tags run = Tags.of("schema", report.schema().name(), "verb", report.verb().name());
        registry.timer("plinth.run", run.and("exit", String.valueOf(report.exitCode()))).record(report.duration());
        for (StoreReport store : report.stores()) {
            for (Finding finding : Finding.values()) {
                Tags tags = Tags.of("schema", report.schema().name(), "store", store.store(), "kind", finding.name());
                findings.computeIfAbsent(tags, this::gauge).set(finding.count(store));
            }
        }
    }

    private AtomicInteger gauge(Tags tags) {
        AtomicInteger number = new AtomicInteger();
        Gauge.builder("plinth.findings", number, AtomicInteger::get).tags(tags).register(registry);
        return number;
    }
}

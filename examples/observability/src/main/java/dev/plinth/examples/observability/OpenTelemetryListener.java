package dev.plinth.examples.observability;

import static java.util.Objects.requireNonNullElse;

import dev.plinth.Finding;
import dev.plinth.InitializerEvent;
import dev.plinth.InitializerEvent.Retry;
import dev.plinth.InitializerEvent.RunFinished;
import dev.plinth.InitializerEvent.RunStarted;
import dev.plinth.InitializerEvent.StoreFinished;
import dev.plinth.InitializerEvent.StoreStarted;
import dev.plinth.InitializerEvent.WorkDone;
import dev.plinth.InitializerEvent.WorkStarted;
import dev.plinth.InitializerListener;
import dev.plinth.Report;
import dev.plinth.Step;
import dev.plinth.StoreReport;
import dev.plinth.Work;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Spans of OpenTelemetry: a run, its stores, their work. Has the state of one run, so each run gets its own. */
public final class OpenTelemetryListener implements InitializerListener {

    private static final AttributeKey<List<String>> STEPS = AttributeKey.stringArrayKey("plinth.steps");
    private static final AttributeKey<String> REASON = AttributeKey.stringKey("plinth.reason");

    private final Tracer tracer;
    private final Map<Work, Span> work = new HashMap<>();
    private Span run = Span.getInvalid();
    private Span store = Span.getInvalid();

    /** The run becomes a child of the span that is current where {@code apply()} or {@code verify()} is called. */
    public OpenTelemetryListener(Tracer tracer) {
        this.tracer = tracer;
    }

    @Override
    public void on(InitializerEvent event) {
        switch (event) {
            case RunStarted started -> run = tracer.spanBuilder("plinth " + started.verb()).startSpan()
                    .setAttribute("plinth.schema", started.schema().name());
            case StoreStarted started -> store = child(run, "plinth " + started.store());
            case WorkStarted started -> work.put(started.work(), started(started.work()));
            case WorkDone done -> done(done, requireNonNullElse(work.remove(done.work()), Span.getInvalid()));
            case Retry retry -> store.addEvent("retry", Attributes.of(REASON, retry.reason()));
            case StoreFinished(StoreReport report) -> end(store, Finding.FAILED.isIn(report), report.failures());
            case RunFinished(Report report) -> end(
                    run.setAttribute("plinth.exit_code", report.exitCode()),
                    report.findings().contains(Finding.FAILED),
                    report.stores().stream().flatMap(one -> one.failures().stream()).toList());
            default -> {}
        }
    }

    private Span child(Span parent, String name) {
        return tracer.spanBuilder(name).setParent(Context.current().with(parent)).startSpan();
    }

    private Span started(Work begun) {
        return child(store, "plinth work")
                .setAttribute("db.system.name", begun.store().equals("postgres") ? "postgresql" : "aws.dynamodb")
                .setAttribute("db.query.text", String.join(";\n", begun.statements()))
                .setAttribute(STEPS, begun.steps().stream().map(Step::describe).toList());
    }

    private static void done(WorkDone done, Span span) {
        span.setAttribute("plinth.outcome", done.outcome().name());
        boolean failed = done.outcome() == Work.Outcome.FAILED || done.outcome() == Work.Outcome.UNKNOWN;
        end(span, failed, List.of(done.message()));
    }

    private static void end(Span span, boolean failed, List<String> messages) {
        if (failed) {
            span.setStatus(StatusCode.ERROR, String.join("; ", messages));
        }
        span.end();
    }
}

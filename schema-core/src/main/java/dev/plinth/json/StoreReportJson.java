package dev.plinth.json;

import dev.plinth.Hazard;
import dev.plinth.Step;
import dev.plinth.StoreReport;
import dev.plinth.diff.Change;
import dev.plinth.diff.Drift;
import dev.plinth.diff.Subject;
import dev.plinth.rule.Problem;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What plans and reports have in common: the report of one store. */
final class StoreReportJson {

    private StoreReportJson() {}

    static Fields write(StoreReport store) {
        return new Fields()
                .put("store", store.store())
                .text("target", store.target())
                .each("steps", store.steps(), StoreReportJson::step)
                .each("drift", store.drift(), StoreReportJson::drift)
                .list("unmanaged", store.unmanaged())
                .list("failures", store.failures())
                .put("durationMillis", store.duration().toMillis());
    }

    private static Fields step(Step step) {
        return Fields.kind(kind(step.change()))
                .put("subject", subject(step.change().subject()))
                .put("status", step.status())
                .text("detail", step.detail())
                .put("retryAfterSeconds", seconds(step.retryAfter()))
                .text("reason", step.reason())
                .each("hazards", step.hazards(), StoreReportJson::hazard)
                .list("statements", step.statements());
    }

    /** Rounded up: a second too early is a call for nothing. */
    static @Nullable Long seconds(@Nullable Duration time) {
        return time == null ? null : time.plusMillis(999).toSeconds();
    }

    /** The name of the record with a small first letter: {@code createTable}. */
    private static String kind(Change change) {
        String name = change.getClass().getSimpleName();
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    private static Fields subject(Subject subject) {
        return Fields.kind(subject.kind().name()).put("name", subject.name());
    }

    private static Fields hazard(Hazard hazard) {
        return Fields.kind(hazard.kind().name()).put("message", hazard.message());
    }

    /** What a rule finds odd about the schema. */
    static Fields warning(Problem problem) {
        return new Fields()
                .put("subject", problem.subject())
                .put("message", problem.message())
                .put("remedy", problem.remedy())
                .put("rule", problem.rule())
                .put("page", problem.page().orElse(null));
    }

    private static Fields drift(Drift drift) {
        return Fields.kind(drift.kind().name())
                .put("subject", subject(drift.subject()))
                .put("aspect", drift.aspect())
                .text("declared", drift.declared())
                .text("live", drift.live())
                .put("advice", drift.advice());
    }
}

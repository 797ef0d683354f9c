package dev.plinth.json;

import dev.plinth.Plan;

/**
 * The JSON form of a plan, for a pipeline: {@code verb} (always {@code PLAN}), {@code schema}, {@code fingerprint},
 * {@code exitCode}, {@code findings}, {@code retryAfterSeconds}, {@code stores}, {@code notes},
 * {@code warnings}, {@code durationMillis}; the rest as in {@link ReportJson}.
 */
public final class PlanJson {

    private PlanJson() {}

    /** Indented by two, with LF and a final newline. */
    public static String toJson(Plan plan) {
        return JsonOutput.pretty(new Fields()
                .put("verb", "PLAN")
                .put("schema", plan.schema().name())
                .put("fingerprint", Fingerprint.of(plan.schema()))
                .put("exitCode", plan.exitCode())
                .list("findings", plan.findings())
                .put("retryAfterSeconds", StoreReportJson.seconds(plan.retryAfter().orElse(null)))
                .each("stores", plan.stores(), StoreReportJson::write)
                .list("notes", plan.notes())
                .each("warnings", plan.warnings(), StoreReportJson::warning)
                .put("durationMillis", plan.duration().toMillis()));
    }
}

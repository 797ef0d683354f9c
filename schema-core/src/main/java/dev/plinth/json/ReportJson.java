package dev.plinth.json;

import dev.plinth.Report;
import java.util.Map;

/**
 * The JSON form of a report, for a pipeline. The fields, in this order; what is empty is left out:
 *
 * <ul>
 *   <li>{@code verb} ({@code APPLY} or {@code VERIFY}), {@code schema} (its name), {@code fingerprint} (see {@link
 *       Fingerprint}), {@code exitCode}, {@code findings} (names of {@link dev.plinth.Finding}, the gravest first), {@code
 *       retryAfterSeconds} (rounded up)
 *   <li>{@code stores}: {@code store}, {@code target}, {@code steps}, {@code drift}, {@code unmanaged},
 *       {@code failures}, {@code durationMillis}
 *   <li>a step: {@code kind} (the {@link dev.plinth.diff.Change}, such as {@code createTable}), {@code subject}
 *       ({@code kind}, {@code name}), {@code status}, {@code detail}, {@code retryAfterSeconds}, {@code reason},
 *       {@code hazards} ({@code kind}, {@code message}), {@code statements}
 *   <li>a drift: {@code kind}, {@code subject}, {@code aspect}, {@code declared}, {@code live}, {@code advice}
 *   <li>{@code notes}, {@code warnings}, {@code durationMillis}
 *   <li>a warning about the schema: {@code subject}, {@code message}, {@code remedy}, {@code rule}, {@code page}
 * </ul>
 */
public final class ReportJson {

    private ReportJson() {}

    /** Indented by two, with LF and a final newline. */
    public static String toJson(Report report) {
        return JsonOutput.pretty(fields(report));
    }

    /** Several reports by name, as one object in the order of the map: each value is what {@link #toJson(Report)} writes. */
    public static String toJson(Map<String, Report> reports) {
        Fields all = new Fields();
        reports.forEach((name, report) -> all.put(name, fields(report)));
        return JsonOutput.pretty(all);
    }

    private static Fields fields(Report report) {
        return new Fields()
                .put("verb", report.verb())
                .put("schema", report.schema().name())
                .put("fingerprint", Fingerprint.of(report.schema()))
                .put("exitCode", report.exitCode())
                .list("findings", report.findings())
                .put("retryAfterSeconds", StoreReportJson.seconds(report.retryAfter().orElse(null)))
                .each("stores", report.stores(), StoreReportJson::write)
                .list("notes", report.notes())
                .each("warnings", report.warnings(), StoreReportJson::warning)
                .put("durationMillis", report.duration().toMillis());
    }
}

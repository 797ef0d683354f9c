package dev.plinth.examples.domainflow.lambda;

import dev.plinth.Finding;
import dev.plinth.Report;
import dev.plinth.Step;
import dev.plinth.StoreReport;
import dev.plinth.diff.Drift;
import dev.plinth.json.Fingerprint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A report as the function answers with it. */
final class Answer {

    /** CloudFormation takes 4096 bytes in all; the rest is for the names in the envelope. */
    private static final int BYTES_OF_DETAILS = 2000;

    private Answer() {}

    /** For people, who run it by hand, and for the log. */
    static Map<String, Object> whole(Report report) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("schema", report.schema().name());
        answer.put("fingerprint", Fingerprint.of(report.schema()));
        answer.put("complete", report.isComplete());
        answer.put("findings", report.findings().stream().map(Finding::name).toList());
        answer.put("counts", counts(report));
        for (Step.Status status : Step.Status.values()) {
            List<String> steps = report.steps(status).stream().map(Step::describe).toList();
            if (!steps.isEmpty()) {
                answer.put(word(status), steps);
            }
        }
        answer.put("drift", drift(report));
        answer.put("failures", report.stores().stream().flatMap(store -> store.failures().stream()).toList());
        answer.put("notes", report.notes());
        answer.put("stores", report.stores().stream().map(Answer::store).toList());
        answer.put("durationMillis", report.duration().toMillis());
        return answer;
    }

    /** For CloudFormation, where {@code Fn::GetAtt} reads it: texts only, and what is long is cut. */
    static Map<String, Object> data(Report report) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("Schema", report.schema().name());
        data.put("Fingerprint", Fingerprint.of(report.schema()));
        data.put("Complete", String.valueOf(report.isComplete()));
        counts(report).forEach((name, count) -> data.put(capital(name), String.valueOf(count)));
        data.put("DurationMillis", String.valueOf(report.duration().toMillis()));
        data.put("Details", Shortened.lines(details(report), BYTES_OF_DETAILS));
        return data;
    }

    private static Map<String, Object> counts(Report report) {
        Map<String, Object> counts = new LinkedHashMap<>();
        for (Step.Status status : Step.Status.values()) {
            if (status != Step.Status.PLANNED) {
                counts.put(word(status), report.steps(status).size());
            }
        }
        counts.put("drift", drift(report).size());
        return counts;
    }

    /** What somebody should know of, the gravest first. */
    private static List<String> details(Report report) {
        List<String> lines = new ArrayList<>();
        for (Step.Status status : List.of(Step.Status.BLOCKED, Step.Status.PENDING, Step.Status.DEFERRED)) {
            report.steps(status).forEach(step -> lines.add(word(status) + ": " + step.describe()));
        }
        drift(report).forEach(line -> lines.add("drift: " + line));
        return lines;
    }

    private static List<String> drift(Report report) {
        return report.stores().stream()
                .flatMap(store -> store.drift().stream())
                .filter(drift -> !drift.kind().isNote())
                .map(Drift::message)
                .toList();
    }

    private static Map<String, Object> store(StoreReport store) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("store", store.store());
        fields.put("target", store.target());
        fields.put("durationMillis", store.duration().toMillis());
        return fields;
    }

    private static String word(Step.Status status) {
        return status == Step.Status.DONE ? "created" : status.name().toLowerCase(Locale.ROOT);
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}

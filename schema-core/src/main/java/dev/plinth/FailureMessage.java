package dev.plinth;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the exception says when a run failed, or found what it was told to fail on. */
final class FailureMessage {

    private FailureMessage() {}

    static Optional<String> of(Report report, Set<Finding> forbidden) {
        Optional<StoreReport> failed = report.stores().stream().filter(Finding.FAILED::isIn).findFirst();
        if (failed.isPresent()) {
            return Optional.of(failure(report, failed.get()));
        }
        List<Finding> found = report.findings().stream().filter(forbidden::contains).toList();
        return found.isEmpty() ? Optional.empty() : Optional.of(forbidden(report, found));
    }

    /** One line for many tenants: how many, and what the first of them says. */
    static String ofTenants(
            TenantsReport report, List<TenantReport> guilty, List<StoreReport> shared, List<Finding> unwanted) {
        StoreReport first = shared.isEmpty() ? guilty.getFirst().report() : shared.getFirst();
        String whose = shared.isEmpty() ? "tenant " + guilty.getFirst().tenant() : "what the tenants share";
        String line = unwanted.stream().flatMap(finding -> finding.lines(first).stream()).findFirst().orElseThrow();
        return "schema \"" + report.schema().name() + "\": " + guilty.size() + " of " + report.tenants().size()
                + " tenants have what must not be; " + whose + ": " + line;
    }

    private static String failure(Report report, StoreReport failed) {
        String others = report.stores().stream()
                .filter(store -> store != failed)
                .map(store -> "; " + other(report, store))
                .collect(Collectors.joining());
        return doing(report) + failed.store() + progress(report, failed) + ": " + firstFailure(failed) + others;
    }

    private static String other(Report report, StoreReport store) {
        return Finding.FAILED.isIn(store)
                ? store.store() + " failed too" + progress(report, store) + ": " + firstFailure(store)
                : store.store() + " did not fail" + progress(report, store);
    }

    /** Without the name of the store, which stores begin their own messages with, and the sentence has already. */
    private static String firstFailure(StoreReport store) {
        String failure = Finding.FAILED.lines(store).getFirst();
        String name = store.store() + ": ";
        return failure.startsWith(name) ? failure.substring(name.length()) : failure;
    }

    private static String doing(Report report) {
        String schema = "schema \"" + report.schema().name() + "\"";
        return switch (report.verb()) {
            case APPLY -> "applying " + schema + " to ";
            case VERIFY -> "verifying " + schema + " in ";
        };
    }

    private static String progress(Report report, StoreReport store) {
        return report.verb() == Report.Verb.VERIFY || store.steps().isEmpty()
                ? ""
                : " (" + store.steps(Step.Status.DONE).size() + " of " + store.steps().size() + " steps done)";
    }

    private static String forbidden(Report report, List<Finding> found) {
        String words = found.stream()
                .map(finding -> finding.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        List<String> lines = found.stream()
                .flatMap(finding -> report.stores().stream().flatMap(store -> lines(finding, store)))
                .toList();
        String more = lines.size() > 1 ? " (and " + (lines.size() - 1) + " more in the report)" : "";
        return "schema \"" + report.schema().name() + "\" has what failOn forbids (" + words + "): "
                + lines.getFirst() + more;
    }

    private static Stream<String> lines(Finding finding, StoreReport store) {
        return finding.lines(store).stream().map(line -> store.store() + ": " + line);
    }
}

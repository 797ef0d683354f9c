package dev.plinth.text;

import dev.plinth.Finding;
import dev.plinth.Step;
import dev.plinth.StoreReport;
import dev.plinth.diff.Drift.Kind;
import java.util.ArrayList;
import java.util.List;

/** Everything in one phrase: {@code 12 created, 1 DEFERRED, 2 DIFFER}. */
final class Summary {

    private final List<String> phrases = new ArrayList<>();
    private final List<StoreReport> stores;

    private Summary(List<StoreReport> stores) {
        this.stores = stores;
    }

    static String of(Occasion occasion, List<StoreReport> stores) {
        Summary summary = new Summary(stores);
        summary.add(summary.count(Step.Status.DONE), "done");
        for (Finding finding : Finding.values()) {
            summary.add(finding, occasion);
        }
        if (summary.phrases.isEmpty()) {
            summary.phrases.add(nothing(occasion));
        }
        summary.add(summary.count(Step.Status.SKIPPED), "skipped");
        return String.join(", ", summary.phrases);
    }

    private void add(Finding finding, Occasion occasion) {
        switch (finding) {
            case DRIFT -> List.of(Kind.DIFFERENT, Kind.CONFLICT, Kind.INVALID)
                    .forEach(kind -> add(count(kind), kind.name()));
            case MISSING -> add(count(finding), missing(occasion));
            case FAILED, PENDING, DEFERRED, BLOCKED, UNDECIDED -> add(count(finding), finding.name());
        }
    }

    private void add(long count, String words) {
        if (count > 0) {
            phrases.add(count + " " + words);
        }
    }

    private long count(Step.Status status) {
        return stores.stream().mapToLong(store -> store.steps(status).size()).sum();
    }

    private long count(Finding finding) {
        return stores.stream().mapToLong(finding::count).sum();
    }

    private long count(Kind kind) {
        return stores.stream()
                .flatMap(store -> store.drift().stream())
                .filter(drift -> drift.kind() == kind)
                .count();
    }

    private static String missing(Occasion occasion) {
        return switch (occasion) {
            case PLAN -> "to do";
            case APPLY -> "NOT DONE";
            case VERIFY -> "MISSING";
        };
    }

    private static String nothing(Occasion occasion) {
        return switch (occasion) {
            case PLAN, APPLY -> "nothing to do";
            case VERIFY -> "as declared";
        };
    }
}

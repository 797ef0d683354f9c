package dev.plinth.text;

import dev.plinth.Step;
import dev.plinth.StoreReport;
import dev.plinth.diff.Drift;
import dev.plinth.rule.Problem;
import java.time.Duration;
import java.util.List;

/** A page in the making: a label in a column of its own, then the text; further lines below the text. */
final class Page {

    private static final int LABEL_WIDTH = 11;

    private final StringBuilder out = new StringBuilder();
    private final Occasion occasion;
    private final boolean withStatements;

    Page(Occasion occasion, boolean withStatements) {
        this.occasion = occasion;
        this.withStatements = withStatements;
    }

    /** What it is about, all of it in a phrase, and how long it took. */
    void headline(String subject, List<StoreReport> stores, Duration time) {
        line(subject + ": " + Summary.of(occasion, stores) + " (" + TimeText.of(time) + ")");
    }

    private void line(String text) {
        out.append(text).append('\n');
    }

    /** A paragraph for the store. */
    void store(StoreReport store) {
        String target = store.target().isEmpty() ? "" : " (" + store.target() + ")";
        line("");
        headline(store.store() + target, List.of(store), store.duration());
        store.steps().forEach(step -> step(step, store.failures()));
        store.failures().forEach(failure -> entry("FAILED", failure));
        store.drift().forEach(this::drift);
        store.unmanaged().forEach(object -> entry("unmanaged", object));
    }

    void notes(List<String> notes) {
        if (!notes.isEmpty()) {
            line("");
        }
        notes.forEach(note -> line("Note: " + note + "."));
    }

    void warnings(List<Problem> warnings) {
        if (!warnings.isEmpty()) {
            line("");
        }
        warnings.forEach(warning -> line("Warning: " + warning.sentence()));
    }

    String text() {
        return out.toString();
    }

    private void step(Step step, List<String> failures) {
        entry(Label.of(step, occasion), step.change().subject().display());
        if (failures.stream().noneMatch(failure -> failure.contains(step.detail()))) {
            below(step.detail());
        }
        if (step.retryAfter() != null) {
            below("run again in " + TimeText.of(step.retryAfter()));
        }
        if (occasion == Occasion.PLAN) {
            step.hazards().forEach(hazard -> below("careful: " + hazard.message()));
        }
        if (withStatements) {
            step.statements().forEach(this::below);
        }
    }

    private void drift(Drift drift) {
        entry(Label.of(drift.kind()), drift.comparison());
        below(drift.advice());
    }

    private void entry(String label, String text) {
        List<String> lines = text.lines().toList();
        line("  " + label + " ".repeat(Math.max(1, LABEL_WIDTH - label.length()))
                + (lines.isEmpty() ? "" : lines.getFirst()));
        lines.stream().skip(1).forEach(this::below);
    }

    private void below(String text) {
        text.lines().forEach(line -> line((" ".repeat(2 + LABEL_WIDTH) + line).stripTrailing()));
    }
}

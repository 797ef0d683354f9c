package dev.plinth.text;

import dev.plinth.Step;
import dev.plinth.diff.Change;
import dev.plinth.diff.Drift;
import dev.plinth.diff.DynamoChange;

/** The first word of a line. Capitals say that somebody should look. */
final class Label {

    private Label() {}

    static String of(Step step, Occasion occasion) {
        return switch (step.status()) {
            case PLANNED -> planned(step.change(), occasion);
            case DONE -> done(step.change());
            case PENDING, DEFERRED, BLOCKED, FAILED -> step.status().name();
            case SKIPPED -> "skipped";
        };
    }

    static String of(Drift.Kind kind) {
        return switch (kind) {
            case DIFFERENT -> "DIFFERS";
            case UNDECIDED, CONFLICT, INVALID -> kind.name();
            case OTHER_NAME -> "note";
        };
    }

    private static String planned(Change change, Occasion occasion) {
        return switch (occasion) {
            case PLAN -> verb(change);
            case APPLY -> "NOT DONE";
            case VERIFY -> "MISSING";
        };
    }

    /** What is done, as a command: {@code create}. */
    static String verb(Change change) {
        return switch (change) {
            case Change.ValidateConstraint validate -> "validate";
            case Change.RebuildIndex rebuild -> "rebuild";
            case Change.OnType addition -> "add";
            case DynamoChange addition -> DynamoVerbs.of(addition).present();
            case Change.SqlChange addition -> "create";
        };
    }

    private static String done(Change change) {
        return switch (change) {
            case Change.ValidateConstraint validate -> "validated";
            case Change.RebuildIndex rebuild -> "rebuilt";
            case Change.OnType addition -> "added";
            case DynamoChange addition -> DynamoVerbs.of(addition).past();
            case Change.SqlChange addition -> "created";
        };
    }
}

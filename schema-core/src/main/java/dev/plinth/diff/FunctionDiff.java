package dev.plinth.diff;

import dev.plinth.model.sql.Function;

/** Compares a function. Its body is text: equal without indentation, trailing blanks and outer blank lines. */
final class FunctionDiff {

    private FunctionDiff() {}

    static void compare(Function declared, Live<Function> live, Findings findings) {
        Subject subject = Subject.of(declared);
        Function existing = live.object();
        compareText(subject, "return type", declared.returns(), existing.returns(), findings);
        if (!existing.returns().equals(declared.returns())) {
            findings.unfitFunction(declared.name());
        }
        compareText(subject, "language", declared.language(), existing.language(), findings);
        findings.unmodelled(subject, live);
        if (!BodyText.same(declared.language(), declared.body(), existing.body())) {
            findings.different(
                    subject, "body", BodyText.normalise(declared.body()), BodyText.normalise(existing.body()));
        }
    }

    private static void compareText(Subject subject, String aspect, String declared, String live, Findings findings) {
        if (!declared.equals(live)) {
            findings.different(subject, aspect, declared, live);
        }
    }
}

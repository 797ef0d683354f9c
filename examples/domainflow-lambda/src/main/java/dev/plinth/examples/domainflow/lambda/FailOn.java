package dev.plinth.examples.domainflow.lambda;

import dev.plinth.Finding;
import dev.plinth.job.settings.Variables;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What makes a deployment fail, beside failures: {@code PENDING}, {@code DRIFT}, {@code BLOCKED}, {@code DEFERRED} or {@code
 * UNDECIDED}; nothing where nothing is said.
 */
record FailOn(Set<Finding> findings) {

    private static final String VARIABLE = "FAIL_ON";

    FailOn {
        findings = findings.isEmpty() ? Set.of() : Set.copyOf(findings);
    }

    /** The variable {@code FAIL_ON}: names of findings, commas between them. */
    static FailOn of(Variables variables) {
        return read(VARIABLE, variables.find(VARIABLE).orElse(""), variables.problems());
    }

    /** What the custom resource says in its property {@code FailOn}; where it has none, the environment counts. */
    FailOn or(Event event) {
        Variables variables = Variables.of(Map.of());
        FailOn own = event.resourceProperty("FailOn")
                .map(text -> read("the resource property FailOn", text, variables.problems()))
                .orElse(this);
        variables.check();
        return own;
    }

    FailOn without(Finding finding) {
        return new FailOn(findings.stream().filter(one -> one != finding).collect(Collectors.toSet()));
    }

    private static FailOn read(String source, String text, List<String> problems) {
        Set<Finding> findings = EnumSet.noneOf(Finding.class);
        for (String word : text.strip().split("[\\s,]+")) {
            Arrays.stream(Finding.values())
                    .filter(finding -> finding.name().equals(word.toUpperCase(Locale.ROOT)))
                    .findFirst()
                    .ifPresentOrElse(findings::add, () -> unknown(source, word, problems));
        }
        return new FailOn(findings);
    }

    private static void unknown(String source, String word, List<String> problems) {
        if (!word.isEmpty()) {
            problems.add(source + " has \"" + word + "\"; write any of PENDING, DRIFT, BLOCKED, DEFERRED, UNDECIDED");
        }
    }
}

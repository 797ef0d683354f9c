package dev.plinth.spring;

import dev.plinth.ApplyException;
import dev.plinth.Finding;
import dev.plinth.PlinthException;
import dev.plinth.Report;
import dev.plinth.StoreException;
import dev.plinth.StoreReport;
import dev.plinth.VerifyException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what an apply or a verify found, and what to do, in place of a stack trace. */
final class RunFailureAnalyzer extends AbstractFailureAnalyzer<PlinthException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, PlinthException cause) {
        return switch (cause) {
            case ApplyException apply -> analysis(apply, apply.report());
            case VerifyException verify -> analysis(verify, verify.report());
            case StoreException store -> new FailureAnalysis(store.getMessage(), action(Finding.FAILED), store);
        };
    }

    private static FailureAnalysis analysis(PlinthException cause, Report report) {
        String others = report.findings().stream()
                .flatMap(
                        finding -> report.stores().stream().flatMap(store -> lines(finding, store, cause.getMessage())))
                .collect(Collectors.joining());
        String actions = report.findings().stream()
                .map(finding -> finding + ": " + action(finding))
                .collect(Collectors.joining("\n"));
        return new FailureAnalysis(cause.getMessage() + others, actions, cause);
    }

    /** What the message does not say already. */
    private static Stream<String> lines(Finding finding, StoreReport store, String message) {
        return finding.lines(store).stream()
                .filter(line -> !message.contains(line))
                .map(line -> "\n" + finding + " in " + store.store() + ": " + line);
    }

    private static String action(Finding finding) {
        return switch (finding) {
            case FAILED ->
                "Mend what the store says, and start again: what was done stays, and the next start goes on.";
            case MISSING ->
                "Let an apply create it, here by plinth.mode=apply or in a step of the deployment before this start.";
            case DRIFT ->
                "Change the declaration or, by hand, the store; Plinth alters nothing. To start all the same, leave "
                        + "drift out of plinth.fail-on.";
            case PENDING -> "Start again, or give it longer by plinth.deadline.";
            case DEFERRED -> "Install the extension on the server; the next apply goes on.";
            case BLOCKED -> "Take away what is in the way, as the line says; the next apply goes on.";
            case UNDECIDED -> "Compare the two spellings, and write the one that the store has.";
        };
    }
}

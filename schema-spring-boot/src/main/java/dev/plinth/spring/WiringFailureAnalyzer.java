package dev.plinth.spring;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what is wrong with beans and properties in place of a stack trace. */
final class WiringFailureAnalyzer extends AbstractFailureAnalyzer<WiringException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, WiringException cause) {
        return new FailureAnalysis(cause.getMessage(), cause.action(), cause);
    }
}

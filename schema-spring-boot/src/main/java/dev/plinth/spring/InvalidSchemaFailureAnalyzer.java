package dev.plinth.spring;

import dev.plinth.rule.InvalidSchemaException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Lists the problems of a schema in place of a stack trace. */
final class InvalidSchemaFailureAnalyzer extends AbstractFailureAnalyzer<InvalidSchemaException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, InvalidSchemaException cause) {
        return new FailureAnalysis(cause.getMessage(),
                "Correct the declaration; each line says what to write instead. A unit test that builds the schema finds this "
                        + "without a database.",
                cause);
    }
}

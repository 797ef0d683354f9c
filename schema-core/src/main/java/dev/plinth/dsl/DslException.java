package dev.plinth.dsl;

import dev.plinth.rule.Problem;

/**
 * Misuse of the DSL, thrown by the call that is wrong: the first frame of the stack trace that is neither of this
 * package nor of the JDK is the guilty line. The message says what is wrong with what, and what to write instead.
 */
public final class DslException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    DslException(String subject, String message, String remedy) {
        super(subject + ": " + message + ". " + remedy);
    }

    DslException(Problem problem) {
        super(problem.sentence());
    }
}

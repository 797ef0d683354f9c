package dev.plinth.examples.domainflow.lambda.stores;

import java.util.List;

/** The program was called with wrong arguments or in a wrong environment; never holds a secret. */
public final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    public UsageException(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    /** What is wrong and what to write instead, one line each. */
    public List<String> problems() {
        return problems;
    }
}

package dev.plinth.job.settings;

import java.util.List;

/** A program was called with wrong arguments or in a wrong environment; never holds a secret. */
public final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    public UsageException(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    public UsageException(String problem) {
        this(List.of(problem));
    }

    /** What is wrong and what to write instead, one line each. */
    public List<String> problems() {
        return problems;
    }
}

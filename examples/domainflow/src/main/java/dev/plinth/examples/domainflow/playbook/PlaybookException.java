package dev.plinth.examples.domainflow.playbook;

import java.util.List;

/** A text is not a playbook, or a playbook is not sound. */
public final class PlaybookException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    PlaybookException(List<String> problems) {
        super("not a playbook: " + String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    PlaybookException(String problem, Exception cause) {
        super("not a playbook: " + problem, cause);
        this.problems = List.of(problem);
    }

    /** One line each: where, what is wrong, what to write instead. */
    public List<String> problems() {
        return problems;
    }
}

package dev.plinth.rule;

import java.util.List;
import java.util.stream.Collectors;

/** A schema with errors: all of them at once, sorted by subject, one line each. */
public final class InvalidSchemaException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /**
     * @param schema the name of the schema
     * @param problems errors and warnings
     */
    public InvalidSchemaException(String schema, List<Problem> problems) {
        super(message(schema, problems));
        this.problems = problems.stream().sorted().toList();
    }

    /** The errors and warnings, sorted by subject. */
    public List<Problem> problems() {
        return problems;
    }

    private static String message(String schema, List<Problem> problems) {
        String lines = problems.stream().sorted().map(Problem::line).collect(Collectors.joining("\n"));
        return "schema \"" + schema + "\" cannot be used:\n" + lines;
    }
}

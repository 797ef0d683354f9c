package dev.plinth.rule;

import dev.plinth.model.Schema;
import java.util.Optional;
import java.util.stream.Stream;

/** One thing that can be wrong with a schema. A rule is a pure function; its id is the simple name of its class. */
public interface Rule {

    /** Every violation of this rule. */
    Stream<Problem> check(Schema schema);

    /** The id that problems of this rule carry. */
    default String id() {
        return getClass().getSimpleName();
    }

    /** The address of the page of the manual that has the limit, where there is one. */
    default Optional<String> page() {
        return Optional.empty();
    }

    /** A problem that makes the schema unusable. */
    default Problem error(String subject, String message, String remedy) {
        return new Problem(Severity.ERROR, subject, message, remedy, id(), page());
    }

    /** A problem that is worth a look. */
    default Problem warning(String subject, String message, String remedy) {
        return new Problem(Severity.WARNING, subject, message, remedy, id(), page());
    }
}

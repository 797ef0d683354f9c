package dev.plinth.examples.domainflow;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Environment variables, and the problems met while reading them. A blank variable counts as not set.
 *
 * @param problems added to, one line each
 */
record Variables(Map<String, String> environment, List<String> problems) {

    Optional<String> find(String name) {
        return Optional.ofNullable(environment.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** The first of them that is set. */
    Optional<String> findFirst(String... names) {
        return List.of(names).stream().flatMap(name -> find(name).stream()).findFirst();
    }

    /** The value, or a problem and the empty string. */
    String require(String name, String meaning) {
        return find(name).orElseGet(() -> {
            problems.add(name + " is not set; it is " + meaning);
            return "";
        });
    }

    /** A secret as it is, which may be empty but must be said. */
    String requireSecret(String name, String meaning) {
        String value = environment.get(name);
        if (value == null) {
            problems.add(name + " is not set; it is " + meaning);
        }
        return value == null ? "" : value;
    }
}

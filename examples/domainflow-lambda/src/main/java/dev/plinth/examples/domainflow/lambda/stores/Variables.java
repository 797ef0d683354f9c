package dev.plinth.examples.domainflow.lambda.stores;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Environment variables, and the problems met while reading them. A blank variable counts as not set.
 *
 * @param problems added to, one line each
 */
public record Variables(Map<String, String> environment, List<String> problems) {

    /** The variables of an environment, and no problem yet. */
    public static Variables of(Map<String, String> environment) {
        return new Variables(environment, new ArrayList<>());
    }

    /**
     * To be called when everything was read.
     *
     * @throws UsageException with all problems, if there is any
     */
    public void check() {
        if (!problems.isEmpty()) {
            throw new UsageException(problems);
        }
    }

    public Optional<String> find(String name) {
        return Optional.ofNullable(environment.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** The first of them that is set. */
    public Optional<String> findFirst(String... names) {
        return List.of(names).stream().flatMap(name -> find(name).stream()).findFirst();
    }

    /** The value, or a problem and the empty string. */
    public String require(String name, String meaning) {
        return find(name).orElseGet(() -> {
            problems.add(name + " is not set; it is " + meaning);
            return "";
        });
    }
}

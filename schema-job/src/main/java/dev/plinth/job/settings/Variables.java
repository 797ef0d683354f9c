package dev.plinth.job.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Environment variables, and the problems met while reading them. A blank variable counts as not set. Where {@code NAME} is
 * not set, {@code NAME_FILE} may name a file that holds its value, as secrets are mounted into containers.
 *
 * @param problems added to, one line each
 */
public record Variables(Map<String, String> environment, List<String> problems) {

    /** The variables of an environment, with no problem yet. */
    public static Variables of(Map<String, String> environment) {
        return new Variables(environment, new ArrayList<>());
    }

    public Optional<String> find(String name) {
        return Optional.ofNullable(raw(name)).map(String::strip).filter(value -> !value.isEmpty());
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

    /** A secret as it is, without the line break that ends a file; it may be empty. */
    public Optional<String> secret(String name) {
        return Optional.ofNullable(raw(name));
    }

    /** @throws UsageException with all problems, if there is one */
    public void check() {
        if (!problems.isEmpty()) {
            throw new UsageException(problems);
        }
    }

    private @Nullable String raw(String name) {
        String value = environment.get(name);
        String file = environment.get(name + "_FILE");
        return value == null && file != null ? content(name + "_FILE", file) : value;
    }

    private String content(String variable, String file) {
        try {
            String text = Files.readString(Path.of(file));
            return text.endsWith("\n") ? text.stripTrailing() : text;
        } catch (IOException | InvalidPathException e) {
            String problem = variable + " is \"" + file + "\", which is not a file that can be read";
            if (!problems.contains(problem)) {
                problems.add(problem);
            }
            return "";
        }
    }
}

package dev.plinth.docs;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who may know whom, package by package: the arrows of the architecture. What does not stand here is refused, a new package
 * included.
 */
final class Arrows {

    /** Package: the packages of Plinth that it may use | the libraries that it may use. A dot is dev.plinth itself. */
    private static final String TABLE = """
            model: |
            naming: model |
            rule: model naming |
            dsl: model naming rule |
            diff: model naming |
            render: model |
            .: model diff rule | org.slf4j
            plan: . model naming diff |
            json: . model diff rule | com.fasterxml.jackson.core
            text: . model diff rule |
            snapshot: model render |

            postgres.internal.sql: model |
            postgres.internal.compare: model naming diff postgres.internal.sql | java.sql
            postgres.internal.inspect: model naming diff postgres.internal.sql postgres.internal.compare | java.sql org.postgresql
            postgres.internal.render: . model naming diff plan postgres.internal.sql | org.jooq
            postgres.internal.apply: . model naming diff plan postgres postgres.internal.sql postgres.internal.compare \
            postgres.internal.inspect postgres.internal.render | java.sql javax.net.ssl javax.sql org.slf4j org.postgresql
            postgres: . model naming rule diff plan render postgres.internal.inspect postgres.internal.render postgres.internal.apply \
            | java.sql javax.sql

            dynamo.internal.json: | com.fasterxml.jackson.core
            dynamo.internal.cloudformation: model dynamo.internal.json |
            dynamo.internal.workbench: model dsl dynamo.internal.json |
            dynamo.internal.enhanced: model | software.amazon.awssdk
            dynamo.internal.render: model diff dynamo.internal.json | software.amazon.awssdk com.fasterxml.jackson.core
            dynamo.internal.inspect: model diff dynamo.internal.render | software.amazon.awssdk com.fasterxml.jackson.core
            dynamo.internal.scaling: model diff dynamo.internal.inspect dynamo.internal.render | software.amazon.awssdk
            dynamo.internal.client: | software.amazon.awssdk
            dynamo.internal.apply: . model diff dynamo dynamo.internal.inspect dynamo.internal.render \
            | software.amazon.awssdk org.slf4j
            dynamo: . model diff render dynamo.internal.client dynamo.internal.json dynamo.internal.cloudformation \
            dynamo.internal.enhanced dynamo.internal.workbench dynamo.internal.scaling \
            dynamo.internal.render dynamo.internal.inspect dynamo.internal.apply \
            | software.amazon.awssdk

            test.dynamo: . | software.amazon.awssdk

            job.settings: . model rule | javax.sql org.postgresql
            job.internal.start: job.settings . model rule |
            job.internal.postgres: job.settings job.internal.start . model postgres | javax.sql org.postgresql
            job.internal.dynamo: job.settings job.internal.start . model dynamo | software.amazon.awssdk
            job: job.settings . model rule json text job.internal.start job.internal.postgres job.internal.dynamo \
            | com.fasterxml.jackson.core

            spring: . model rule text json postgres dynamo \
            | javax.sql org.slf4j org.springframework software.amazon.awssdk
            """;

    private static final String ROOT = "dev.plinth";

    /** What one package may use. */
    record Part(String name, List<String> packages, List<String> libraries) {

        /** Whether it is the package itself or one below it. */
        boolean holds(String packageName) {
            return isWithin(packageName, name);
        }

        boolean mayUseLibrary(String packageName) {
            return libraries.stream().anyMatch(library -> isWithin(packageName, library));
        }
    }

    private final Map<String, Part> parts = new LinkedHashMap<>();

    Arrows() {
        TABLE.lines().filter(line -> !line.isBlank()).map(Arrows::part).forEach(part -> parts.put(part.name(), part));
    }

    /** The part that a package belongs to: the longest name that holds it. */
    Optional<Part> partOf(String packageName) {
        return parts.values().stream()
                .filter(part -> part.name().equals(ROOT) ? packageName.equals(ROOT) : part.holds(packageName))
                .max(Comparator.comparingInt(part -> part.name().length()));
    }

    List<Part> parts() {
        return List.copyOf(parts.values());
    }

    /** What a part uses, what that uses, and so on; an entry package and its own internal ones may know each other. */
    Set<String> reachableFrom(Part start) {
        Set<String> reached = new TreeSet<>();
        Deque<Part> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            Part part = open.remove();
            part.packages().stream()
                    .map(parts::get)
                    .filter(next -> !part.name().startsWith(next.name() + ".internal"))
                    .filter(next -> reached.add(next.name()))
                    .forEach(open::add);
        }
        return reached;
    }

    private static Part part(String line) {
        String[] halves = line.split(":|\\|", -1);
        return new Part(
                absolute(halves[0].strip()),
                words(halves[1]).stream().map(Arrows::absolute).toList(),
                words(halves[2]));
    }

    private static List<String> words(String text) {
        return text.isBlank() ? List.of() : List.of(text.strip().split(" +"));
    }

    private static String absolute(String name) {
        return name.equals(".") ? ROOT : ROOT + "." + name;
    }

    private static boolean isWithin(String packageName, String outer) {
        return packageName.equals(outer) || packageName.startsWith(outer + ".");
    }
}

package dev.plinth.job;

import dev.plinth.job.internal.dynamo.DynamoPart;
import dev.plinth.job.internal.postgres.PostgresPart;
import dev.plinth.job.internal.start.OpenStore;
import dev.plinth.job.internal.start.Word;
import dev.plinth.job.settings.UsageException;
import dev.plinth.job.settings.Variables;
import dev.plinth.model.Schema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which stores a schema needs. Nothing is left aside silently: a part that cannot be worked on, for want of a library or of
 * a variable, is a problem unless {@code --only} names the other one.
 */
record Stores(Schema schema, CommandLine command) {

    /** @throws UsageException when a library is not on the class path, or an option does not fit the schema */
    Set<Part> parts() {
        Set<Part> parts = wanted();
        List<String> problems = parts.stream().filter(part -> !part.isOnClassPath()).map(this::absent).toList();
        if (!problems.isEmpty()) {
            throw new UsageException(problems);
        }
        command.options().allowed().forEach(word -> Word.requireKnown("--allow", word, guardedAdditions()));
        if (parts.contains(Part.DYNAMODB)) {
            DynamoPart.check(schema, command.options());
        }
        return parts;
    }

    /** Those of a part that is left aside are known, too. */
    private static List<String> guardedAdditions() {
        List<String> known = new ArrayList<>();
        if (Part.POSTGRES.isOnClassPath()) {
            known.addAll(PostgresPart.guardedAdditions());
        }
        if (Part.DYNAMODB.isOnClassPath()) {
            known.addAll(DynamoPart.guardedAdditions());
        }
        return known;
    }

    /** @throws UsageException with everything that is missing or cannot be used */
    List<OpenStore> open(Map<String, String> environment) {
        Set<Part> parts = parts();
        Variables variables = Variables.of(environment);
        List<OpenStore> open = new ArrayList<>();
        if (parts.contains(Part.POSTGRES)) {
            open.add(PostgresPart.open(variables, command.options()));
        }
        if (parts.contains(Part.DYNAMODB)) {
            DynamoPart.open(variables, command.options()).ifPresent(open::add);
        }
        if (!variables.problems().isEmpty()) {
            open.forEach(OpenStore::close);
        }
        variables.check();
        return open;
    }

    private Set<Part> wanted() {
        Set<Part> parts = Arrays.stream(Part.values())
                .filter(part -> part.isIn(schema) && command.only().contains(part))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Part.class)));
        if (parts.isEmpty()) {
            String only = command.only().stream().map(Part::title).collect(Collectors.joining(" and "));
            throw new UsageException("schema \"" + schema.name() + "\" has nothing for " + only
                    + (command.only().size() == 1 ? "; leave --only out" : "; declare a table first"));
        }
        return parts;
    }

    private String absent(Part part) {
        String others = Arrays.stream(Part.values())
                .filter(other -> other != part && other.isIn(schema))
                .map(other -> ", or leave that part aside with --only " + Word.of(other))
                .collect(Collectors.joining());
        return "schema \"" + schema.name() + "\" has a part for " + part.title() + ", and " + part.library()
                + " is not on the class path with its dependencies; add it" + others;
    }
}

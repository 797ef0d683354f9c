package dev.plinth.job;

import dev.plinth.job.internal.start.Word;
import dev.plinth.job.settings.UsageException;
import dev.plinth.rule.Suggestion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The words of a command line: {@code --name value}, {@code --name=value}, {@code --name}, and what is none of these.
 *
 * @param options by name; the empty string for those that have no value
 */
record Arguments(List<String> words, Map<String, String> options) {

    private static final List<String> WITHOUT_VALUE =
            List.of("--json", "--quiet", "--help", "--defer-missing-extensions");
    private static final List<String> WITH_VALUE = List.of("--schema", "--only", "--fail-on", "--deadline",
            "--lock-timeout", "--dynamodb-prefix", "--allow", "--index-wait");

    /** @throws UsageException with every word that is not understood */
    static Arguments of(List<String> line, boolean hasSchema) {
        Arguments arguments = new Arguments(new ArrayList<>(), new LinkedHashMap<>());
        List<String> problems = new ArrayList<>();
        List<String> rest = new ArrayList<>(line);
        while (!rest.isEmpty()) {
            String word = rest.removeFirst();
            if (word.startsWith("-")) {
                arguments.option(word, rest, hasSchema).ifPresent(problems::add);
            } else {
                arguments.words.add(word);
            }
        }
        if (!problems.isEmpty()) {
            throw new UsageException(problems);
        }
        return arguments;
    }

    boolean has(String option) {
        return options.containsKey(option);
    }

    /** Whether help is all that is wanted. */
    boolean wantsHelp() {
        return has("--help") || words.equals(List.of("help"));
    }

    Optional<String> value(String option) {
        return Optional.ofNullable(options.get(option));
    }

    /** The parts of a value between its commas. */
    List<String> list(String option) {
        return value(option).stream()
                .flatMap(text -> Arrays.stream(text.split(",")))
                .map(String::strip)
                .filter(word -> !word.isEmpty() && !word.equals("none"))
                .toList();
    }

    /** @throws UsageException when there is none, or more than one */
    Verb verb() {
        List<String> verbs = Arrays.stream(Verb.values()).map(Word::of).toList();
        if (words.isEmpty()) {
            throw new UsageException("a verb is missing: write one of " + String.join(", ", verbs));
        }
        String word = words.getFirst();
        if (!verbs.contains(word)) {
            throw new UsageException("\"" + word + "\" is no verb. "
                    + Suggestion.orElse(word, verbs, "Write one of " + String.join(", ", verbs) + "."));
        }
        if (words.size() > 1) {
            throw new UsageException("\"" + String.join(" ", words.subList(1, words.size()))
                    + "\" is not understood: write one verb, then options that begin with --");
        }
        return Verb.valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** Takes one option from the line; what is wrong with it, if anything is. */
    private Optional<String> option(String word, List<String> rest, boolean hasSchema) {
        String name = word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
        if (name.equals("-h")) {
            name = "--help";
        }
        if (WITHOUT_VALUE.contains(name) && !word.contains("=")) {
            return put(name, "");
        }
        boolean known = WITH_VALUE.contains(name) && !(hasSchema && name.equals("--schema"));
        if (!known) {
            return Optional.of(unknown(word, name));
        }
        if (word.contains("=")) {
            return put(name, word.substring(name.length() + 1));
        }
        return rest.isEmpty() || rest.getFirst().startsWith("--")
                ? Optional.of(name + " has no value: write it behind, as --help shows")
                : put(name, rest.removeFirst());
    }

    private Optional<String> put(String name, String value) {
        return options.put(name, value) == null
                ? Optional.empty()
                : Optional.of(name + " stands there twice: write it once, several words with commas between them");
    }

    private static String unknown(String word, String name) {
        if (WITHOUT_VALUE.contains(name)) {
            return word + ": " + name + " has no value; write it alone";
        }
        if (name.startsWith("--pass") || name.startsWith("--user") || name.startsWith("--url")) {
            return name + " is no option: how to connect is said by environment variables (PGHOST, PGDATABASE, PGUSER, "
                    + "PGPASSWORD or PGPASSWORD_FILE, AWS_REGION), as --help shows";
        }
        List<String> all = Stream.concat(WITHOUT_VALUE.stream(), WITH_VALUE.stream()).toList();
        return name + " is no option. " + Suggestion.orElse(name, all, "--help shows all options.");
    }
}

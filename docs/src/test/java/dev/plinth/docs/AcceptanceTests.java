package dev.plinth.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The tests of schema-postgres that talk to a server, as sources: which there are, and on which versions they run. */
final class AcceptanceTests {

    static final String DIRECTORY = "schema-postgres/src/test/java/dev/plinth/postgres";

    private static final Pattern WORD = Pattern.compile("\\b[A-Z]\\w+");

    private final TreeMap<String, String> sources = new TreeMap<>();

    AcceptanceTests(Path root) {
        try (Stream<Path> files = Files.list(root.resolve(DIRECTORY))) {
            for (Path file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
                sources.put(file.getFileName().toString().replace(".java", ""), Files.readString(file));
            }
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** The tests of whole kinds. */
    List<String> kinds() {
        return sources.keySet().stream().filter(this::isKind).toList();
    }

    /** Whether there is such a test: a class that is one of a kind, or a method that JUnit runs. */
    boolean has(Evidence test) {
        return test.method().isEmpty() ? isKind(test.type()) : annotation(test).isPresent();
    }

    boolean runsOnEachServer(Evidence test) {
        return test.method().isEmpty()
                ? isKind(test.type())
                : annotation(test).filter("OnEachServer"::equals).isPresent();
    }

    private boolean isKind(String type) {
        return sources.getOrDefault(type, "").contains("class " + type + " extends KindAcceptance ");
    }

    private Optional<String> annotation(Evidence test) {
        return Pattern.compile("@(OnEachServer|Test|ParameterizedTest|TestFactory)\\b[^;{}]*?\\bvoid "
                + Pattern.quote(test.method()) + "\\(")
                .matcher(sources.getOrDefault(test.type(), "").replaceAll("\\(name = \"[^\"]*\"\\)", ""))
                .results()
                .map(found -> found.group(1))
                .findFirst();
    }

    /** The source of a class, and of the classes beside it that it names, and so on. */
    String everythingBehind(List<Evidence> tests) {
        Set<String> seen = new TreeSet<>();
        tests.forEach(test -> collect(test.type(), seen));
        StringBuilder all = new StringBuilder();
        seen.forEach(name -> all.append(sources.get(name)));
        return all.toString();
    }

    private void collect(String type, Set<String> seen) {
        String source = sources.get(type);
        if (source != null && seen.add(type)) {
            WORD.matcher(source).results().forEach(word -> collect(word.group(), seen));
        }
    }

    /**
     * What shows something.
     *
     * @param method empty for all of the class
     * @param words what stands before the link; empty for nothing
     */
    record Evidence(String words, String type, String method) {

        /** {@code Class}, {@code Class#method}. */
        static Evidence of(String words, String text) {
            String[] parts = text.split("#", 2);
            return new Evidence(words, parts[0], parts.length == 1 ? "" : parts[1]);
        }

        /** The oldest version of PostgreSQL, where the name of the test says one. */
        Optional<String> since() {
            return Pattern.compile("(?:Since|Needs?)Postgres(\\d+)").matcher(method).results()
                    .map(found -> found.group(1)).findFirst();
        }

        String link() {
            return words + "[" + type + "]";
        }

        String target() {
            return "[" + type + "]: ../" + DIRECTORY + "/" + type + ".java";
        }

        @Override
        public String toString() {
            return method.isEmpty() ? type : type + "#" + method;
        }
    }

    /** The tests of a cell, with their short names replaced. */
    static List<Evidence> evidence(String cell, Map<String, String> names) {
        int colon = cell.lastIndexOf(": ");
        String words = colon < 0 ? "" : cell.substring(0, colon + 2);
        return Arrays.stream(cell.substring(words.length()).split(" "))
                .filter(name -> !name.equals("-"))
                .map(name -> Evidence.of(words, names.getOrDefault(name, name)))
                .toList();
    }
}

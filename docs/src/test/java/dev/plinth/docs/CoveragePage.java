package dev.plinth.docs;

import dev.plinth.docs.AcceptanceTests.Evidence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code docs/coverage.md}, made of {@code coverage.txt}, which says what its lines are. */
final class CoveragePage {

    private static final String OLDEST = "14";
    private static final int COLUMNS = 6;
    private static final int COLUMNS_LEFT_OUT = 4;

    /** What there is. */
    record Capability(
            String name, String words, String page, List<Evidence> created, List<Evidence> compared,
            List<Evidence> read) {

        List<Evidence> tests() {
            return Stream.of(created, compared, read).flatMap(List::stream).toList();
        }

        /** The oldest version on which it is created: that of the tests, where all of them name one. */
        String since() {
            return created.stream()
                    .map(test -> test.since().orElse(OLDEST))
                    .reduce((one, other) -> one.equals(other) ? one : OLDEST)
                    .orElseThrow();
        }

        private String line() {
            return "| [" + name + "](" + page + ") | " + words + " | " + links(created) + " | " + links(compared)
                    + " | "
                    + links(read) + " | " + since() + " |";
        }
    }

    /** What there is not. */
    record LeftOut(String name, String reason, String says, List<Evidence> tests) {
        private String line() {
            return "| " + name + " | " + reason + " | " + says + " | " + links(tests) + " |";
        }
    }

    final List<Capability> capabilities = new ArrayList<>();
    final List<LeftOut> leftOut = new ArrayList<>();
    private final StringBuilder page = new StringBuilder();
    private final TreeMap<String, String> names = new TreeMap<>();

    CoveragePage(List<String> lines) {
        page.append("""
                # What of PostgreSQL there is

                Each row is something that a schema can have. *Created*: an apply on an empty database makes what the plain SQL makes, the next one
                is one round trip and silent, and what is taken away comes back. *Compared*: what somebody changes is reported. *Read*:
                `PostgresSchemas.inspect(...)` finds it in a database that exists. The tests that show it stand beside, and *since* is the oldest
                version of PostgreSQL that has it; Plinth supports 14 to 18. Where a server is too old, the addition is blocked and says so.

                This page is made by `CoverageTest` of `docs/src/test/resources/coverage.txt`. A test that is gone, a word that the language or the
                tests no longer have, and a kind of object without a row fail the build.
                """);
        lines.stream().filter(line -> !line.isBlank() && !line.startsWith("# ")).filter(line -> !line.equals("#"))
                .forEach(this::add);
    }

    /** The page, with the targets of its links at the end. */
    String text() {
        return Stream.concat(capabilities.stream().map(Capability::tests), leftOut.stream().map(LeftOut::tests))
                .flatMap(List::stream)
                .map(Evidence::target)
                .distinct()
                .sorted()
                .collect(Collectors.joining("\n", page + "\n", "\n"));
    }

    private void add(String line) {
        if (line.startsWith("## ")) {
            boolean last = line.contains("left out");
            page.append('\n').append(line).append("\n\n").append(last
                    ? "| what | why | what is said of it | shown by |\n|---|---|---|---|\n"
                    : "| what | in the DSL | created | compared | read | since |\n|---|---|---|---|---|---|\n");
            return;
        }
        List<String> cells = Arrays.stream(line.split(" \\| ")).map(String::strip).toList();
        if (cells.size() == COLUMNS) {
            Capability row = new Capability(
                    cells.get(0), cells.get(1), cells.get(2), tests(cells.get(3)), tests(cells.get(4)),
                    tests(cells.get(5)));
            capabilities.add(row);
            page.append(row.line()).append('\n');
        } else if (cells.size() == COLUMNS_LEFT_OUT) {
            LeftOut row = new LeftOut(cells.get(0), cells.get(1), cells.get(2), tests(cells.get(3)));
            leftOut.add(row);
            page.append(row.line()).append('\n');
        } else {
            String[] name = line.split(" = ", 2);
            if (name.length != 2) {
                throw new IllegalArgumentException("coverage.txt: neither a row nor a name: " + line);
            }
            names.put(name[0], name[1]);
        }
    }

    private List<Evidence> tests(String cell) {
        return AcceptanceTests.evidence(cell, names);
    }

    private static String links(List<Evidence> tests) {
        return tests.isEmpty()
                ? "no"
                : tests.stream().map(Evidence::link).distinct().collect(Collectors.joining(", "));
    }
}

package dev.plinth.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.docs.AcceptanceTests.Evidence;
import dev.plinth.docs.CoveragePage.Capability;
import dev.plinth.docs.CoveragePage.LeftOut;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page on what there is says what the tests show, and names each test of a kind of object. */
class CoverageTest {

    private static final Path ROOT = Path.of(System.getProperty("plinth.root", ".."));
    private static final Path PAGE = ROOT.resolve("docs/coverage.md");
    private static final Pattern STRING = Pattern.compile("\"[^\"]*\"");

    /** A method in an example: {@code t.column(}. */
    private static final Pattern WORD = Pattern.compile("\\b([a-z]\\w*)\\(");

    private final AcceptanceTests tests = new AcceptanceTests(ROOT);
    private final CoveragePage page =
            new CoveragePage(Files.readAllLines(ROOT.resolve("docs/src/test/resources/coverage.txt")));

    CoverageTest() throws IOException {}

    @Test
    void thePageIsMadeOfTheTable() throws IOException {
        if ("update".equals(System.getProperty("plinth.snapshots"))) {
            Files.writeString(PAGE, page.text());
        }
        assertThat(Files.readString(PAGE).replace("\r\n", "\n"))
                .as("docs/coverage.md; -Dplinth.snapshots=update writes it")
                .isEqualTo(page.text());
    }

    @Test
    void eachRowIsShownByTestsThatAreThere() {
        List<String> wrong = new ArrayList<>();
        for (Capability row : page.capabilities) {
            row.tests().stream().filter(test -> !tests.has(test))
                    .forEach(test -> wrong.add(row.name() + ": no " + test));
            if (row.created().isEmpty() || !row.created().stream().allMatch(tests::runsOnEachServer)) {
                wrong.add(row.name() + ": is not created on each server by " + row.created());
            }
            if (row.compared().isEmpty()) {
                wrong.add(row.name() + ": is compared by no test");
            }
        }
        for (LeftOut row : page.leftOut) {
            if (row.tests().isEmpty() || !row.tests().stream().allMatch(tests::has)) {
                wrong.add(row.name() + ": no " + row.tests());
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(page.capabilities).isNotEmpty();
        assertThat(page.leftOut).isNotEmpty();
    }

    @Test
    void eachKindOfObjectHasARow() {
        List<String> rows = page.capabilities.stream().flatMap(row -> row.created().stream())
                .filter(test -> test.method().isEmpty()).map(Evidence::type).toList();
        assertThat(tests.kinds()).as("tests of kinds; each has a row in coverage.txt").isNotEmpty().isSubsetOf(rows);
    }

    @Test
    void theWordsAreThoseOfTheLanguageAndOfTheTests() throws IOException {
        String language = language();
        List<String> wrong = new ArrayList<>();
        for (Capability row : page.capabilities) {
            String created = tests.everythingBehind(row.created());
            List<Evidence> readers = row.read().stream().filter(test -> test.words().isEmpty()).toList();
            String read = tests.everythingBehind(readers);
            words(row).filter(word -> !declares(language, word))
                    .forEach(word -> wrong.add(row.name() + ": there is no " + word + "(...) in the language"));
            words(row).filter(word -> !uses(created, word))
                    .forEach(word -> wrong.add(row.name() + ": " + row.created() + " does not use " + word + "(...)"));
            if (!readers.isEmpty() && words(row).noneMatch(word -> uses(read, word))) {
                wrong.add(row.name() + ": " + readers + " uses none of its words");
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static Stream<String> words(Capability row) {
        return WORD.matcher(STRING.matcher(row.words()).replaceAll("\"\"")).results().map(found -> found.group(1));
    }

    private static boolean uses(String source, String word) {
        return Pattern.compile("\\b" + word + "\\(").matcher(source).find();
    }

    private static boolean declares(String source, String word) {
        return Pattern.compile("\n    (public |default )?(static )?(<.*> )?[A-Z]\\S* " + word + "\\(").matcher(source)
                .find();
    }

    /** What the sources of the language and of the model declare. */
    private static String language() throws IOException {
        StringBuilder all = new StringBuilder();
        for (String directory : List.of("dsl", "model/sql", "model")) {
            try (Stream<Path> files = Files.list(ROOT.resolve("schema-core/src/main/java/dev/plinth/" + directory))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    all.append(Files.readString(file));
                }
            }
        }
        return all.toString();
    }
}

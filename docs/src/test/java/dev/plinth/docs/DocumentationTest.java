package dev.plinth.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The manual cannot rot: its Java is taken from sources that compile, and its links lead somewhere. */
class DocumentationTest {

    private static final Path ROOT = Path.of(System.getProperty("plinth.root", ".."));

    @Test
    void javaBlocksAreTakenFromSourcesThatCompile() throws IOException {
        List<String> sources = sources();
        List<String> foreign = new ArrayList<>();
        int blocks = 0;
        for (MarkdownPage page : pages(ROOT)) {
            for (MarkdownPage.Block block : page.javaBlocks()) {
                blocks++;
                String text = normal(block.lines().stream());
                if (sources.stream().noneMatch(source -> source.contains(text))) {
                    foreign.add(ROOT.relativize(page.file()) + ":" + block.line());
                }
            }
        }
        assertThat(foreign).as("Java blocks that no source file contains; add them to docs/src/test/java").isEmpty();
        assertThat(blocks).as("Java blocks found").isPositive();
    }

    @Test
    void linksInsideTheProjectResolve() throws IOException {
        List<String> broken = new ArrayList<>();
        for (MarkdownPage page : pages(ROOT)) {
            page.links().stream()
                    .filter(link -> !resolves(page, link))
                    .forEach(link -> broken.add(ROOT.relativize(page.file()) + " -> " + link));
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void aBlockAndALinkAreFoundInAPage(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("page.md"), """
                # A page, of two parts
                See [there](other.md#part) and ![picture](a.svg).
                ```java
                int a;

                    int b; // [no](link)
                ```
                ```sql
                SELECT 1
                ```
                """);
        MarkdownPage page = new MarkdownPage(file);
        assertThat(page.links()).containsExactly("other.md#part", "a.svg");
        assertThat(page.anchors()).containsExactly("a-page-of-two-parts");
        assertThat(page.javaBlocks()).hasSize(1).first().satisfies(block -> {
            assertThat(block.line()).isEqualTo(3);
            assertThat(normal(block.lines().stream())).isEqualTo("\nint a;\nint b; // [no](link)\n");
        });
        assertThat(resolves(page, "#a-page-of-two-parts")).isTrue();
        assertThat(resolves(page, "page.md#nowhere")).isFalse();
        assertThat(resolves(page, "gone.md")).isFalse();
    }

    private static boolean resolves(MarkdownPage page, String link) {
        if (link.startsWith("https://") || link.startsWith("http://")) {
            return true;
        }
        String[] parts = link.split("#", 2);
        Path target = parts[0].isEmpty() ? page.file() : page.file().resolveSibling(parts[0]).normalize();
        return Files.exists(target)
                && (parts.length == 1 || new MarkdownPage(target).anchors().contains(parts[1]));
    }

    private static List<MarkdownPage> pages(Path root) throws IOException {
        try (Stream<Path> top = Files.list(root); Stream<Path> manual = Files.walk(root.resolve("docs"))) {
            return Stream.concat(top, manual.filter(file -> !file.toString().contains("target")))
                    .filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .map(MarkdownPage::new)
                    .toList();
        }
    }

    private static List<String> sources() throws IOException {
        try (Stream<Path> all = Files.walk(ROOT)) {
            List<Path> files = all.filter(DocumentationTest::isSource).sorted().toList();
            List<String> texts = new ArrayList<>();
            for (Path file : files) {
                texts.add(normal(Files.readAllLines(file).stream()));
            }
            return texts;
        }
    }

    private static boolean isSource(Path file) {
        String path = file.toString().replace('\\', '/');
        return path.endsWith(".java") && (path.contains("/src/main/java/") || path.contains("/src/test/java/"));
    }

    /** Without indentation and blank lines; with a line break at each end, so that only whole lines match. */
    private static String normal(Stream<String> lines) {
        return lines.map(String::strip).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n", "\n", "\n"));
    }
}

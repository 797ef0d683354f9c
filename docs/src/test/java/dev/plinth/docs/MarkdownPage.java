package dev.plinth.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A page of the manual: its Java blocks, its links, its headings. What stands in code blocks is no link and no heading. */
final class MarkdownPage {

    private static final Pattern LINK = Pattern.compile("\\[[^\\]]*]\\(([^)\\s]+)\\)");
    private static final String FENCE = "```";

    /** A block of code and the line where it begins. */
    record Block(int line, List<String> lines) {}

    private final Path file;
    private final List<Block> javaBlocks = new ArrayList<>();
    private final List<String> prose = new ArrayList<>();

    MarkdownPage(Path file) {
        this.file = file;
        read();
    }

    Path file() {
        return file;
    }

    List<Block> javaBlocks() {
        return javaBlocks;
    }

    /** The targets of links and pictures, as written. */
    List<String> links() {
        return LINK.matcher(String.join("\n", prose)).results().map(link -> link.group(1)).toList();
    }

    /** The anchors that GitHub makes of the headings. */
    List<String> anchors() {
        return prose.stream().filter(line -> line.startsWith("#")).map(MarkdownPage::anchor).toList();
    }

    private static String anchor(String heading) {
        String words = heading.replaceFirst("^#+ +", "").toLowerCase(Locale.ROOT);
        return words.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-');
    }

    private void read() {
        List<String> lines = lines(file);
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).strip().startsWith(FENCE)) {
                prose.add(lines.get(i));
                continue;
            }
            int start = i++;
            while (i < lines.size() && !lines.get(i).strip().equals(FENCE)) {
                i++;
            }
            if (lines.get(start).strip().equals(FENCE + "java")) {
                javaBlocks.add(new Block(start + 1, lines.subList(start + 1, i)));
            }
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}

package dev.plinth.snapshot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The files that are there. */
final class SnapshotDirectory {

    private final Path directory;

    SnapshotDirectory(Path directory) {
        this.directory = directory;
    }

    /** Every file, in the order of its name, with {@code /} between directories; none when there is no directory. */
    List<String> names() {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(Files::isRegularFile)
                    .map(directory::relativize)
                    .filter(SnapshotDirectory::isVisible)
                    .map(path -> path.toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        } catch (IOException problem) {
            throw new UncheckedIOException("cannot list " + directory, problem);
        }
    }

    private static boolean isVisible(Path path) {
        for (Path part : path) {
            if (part.toString().startsWith(".")) {
                return false;
            }
        }
        return true;
    }

    /** What is wrong with the file of that name, or nothing. */
    Optional<String> compare(String name, String expected) {
        Path file = directory.resolve(name);
        try {
            String actual = Text.normal(Files.readString(file, StandardCharsets.UTF_8));
            return actual.equals(expected)
                    ? Optional.empty()
                    : Optional.of("DIFFERENT: " + name + "\n" + UnifiedDiff.of(actual, expected));
        } catch (NoSuchFileException missing) {
            return Optional.of("MISSING: " + name + " (" + expected.lines().count() + " lines)\n");
        } catch (CharacterCodingException notText) {
            return Optional.of("DIFFERENT: " + name + " is not UTF-8\n");
        } catch (IOException problem) {
            throw new UncheckedIOException("cannot read " + file, problem);
        }
    }

    /** Writes the file unless it is as expected already. */
    void write(String name, String expected) {
        if (compare(name, expected).isEmpty()) {
            return;
        }
        Path file = directory.resolve(name);
        try {
            Path parent = file.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.writeString(file, expected, StandardCharsets.UTF_8);
        } catch (IOException problem) {
            throw new UncheckedIOException("cannot write " + file, problem);
        }
    }
}

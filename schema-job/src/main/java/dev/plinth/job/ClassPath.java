package dev.plinth.job;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** Looked at only to say what was probably meant, after a class was not found. */
final class ClassPath {

    private static final String SUFFIX = ".class";

    private ClassPath() {}

    /** The names of the classes in the package of the one that is not there. */
    static List<String> classesBeside(String type) {
        String folder = type.substring(0, type.lastIndexOf('.') + 1).replace('.', '/');
        return Stream.of(System.getProperty("java.class.path", "").split(File.pathSeparator))
                .filter(entry -> !entry.isEmpty())
                .map(Path::of)
                .flatMap(entry -> files(entry, folder).stream())
                .filter(file -> file.endsWith(SUFFIX) && !file.contains("$"))
                .map(file -> file.substring(0, file.length() - SUFFIX.length()).replace('/', '.'))
                .toList();
    }

    private static List<String> files(Path entry, String folder) {
        try {
            return Files.isDirectory(entry) ? inDirectory(entry, folder) : inJar(entry, folder);
        } catch (IOException e) {
            return List.of();
        }
    }

    private static List<String> inDirectory(Path entry, String folder) throws IOException {
        Path directory = entry.resolve(folder);
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> folder + file.getFileName()).toList();
        }
    }

    private static List<String> inJar(Path entry, String folder) throws IOException {
        if (!Files.isRegularFile(entry)) {
            return List.of();
        }
        try (JarFile jar = new JarFile(entry.toFile())) {
            return jar.stream()
                    .map(file -> file.getName())
                    .filter(file -> file.startsWith(folder) && file.indexOf('/', folder.length()) < 0)
                    .toList();
        }
    }
}

package dev.plinth.examples.benchmarks.postgres;

import dev.plinth.examples.benchmarks.database.DatabaseServer;
import dev.plinth.examples.benchmarks.database.PlainQueries;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.sql.DataSource;

/** A process of its own, which does one thing on one connection and ends. */
final class NewProcess {

    /** What it does. */
    enum Task {
        QUERY,
        APPLY
    }

    /** The first Java that writes a cache in one run, see JEP 514. */
    private static final int FIRST_WITH_CACHE = 25;

    private final Path directory;
    private final String classPath;

    private NewProcess(Path directory, String classPath) {
        this.directory = directory;
        this.classPath = classPath;
    }

    /** With the class path of this one; what is a folder there becomes an archive, as a cache takes no folders. */
    static NewProcess create() throws IOException {
        Path directory = Files.createTempDirectory("new-process");
        List<String> paths = new ArrayList<>();
        for (String path : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (Files.isDirectory(Path.of(path))) {
                paths.add(archive(Path.of(path), directory.resolve(paths.size() + ".jar")));
            } else if (Files.exists(Path.of(path)) && !namesOthers(path)) {
                paths.add(path);
            }
        }
        return new NewProcess(directory, String.join(File.pathSeparator, paths));
    }

    /** As DynamoDB Local does, which names its own folder: a cache takes no folders, and nobody needs it here. */
    private static boolean namesOthers(String path) throws IOException {
        try (JarFile jar = new JarFile(path)) {
            Manifest manifest = jar.getManifest();
            return manifest != null && manifest.getMainAttributes().containsKey(Attributes.Name.CLASS_PATH);
        }
    }

    private static String archive(Path folder, Path archive) throws IOException {
        try (OutputStream file = Files.newOutputStream(archive);
                JarOutputStream jar = new JarOutputStream(file);
                Stream<Path> files = Files.walk(folder)) {
            for (Path path : files.filter(Files::isRegularFile).toList()) {
                jar.putNextEntry(new ZipEntry(folder.relativize(path).toString().replace(File.separatorChar, '/')));
                Files.copy(path, jar);
                jar.closeEntry();
            }
        }
        return archive.toString();
    }

    /** Whether this Java knows what {@link #writeCache} asks for. */
    static boolean canWriteCache() {
        return Runtime.version().feature() >= FIRST_WITH_CACHE;
    }

    /** Does the task once, for a cache of what it loads and links. */
    void writeCache(Task task, String database, int tables) throws Exception {
        Path log = directory.resolve(task.name() + ".log");
        int exitCode = builder(task, database, tables, "-XX:AOTCacheOutput=" + cache(task))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        if (exitCode != 0 || !Files.exists(cache(task))) {
            throw new IllegalStateException("no cache of " + task + ": " + Files.readString(log));
        }
    }

    /** The same as {@link #run} with the cache that was written. */
    void runWithCache(Task task, String database, int tables) throws Exception {
        run(task, database, tables, "-XX:AOTCache=" + cache(task));
    }

    private Path cache(Task task) {
        return directory.resolve(task.name() + ".aot");
    }

    /** Starts one and waits for it. */
    void run(Task task, String database, int tables, String... options) throws Exception {
        int exitCode = builder(task, database, tables, options).inheritIO().start().waitFor();
        if (exitCode != 0) {
            throw new IllegalStateException(task + " ended with " + exitCode);
        }
    }

    private ProcessBuilder builder(Task task, String database, int tables, String... options) {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC"));
        command.addAll(Arrays.asList(options));
        command.addAll(List.of(
                "-cp", classPath, NewProcess.class.getName(), task.name(), database, String.valueOf(tables)));
        return new ProcessBuilder(command);
    }

    /** Removes what was written for it. */
    void delete() {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path path : files.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The task, the database, how many tables. */
    public static void main(String[] arguments) throws Exception {
        DataSource database = DatabaseServer.fromEnvironment().dataSource(arguments[1]);
        switch (Task.valueOf(arguments[0])) {
            case QUERY -> new PlainQueries(List.of("public")).read(database);
            case APPLY -> PostgresTables.apply(WideTables.of(Integer.parseInt(arguments[2])), database);
        }
    }
}

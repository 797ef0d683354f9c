package dev.plinth.examples.domainflow.lambda;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * {@code ./mvnw -q -pl examples/domainflow-lambda -am verify -DskipTests -Pcold-start}: the packaged function started again and again on stores that need nothing, whole processes, in
 * turns so that a busy machine is unfair to all alike. Prints the median and the least wall time, and the least CPU time.
 */
final class ColdStart {

    private static final int RUNS = 15;

    /** A way to start a JVM; an archive is written by one run before. */
    private record Variant(String name, List<String> options, List<Long> wall, List<Long> cpu) {
        Variant(String name, String... options) {
            this(name, List.of(options), new ArrayList<>(), new ArrayList<>());
        }

        @Override
        public String toString() {
            wall.sort(null);
            cpu.sort(null);
            return String.format(Locale.ROOT, "| %-44s | %6d | %6d | %6d |", name, wall.get(wall.size() / 2),
                    wall.getFirst(),
                    cpu.getFirst());
        }
    }

    private ColdStart() {}

    public static void main(String[] arguments) throws Exception {
        Stage stage = Stage.empty();
        if (stage.byHand().exitCode() != 0) {
            throw new IllegalStateException("the stores could not be made complete");
        }
        Path directory = Files.createTempDirectory("cold-start");
        String classes = directory.resolve("function.jsa").toString();
        String cache = directory.resolve("function.aot").toString();
        run(stage, directory, "-XX:ArchiveClassesAtExit=" + classes);
        run(stage, directory, "-XX:AOTCacheOutput=" + cache);
        String firstTier = "-XX:TieredStopAtLevel=1";
        List<Variant> variants = List.of(
                new Variant("plain"),
                new Variant("C1 only", firstTier),
                new Variant("C1 only, serial collector", firstTier, "-XX:+UseSerialGC"),
                new Variant("AppCDS archive", "-XX:SharedArchiveFile=" + classes),
                new Variant("AppCDS archive, C1 only", "-XX:SharedArchiveFile=" + classes, firstTier),
                new Variant("AOT cache", "-XX:AOTCache=" + cache),
                new Variant("AOT cache, C1 only", "-XX:AOTCache=" + cache, firstTier));
        for (int i = 0; i < RUNS; i++) {
            for (Variant variant : variants) {
                measure(stage, directory, variant);
            }
        }
        print(directory, variants);
        // DynamoDB Local and the HTTP servers leave threads behind that would keep the JVM alive.
        System.exit(0);
    }

    private static void measure(Stage stage, Path directory, Variant variant) throws Exception {
        long start = System.nanoTime();
        long cpu = run(stage, directory, variant.options().toArray(String[]::new));
        variant.wall().add((System.nanoTime() - start) / 1_000_000);
        variant.cpu().add(cpu);
    }

    /** Returns the CPU time in milliseconds, as the shell counts it. */
    private static long run(Stage stage, Path directory, String... options) throws IOException, InterruptedException {
        Path event = Files.writeString(directory.resolve("event.json"), Stage.BY_HAND);
        List<String> command = new ArrayList<>(List.of("sh", "-c", "\"$@\" > /dev/null || exit 1; times", "sh"));
        command.addAll(stage.command(OnEventHandler.class, event, "600", List.of(options)));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(directory.resolve("log").toFile());
        stage.setEnvironment(builder);
        Process process = builder.start();
        List<String> times;
        try (BufferedReader output = process.inputReader()) {
            times = output.lines().toList();
        }
        if (process.waitFor() != 0) {
            throw new IllegalStateException(Files.readString(directory.resolve("log")));
        }
        return List.of(times.getLast().split(" ")).stream().mapToLong(ColdStart::millis).sum();
    }

    /** Of {@code 0m1.230s}. */
    private static long millis(String time) {
        String[] parts = time.replace("s", "").split("m");
        return Long.parseLong(parts[0]) * 60_000 + (long) (Double.parseDouble(parts[1]) * 1000);
    }

    private static void print(Path directory, List<Variant> variants) throws IOException {
        System.out.printf("Java %s, %d processors, %d runs each%n", Runtime.version(),
                Runtime.getRuntime().availableProcessors(), RUNS);
        for (Path file : List.of(Path.of("target/function.zip"), directory.resolve("function.jsa"),
                directory.resolve("function.aot"))) {
            System.out.printf(Locale.ROOT, "%s: %.1f MB%n", file.getFileName(), Files.size(file) / 1e6);
        }
        System.out.printf("| %-44s | median | least  | CPU    |%n|---|---|---|---|%n", "milliseconds");
        variants.forEach(System.out::println);
    }
}

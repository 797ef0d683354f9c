package dev.plinth.examples.domainflow.lambda;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * {@code ./mvnw -q -pl examples/domainflow-lambda -am verify -DskipTests -Pcold-start}: the packaged function started again and
 * again on stores that need nothing, whole processes, in turns so that a busy machine is unfair to all alike. Prints
 * the median and the least wall time, and the least CPU time.
 */
final class ColdStart {

    private static final int RUNS = 15;
    private static final int FIRST_WITH_AOT_CACHE_IN_ONE_RUN = 25;
    private static final String SERIAL = "-XX:+UseSerialGC";
    private static final String FIRST_TIER = "-XX:TieredStopAtLevel=1";

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
        List<Variant> variants = variants(stage, directory);
        for (int i = 0; i < RUNS; i++) {
            for (Variant variant : variants) {
                measure(stage, directory, variant);
            }
        }
        print(directory, variants);
        // DynamoDB Local and the HTTP servers leave threads behind that would keep the JVM alive.
        System.exit(0);
    }

    /** Archives are for the collector that they were written with, which is the one of a small Lambda. */
    private static List<Variant> variants(Stage stage, Path directory) throws Exception {
        String classes = directory.resolve("function.jsa").toString();
        List<Variant> variants = new ArrayList<>(List.of(
                new Variant("plain"),
                new Variant("serial collector", SERIAL),
                new Variant("serial collector, C1 only", SERIAL, FIRST_TIER),
                new Variant("serial collector, AppCDS archive", SERIAL, "-XX:SharedArchiveFile=" + classes),
                new Variant("serial collector, C1 only, AppCDS archive", SERIAL, FIRST_TIER,
                        "-XX:SharedArchiveFile=" + classes)));
        run(stage, directory, SERIAL, "-XX:ArchiveClassesAtExit=" + classes);
        if (Runtime.version().feature() >= FIRST_WITH_AOT_CACHE_IN_ONE_RUN) {
            String cache = directory.resolve("function.aot").toString();
            run(stage, directory, SERIAL, "-XX:AOTCacheOutput=" + cache);
            variants.add(new Variant("serial collector, AOT cache", SERIAL, "-XX:AOTCache=" + cache));
            variants.add(
                    new Variant("serial collector, C1 only, AOT cache", SERIAL, FIRST_TIER, "-XX:AOTCache=" + cache));
        }
        return variants;
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
        List<Path> files = Stream.of(Path.of("target/function.zip"), directory.resolve("function.jsa"),
                directory.resolve("function.aot")).filter(Files::exists).toList();
        for (Path file : files) {
            System.out.printf(Locale.ROOT, "%s: %.1f MB%n", file.getFileName(), Files.size(file) / 1e6);
        }
        System.out.printf("| %-44s | median | least  | CPU    |%n|---|---|---|---|%n", "milliseconds");
        variants.forEach(System.out::println);
    }
}

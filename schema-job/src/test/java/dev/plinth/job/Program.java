package dev.plinth.job;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** {@link Main} in a process of its own, with an environment and a class path of its own. */
record Program(Map<String, String> environment, Predicate<String> onClassPath) {

    /** What came of it; times, ports and versions are replaced by words, so that the rest can be compared as a whole. */
    record Result(int exitCode, String out, String err) {}

    static Program with(Map<String, String> environment) {
        return new Program(environment, entry -> true);
    }

    Program and(String name, String value) {
        Map<String, String> more = new HashMap<>(environment);
        more.put(name, value);
        return new Program(more, onClassPath);
    }

    /** Leaves away what a service without DynamoDB does not have. */
    Program withoutAws() {
        return new Program(environment, entry -> !entry.contains("awssdk") && !entry.contains("schema-dynamo")
                && !entry.contains("DynamoDBLocal"));
    }

    /** Leaves away what a service without PostgreSQL does not have. */
    Program withoutPostgres() {
        return new Program(environment, entry -> !entry.contains("postgres") && !entry.contains("jooq"));
    }

    Result run(String... arguments) {
        try {
            Path out = Files.createTempFile("job", ".out");
            Path err = Files.createTempFile("job", ".err");
            Process process = start(out, err, arguments);
            if (!process.waitFor(2, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError("the job did not end:\n" + Files.readString(err));
            }
            Result result = new Result(process.exitValue(), steady(Files.readString(out)),
                    steady(Files.readString(err)));
            Files.delete(out);
            Files.delete(err);
            return result;
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private Process start(Path out, Path err, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-cp",
                classPath(), "dev.plinth.job.Main"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("AWS_"));
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** Surefire's own jar has the class path in its manifest, and says it here. */
    private String classPath() {
        String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(all.split(File.pathSeparator))
                .filter(onClassPath)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String steady(String text) {
        return text.replaceAll("\\(\\d+ ms\\)|\\(\\d+\\.\\d s\\)", "(TIME)")
                .replaceAll("\"durationMillis\": \\d+", "\"durationMillis\": TIME")
                .replaceAll("(localhost|127\\.0\\.0\\.1):\\d+", "$1:PORT")
                .replaceAll("PostgreSQL \\d+[.\\d]*", "PostgreSQL VERSION")
                .replaceAll("test_[0-9a-f]+", "DATABASE");
    }
}

package dev.plinth.postgres.testing;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The output of {@code pg_dump --schema-only} without comments, blank lines, settings, and the random key of
 * {@code \restrict}.
 */
public record SchemaDump(List<String> lines) {

    private static final Pattern TABLE = Pattern.compile("CREATE (UNLOGGED )?TABLE .*\\(");

    private static final Pattern STATISTICS = Pattern.compile("(CREATE STATISTICS .*? ON )(.*)( FROM .*)");

    private static final String COLUMN_COMMENT = "COMMENT ON COLUMN ";

    private static final List<String> NOISE = List.of("--", "\\restrict", "\\unrestrict", "SET ",
            "SELECT pg_catalog.set_config(");

    public SchemaDump {
        lines = List.copyOf(lines);
    }

    /** Dumps a database with the programs of its server's version. */
    public static SchemaDump of(TestDatabase database) {
        Path bin = Objects.requireNonNull(database.server().bin(), () -> "no pg_dump for " + database.server());
        String output = run(database, List.of(bin.resolve("pg_dump").toString(), "--schema-only", "--no-owner",
                "--host=" + database.server().host(), "--port=" + database.server().port(),
                "--username=" + database.user(), database.name()));
        return new SchemaDump(output.lines().filter(line -> !isNoise(line)).toList());
    }

    /** One statement after the other, LF at the end of each line. */
    public String text() {
        return String.join("\n", lines) + "\n";
    }

    /** The same with the columns of each table in alphabetical order, and so what is said of them further on, and the casts. */
    public String sortedText() {
        List<String> sorted = new ArrayList<>();
        List<String> columns = new ArrayList<>();
        boolean inTable = false;
        for (String line : withSortedRuns()) {
            if (inTable && line.startsWith(")")) {
                inTable = false;
                columns.stream().sorted().forEach(sorted::add);
                columns.clear();
            }
            if (inTable) {
                columns.add(line.replaceFirst(",$", ""));
            } else {
                sorted.add(line);
                inTable = TABLE.matcher(line).matches();
            }
        }
        return sorted.stream().collect(Collectors.joining("\n", "", "\n"));
    }

    /** What has no name, or stands in the order of the columns, stands in the order in which it was made. */
    private List<String> withSortedRuns() {
        List<String> sorted = new ArrayList<>();
        List<String> run = new ArrayList<>();
        boolean isOpen = false;
        for (String line : lines) {
            if (isOpen) {
                run.set(run.size() - 1, run.getLast() + "\n" + line);
            } else if (isOfRun(line)) {
                run.add(line);
            } else {
                run.stream().sorted().forEach(sorted::add);
                run.clear();
                sorted.add(withSortedColumns(line));
            }
            isOpen = !run.isEmpty() && run.getLast().startsWith(COLUMN_COMMENT) && !line.endsWith("';");
        }
        run.stream().sorted().forEach(sorted::add);
        return sorted;
    }

    /** Those of statistics stand in the order in which the table has them. */
    private static String withSortedColumns(String line) {
        Matcher matcher = STATISTICS.matcher(line);
        return matcher.matches()
                ? matcher.group(1)
                        + Stream.of(matcher.group(2).split(", ")).sorted().collect(Collectors.joining(", "))
                        + matcher.group(3)
                : line;
    }

    private static boolean isOfRun(String line) {
        return line.startsWith(COLUMN_COMMENT) || line.startsWith("CREATE CAST ")
                || line.startsWith("GRANT ")
                || line.startsWith("ALTER TABLE ONLY ") && line.contains(" ALTER COLUMN ");
    }

    private static boolean isNoise(String line) {
        return line.isBlank() || NOISE.stream().anyMatch(line::startsWith);
    }

    private static String run(TestDatabase database, List<String> command) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command).directory(new File("/"))
                    .redirectError(ProcessBuilder.Redirect.INHERIT);
            builder.environment().put("PGPASSWORD", database.password());
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int code = process.waitFor();
            if (code != 0) {
                throw new IllegalStateException(String.format(Locale.ROOT, "pg_dump ended with %d", code));
            }
            return output;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("pg_dump did not run", e);
        }
    }
}

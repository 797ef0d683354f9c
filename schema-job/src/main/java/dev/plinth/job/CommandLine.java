package dev.plinth.job;

import dev.plinth.Finding;
import dev.plinth.SchemaInitializer;
import dev.plinth.job.internal.start.Options;
import dev.plinth.job.internal.start.Word;
import dev.plinth.job.settings.UsageException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the job is asked to do.
 *
 * @param schema the constant; empty where the program has a schema of its own
 * @param only the parts of the schema to look at
 * @param json whether the output is for programs
 * @param quiet whether progress is not told
 * @param failOn the findings that decide the exit code; a failure always does
 */
record CommandLine(
        Verb verb,
        Optional<SchemaConstant> schema,
        Set<Part> only,
        boolean json,
        boolean quiet,
        Set<Finding> failOn,
        Duration deadline,
        Options options) {

    /**
     * @param allowed guarded additions that need not be named
     * @throws UsageException when an argument is not understood
     */
    static CommandLine of(Arguments arguments, String program, List<String> allowed, boolean hasSchema) {
        Verb verb = arguments.verb();
        Optional<String> schema = arguments.value("--schema");
        if (schema.isEmpty() && !hasSchema) {
            throw new UsageException(
                    "--schema is missing: name a constant of type Schema, such as --schema com.acme.Schemas#SCHEMA");
        }
        return new CommandLine(
                verb,
                schema.map(SchemaConstant::parse),
                only(arguments),
                arguments.has("--json"),
                arguments.has("--quiet"),
                failOn(arguments),
                duration(arguments, "--deadline").orElse(SchemaInitializer.DEFAULT_DEADLINE),
                options(arguments, program, allowed));
    }

    private static Options options(Arguments arguments, String program, List<String> allowed) {
        return new Options(
                program,
                arguments.has("--defer-missing-extensions"),
                duration(arguments, "--lock-timeout"),
                arguments.value("--dynamodb-prefix").orElse(""),
                Stream.concat(allowed.stream(), arguments.list("--allow").stream()).distinct().toList(),
                arguments.value("--index-wait"));
    }

    private static Set<Part> only(Arguments arguments) {
        return arguments.value("--only")
                .<Set<Part>>map(word -> EnumSet.of(Word.of("--only", word, Part.class)))
                .orElse(EnumSet.allOf(Part.class));
    }

    private static Set<Finding> failOn(Arguments arguments) {
        if (arguments.value("--fail-on").isEmpty()) {
            return EnumSet.allOf(Finding.class);
        }
        Set<Finding> findings = EnumSet.of(Finding.FAILED);
        List<String> words = arguments.list("--fail-on");
        words.forEach(word -> findings.add(Word.of("--fail-on", word, Finding.class)));
        return findings;
    }

    private static Optional<Duration> duration(Arguments arguments, String option) {
        return arguments.value(option).map(text -> TimeWord.parse(option, text));
    }
}

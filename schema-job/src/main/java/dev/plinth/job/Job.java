package dev.plinth.job;

import dev.plinth.Finding;
import dev.plinth.job.internal.start.OpenStore;
import dev.plinth.job.settings.UsageException;
import dev.plinth.model.Schema;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A program that plans, applies and verifies one schema, for a main class of the application's own. {@link Main} is the
 * same for a schema that is named on the command line. Immutable.
 *
 * {@snippet :
 * public static void main(String[] arguments) {
 *     System.exit(Job.of("shop-schema", Shop.SCHEMA).run(arguments));
 * }
 * }
 */
public final class Job {

    private final Optional<Schema> schema;
    private final Map<String, String> environment;
    private final List<String> allowed;
    private final Console console;

    private Job(Optional<Schema> schema, Map<String, String> environment, List<String> allowed, Console console) {
        this.schema = schema;
        this.environment = environment;
        this.allowed = allowed;
        this.console = console;
    }

    /** The program under its name, which help, messages and the database's list of sessions show. */
    public static Job of(String program, Schema schema) {
        return new Job(Optional.of(schema), System.getenv(), List.of(), new Console(program, System.out, System.err));
    }

    static Job ofNamedSchema(String program) {
        return new Job(Optional.empty(), System.getenv(), List.of(), new Console(program, System.out, System.err));
    }

    /** Another environment than that of the process. */
    public Job environment(Map<String, String> variables) {
        return new Job(schema, Map.copyOf(variables), allowed, console);
    }

    /** Other places to write to than those of the process. */
    public Job output(PrintStream out, PrintStream err) {
        return new Job(schema, environment, allowed, new Console(console.program(), out, err));
    }

    /** Guarded additions that the program makes without being told to, in the words of {@code --allow}. */
    public Job allow(String... additions) {
        List<String> all = Stream.concat(allowed.stream(), Stream.of(additions)).toList();
        return new Job(schema, environment, all, console);
    }

    /**
     * Does what the arguments say and returns the exit code: 0 complete, 1 failed, 2 missing or different, 3 pending,
     * deferred, blocked or undecided, 64 wrong arguments or environment.
     */
    public int run(String... arguments) {
        try {
            Arguments parsed = Arguments.of(List.of(arguments), schema.isPresent());
            return parsed.wantsHelp()
                    ? print(Help.of(console.program(), schema.isPresent()))
                    : run(CommandLine.of(parsed, console.program(), allowed, schema.isPresent()));
        } catch (UsageException e) {
            e.problems().forEach(console::problem);
            console.err().println("Nothing was done. --help shows verbs, options and variables.");
            return Finding.EXIT_USAGE;
        } catch (BrokenSchemaException e) {
            console.problem(String.valueOf(e.getMessage()));
            return Finding.FAILED.exitCode();
        }
    }

    private int run(CommandLine command) {
        Schema wanted = schema.orElseGet(() -> command.schema().orElseThrow().load());
        Stores stores = new Stores(wanted, command);
        return switch (command.verb()) {
            case FINGERPRINT -> print(new Documents(wanted, Set.of(), command).fingerprint());
            case RENDER -> print(new Documents(wanted, stores.parts(), command).rendered());
            case PLAN, APPLY, VERIFY -> {
                List<OpenStore> open = stores.open(environment);
                try {
                    yield new LiveRun(command, wanted, open, console).run();
                } finally {
                    open.forEach(OpenStore::close);
                }
            }
        };
    }

    private int print(String text) {
        console.print(text);
        return Finding.EXIT_COMPLETE;
    }
}

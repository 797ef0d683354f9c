package dev.plinth.examples.domainflow;

import dev.plinth.Finding;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/** {@code domainflow plan|apply|verify|ddl|requests [--json]}. */
public final class Main {

    private final Map<String, String> environment;
    private final PrintStream out;
    private final PrintStream err;

    /** The program with an environment and outputs of its own, for tests and for {@code Demonstration}. */
    Main(Map<String, String> environment, PrintStream out, PrintStream err) {
        this.environment = Map.copyOf(environment);
        this.out = out;
        this.err = err;
    }

    /** Exits with 0 complete, 1 failed, 2 missing or different, 3 pending, deferred, blocked or undecided, 64 usage. */
    public static void main(String[] arguments) {
        System.exit(new Main(System.getenv(), System.out, System.err).run(List.of(arguments)));
    }

    /** Returns the exit code. */
    int run(List<String> arguments) {
        try {
            CommandLine command = CommandLine.parse(arguments);
            return command.help() ? help() : run(command);
        } catch (UsageException e) {
            e.problems().forEach(err::println);
            return Finding.EXIT_USAGE;
        }
    }

    private int run(CommandLine command) {
        return switch (command.verb()) {
            case DDL -> print(Documents.ddl(command.json()));
            case REQUESTS -> print(Documents.requests(Settings.tablePrefix(environment), command.json()));
            case PLAN, APPLY, VERIFY -> {
                try (LiveStores stores = LiveStores.open(Settings.of(environment))) {
                    yield new LiveRun(stores, command.json(), out, err).run(command.verb());
                }
            }
        };
    }

    private int help() {
        return print(CommandLine.HELP);
    }

    private int print(String text) {
        out.print(text);
        out.flush();
        return Finding.EXIT_COMPLETE;
    }
}

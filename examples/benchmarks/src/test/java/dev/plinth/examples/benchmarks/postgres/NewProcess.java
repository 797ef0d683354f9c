package dev.plinth.examples.benchmarks.postgres;

import dev.plinth.examples.benchmarks.database.DatabaseServer;
import dev.plinth.examples.benchmarks.database.PlainQueries;
import java.util.List;
import javax.sql.DataSource;

/** A process of its own, which does one thing on one connection and ends. */
final class NewProcess {

    /** What it does. */
    enum Task {
        QUERY,
        APPLY
    }

    private NewProcess() {}

    /** Starts one with the class path of this one, and waits for it. */
    static void run(Task task, String database, int tables) throws Exception {
        Process process = new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                NewProcess.class.getName(),
                task.name(),
                database,
                String.valueOf(tables))
                .inheritIO()
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(task + " ended with " + process.exitValue());
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

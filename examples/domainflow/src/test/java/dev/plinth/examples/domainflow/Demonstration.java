package dev.plinth.examples.domainflow;

import dev.plinth.Finding;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code ./mvnw -q -Pdemo}: the program with a PostgreSQL and a DynamoDB Local of its own, which are on the class path of the
 * tests only. Without a verb it is a tour; with one ({@code -Dplinth.verb=plan}) {@link Main} runs it on the two empty
 * stores.
 */
final class Demonstration {

    private static final String DATABASE = "domainflow";
    private static final String REGION = "eu-central-1";

    private Demonstration() {}

    public static void main(String[] arguments) throws Exception {
        long start = System.nanoTime();
        int exitCode;
        try (LocalPostgres postgres = LocalPostgres.start(); LocalDynamo dynamo = LocalDynamo.start()) {
            postgres.createDatabase(DATABASE);
            Duration started = Duration.ofNanos(System.nanoTime() - start);
            exitCode = arguments.length == 0 ? tour(postgres, dynamo, started) : verb(postgres, dynamo, arguments);
        }
        // DynamoDB Local leaves threads behind that would keep the JVM alive.
        System.exit(exitCode);
    }

    private static int tour(LocalPostgres postgres, LocalDynamo dynamo, Duration started) throws Exception {
        try (Connection connection = postgres.connect(DATABASE); var client = dynamo.client(REGION)) {
            System.out.printf("PostgreSQL %s, port %d, %s%nDynamoDB Local, %s%nBoth started in %d ms.%n",
                    connection.getMetaData().getDatabaseMajorVersion(), postgres.port(), origin(postgres),
                    dynamo.endpoint(), started.toMillis());
            return new Tour(connection, client, System.out).run();
        }
    }

    private static String origin(LocalPostgres postgres) {
        return postgres.bin()
                .map(bin -> "with PostGIS, from " + bin)
                .orElse("from the embedded binaries, WITHOUT PostGIS");
    }

    /** An exit code that only tells of missing objects is no failure here: Maven would call it one. */
    private static int verb(LocalPostgres postgres, LocalDynamo dynamo, String[] arguments) {
        Map<String, String> environment = new HashMap<>(postgres.environment(DATABASE));
        environment.putAll(dynamo.environment(REGION));
        List<String> words = new ArrayList<>(List.of(arguments));
        words.add("--defer-missing-extensions");
        int exitCode = Main.JOB.environment(environment).run(words.toArray(String[]::new));
        System.err.println("The exit code of domainflow.jar would be " + exitCode + ".");
        return exitCode == Finding.FAILED.exitCode() || exitCode == Finding.EXIT_USAGE ? exitCode : 0;
    }
}

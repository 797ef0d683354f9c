package dev.plinth.examples.domainflow.lambda;

import java.io.OutputStream;
import java.io.PrintStream;
import software.amazon.dynamodb.services.local.main.ServerRunner;

/** DynamoDB Local in this JVM, in memory. It keeps tables apart by access key. */
record LocalDynamo(String endpoint) {

    static LocalDynamo start() {
        PrintStream out = System.out;
        try {
            // It prints its settings, whatever the log level.
            System.setOut(new PrintStream(OutputStream.nullOutputStream()));
            int port = TlsPostgres.freePort();
            String[] arguments = {"-inMemory", "-port", String.valueOf(port), "-disableTelemetry"};
            ServerRunner.createServerFromCommandLineArgs(arguments).start();
            return new LocalDynamo("http://localhost:" + port);
        } catch (Exception e) {
            throw new IllegalStateException("DynamoDB Local did not start", e);
        } finally {
            System.setOut(out);
        }
    }
}

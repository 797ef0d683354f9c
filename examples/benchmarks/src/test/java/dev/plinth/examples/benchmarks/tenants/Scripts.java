package dev.plinth.examples.benchmarks.tenants;

import dev.plinth.model.Schema;
import dev.plinth.postgres.PostgresDdl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The statements of all namespaces as files for psql, one for each connection and one transaction a namespace, and once
 * for the tools that put names in. Extensions are there before anybody begins.
 */
record Scripts(List<Path> fromEmpty, List<Path> intoNamespaces, String template) {

    private static final String CREATE_NAMESPACE = "CREATE SCHEMA";

    static Scripts write(Schema schema, List<String> namespaces, int connections) throws IOException {
        List<Path> fromEmpty = new ArrayList<>();
        List<Path> intoNamespaces = new ArrayList<>();
        for (int connection = 0; connection < connections; connection++) {
            StringBuilder script = new StringBuilder();
            for (int number = connection; number < namespaces.size(); number += connections) {
                script.append("BEGIN;\n").append(statements(schema, namespaces.get(number))).append("\nCOMMIT;\n");
            }
            fromEmpty.add(file(script.toString()));
            intoNamespaces.add(file(without(CREATE_NAMESPACE, script.toString())));
        }
        return new Scripts(
                fromEmpty, intoNamespaces, without(CREATE_NAMESPACE, statements(schema, "${namespace}")));
    }

    private static String statements(Schema schema, String namespace) {
        String script = PostgresDdl.plain().render(schema.inNamespace(namespace));
        return without("--", without("CREATE EXTENSION", script));
    }

    private static String without(String beginning, String script) {
        return script.lines().filter(line -> !line.startsWith(beginning)).collect(Collectors.joining("\n"));
    }

    private static Path file(String text) throws IOException {
        return Files.writeString(Files.createTempFile("tenants", ".sql"), text);
    }

    void delete() {
        try {
            for (Path path : fromEmpty) {
                Files.delete(path);
            }
            for (Path path : intoNamespaces) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

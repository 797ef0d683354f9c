package dev.plinth.examples.benchmarks.peers;

import dev.plinth.examples.benchmarks.tenants.Peer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** One SQL migration; a Flyway for each namespace, which makes it and keeps its history there. */
public final class FlywayPeer implements Peer {

    @Override
    public String name() {
        return "Flyway";
    }

    @Override
    public void apply(DataSource database, List<String> namespaces, String script) throws IOException {
        Path folder = Files.createTempDirectory("flyway");
        Path migration = Files.writeString(folder.resolve("V1__domainflow.sql"), script);
        try {
            for (String namespace : namespaces) {
                Flyway.configure()
                        .dataSource(database)
                        .defaultSchema(namespace)
                        .locations("filesystem:" + folder)
                        .placeholders(Map.of("namespace", namespace))
                        .load()
                        .migrate();
            }
        } finally {
            Files.delete(migration);
            Files.delete(folder);
        }
    }
}

package dev.plinth.postgres;

import dev.plinth.SchemaInitializer;
import org.postgresql.ds.PGSimpleDataSource;

/** A process that applies the shop once, for looking at what it loads; its exit code says whether it was complete. */
public final class QuietStart {

    private QuietStart() {}

    public static void main(String[] arguments) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(arguments[0]);
        source.setUser(arguments[1]);
        source.setPassword(System.getenv("APPLICANT_PASSWORD"));
        System.exit(SchemaInitializer.of(Shop.SCHEMA)
                .with(PostgresStore.of(source))
                .apply()
                .exitCode());
    }
}

package dev.plinth.job.internal.postgres;

import dev.plinth.job.internal.start.OpenStore;
import dev.plinth.job.internal.start.Options;
import dev.plinth.job.internal.start.Variables;
import dev.plinth.model.Schema;
import dev.plinth.postgres.PostgresDdl;
import dev.plinth.postgres.PostgresStore;
import org.postgresql.ds.PGSimpleDataSource;

/** What a job does with PostgreSQL. */
public final class PostgresPart {

    private static final int SECONDS_TO_CONNECT = 10;

    private PostgresPart() {}

    /** The database that the environment names; problems are added to those of the variables. Nothing connects yet. */
    public static OpenStore open(Variables variables, Options options) {
        PostgresSettings settings = PostgresSettings.of(variables);
        PostgresStore store = PostgresStore.of(dataSource(settings, options.program()));
        if (options.defersMissingExtensions()) {
            store = store.deferMissingExtensions();
        }
        if (options.lockTimeout().isPresent()) {
            store = store.lockTimeout(options.lockTimeout().get());
        }
        return new OpenStore(store, settings.toString(), () -> {});
    }

    /** The script that builds the PostgreSQL part of a schema and can be run again. */
    public static String script(Schema schema) {
        return PostgresDdl.rerunnable().render(schema);
    }

    private static PGSimpleDataSource dataSource(PostgresSettings settings, String program) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[]{settings.host()});
        source.setPortNumbers(new int[]{settings.port()});
        source.setDatabaseName(settings.database());
        source.setUser(settings.user());
        settings.password().ifPresent(source::setPassword);
        source.setSslMode(settings.sslMode());
        settings.sslRootCert().ifPresent(file -> source.setSslRootCert(file.toString()));
        source.setConnectTimeout(SECONDS_TO_CONNECT);
        source.setApplicationName(program);
        return source;
    }
}

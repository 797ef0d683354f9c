package dev.plinth.job.internal.postgres;

import dev.plinth.job.internal.start.OpenStore;
import dev.plinth.job.internal.start.Options;
import dev.plinth.job.internal.start.Word;
import dev.plinth.job.settings.DatabaseSettings;
import dev.plinth.job.settings.DatabaseVariables;
import dev.plinth.job.settings.LocatedStore;
import dev.plinth.job.settings.Variables;
import dev.plinth.model.Schema;
import dev.plinth.postgres.GuardedAddition;
import dev.plinth.postgres.PostgresDdl;
import dev.plinth.postgres.PostgresStore;
import java.util.List;
import java.util.Optional;
import org.postgresql.ds.PGSimpleDataSource;

/** What a job does with PostgreSQL. */
public final class PostgresPart {

    private PostgresPart() {}

    /** The database that the environment names; problems are added to those of the variables. Nothing connects yet. */
    public static OpenStore open(Variables variables, Options options) {
        DatabaseSettings database = DatabaseSettings.of(variables, DatabaseVariables.ofPsql());
        String user = variables.require("PGUSER", "the role to connect as");
        PGSimpleDataSource source = database.source(user, options.program());
        password(variables).ifPresent(source::setPassword);
        PostgresStore store = PostgresStore.of(source)
                .allow(Word.among(options.allowed(), GuardedAddition.class).toArray(GuardedAddition[]::new));
        if (options.defersMissingExtensions()) {
            store = store.deferMissingExtensions();
        }
        if (options.lockTimeout().isPresent()) {
            store = store.lockTimeout(options.lockTimeout().get());
        }
        return new OpenStore(new LocatedStore(store, user + "@" + database.where()), () -> {});
    }

    /** What {@code --allow} can name here. */
    public static List<String> guardedAdditions() {
        return Word.allOf(GuardedAddition.class);
    }

    /** The script that builds the PostgreSQL part of a schema and can be run again. */
    public static String script(Schema schema) {
        return PostgresDdl.rerunnable().render(schema);
    }

    /** Empty where the driver is to look into the password file. */
    private static Optional<String> password(Variables variables) {
        Optional<String> password = variables.secret("PGPASSWORD");
        if (password.isEmpty() && variables.find("PGPASSFILE").isEmpty()) {
            variables.problems()
                    .add("PGPASSWORD is not set, nor is PGPASSWORD_FILE or PGPASSFILE; it is the password of"
                            + " that role, empty where the server asks for none");
        }
        return password;
    }
}

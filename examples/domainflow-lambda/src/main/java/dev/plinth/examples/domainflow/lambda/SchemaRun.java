package dev.plinth.examples.domainflow.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import dev.plinth.ApplyException;
import dev.plinth.Finding;
import dev.plinth.Report;
import dev.plinth.SchemaInitializer;
import dev.plinth.Store;
import dev.plinth.examples.domainflow.lambda.stores.LiveStores;
import dev.plinth.examples.domainflow.schema.DomainFlow;
import dev.plinth.job.settings.UsageException;
import dev.plinth.model.Schema;
import dev.plinth.text.ProgressLines;
import java.time.Duration;

/** What all handlers do: open the stores, create what is missing, close them. Nothing is kept between invocations. */
final class SchemaRun {

    static final Schema SCHEMA = DomainFlow.SCHEMA;

    /** Left for closing the stores and for the answer, and so that the watchdog has nothing to do. */
    private static final Duration RESERVE = Duration.ofSeconds(20);

    private final LambdaSettings settings;
    private final Context context;

    private SchemaRun(LambdaSettings settings, Context context) {
        this.settings = settings;
        this.context = context;
    }

    /**
     * A run with the environment of the function.
     *
     * @throws UsageException with everything that the environment lacks
     */
    static SchemaRun of(Context context) {
        return new SchemaRun(LambdaSettings.of(System.getenv()), context);
    }

    FailOn failOn() {
        return settings.failOn();
    }

    /** The same for every run on one database, so that CloudFormation never replaces the resource. */
    String physicalId() {
        return "schema-init:" + settings.database().name() + ":" + SCHEMA.name();
    }

    /**
     * Creates what is missing, in the time that the function has.
     *
     * @throws ApplyException when a store failed or has what {@code failOn} forbids; the log has the whole report
     */
    Report apply(FailOn failOn) {
        try (DatabaseSecret secret = DatabaseSecret.of(settings);
                LiveStores stores = LiveStores.open(
                        settings.database(),
                        new SecretConnections(settings.database(), secret),
                        settings.tables())) {
            Report report = SchemaInitializer.of(SCHEMA)
                    .with(stores.stores().toArray(Store[]::new))
                    .deadline(time())
                    .failOn(failOn.findings().toArray(Finding[]::new))
                    .listener(ProgressLines.to(System.err))
                    .apply();
            log(report);
            return report;
        } catch (ApplyException e) {
            log(e.report());
            throw e;
        }
    }

    private Duration time() {
        Duration remaining = Duration.ofMillis(Math.max(2, context.getRemainingTimeInMillis()));
        return remaining.compareTo(RESERVE.multipliedBy(2)) < 0 ? remaining.dividedBy(2) : remaining.minus(RESERVE);
    }

    /** What an answer to CloudFormation has no room for. */
    private void log(Report report) {
        context.getLogger().log(JsonText.of(Answer.whole(report)) + "\n");
    }
}

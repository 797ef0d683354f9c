package dev.plinth.job.internal.start;

import dev.plinth.Run;
import dev.plinth.Store;
import dev.plinth.StoreException;
import dev.plinth.StoreReport;
import dev.plinth.job.settings.LocatedStore;
import dev.plinth.model.Schema;
import java.time.Duration;

/**
 * A store with what is to be closed after it. Where it cannot be planned its report says so, and the other store is planned
 * all the same, as it is with apply and verify.
 */
public record OpenStore(LocatedStore store, AutoCloseable resource) implements Store, AutoCloseable {

    @Override
    public String name() {
        return store.name();
    }

    @Override
    public boolean concerns(Schema schema) {
        return store.concerns(schema);
    }

    @Override
    public StoreReport plan(Schema schema, Run run) {
        long start = System.nanoTime();
        try {
            return store.plan(schema, run);
        } catch (StoreException e) {
            return StoreReport.failed(name(), e.getMessage(), Duration.ofNanos(System.nanoTime() - start));
        }
    }

    @Override
    public StoreReport apply(Schema schema, Run run) {
        return store.apply(schema, run);
    }

    @Override
    public StoreReport verify(Schema schema, Run run) {
        return store.verify(schema, run);
    }

    @Override
    public void close() {
        try {
            resource.close();
        } catch (Exception e) {
            throw new IllegalStateException(name() + " could not be closed", e);
        }
    }
}

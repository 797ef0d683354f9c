package dev.plinth.job.internal.start;

import dev.plinth.Run;
import dev.plinth.Store;
import dev.plinth.StoreException;
import dev.plinth.StoreReport;
import dev.plinth.model.Schema;
import java.time.Duration;

/**
 * A store with what is to be closed after it. Where it cannot be planned its report says so, and the other store is planned
 * all the same, as it is with apply and verify.
 *
 * @param where how it is reached, without credentials; added to what went wrong
 */
public record OpenStore(Store store, String where, AutoCloseable resource) implements Store, AutoCloseable {

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
            return StoreReport.failed(name(), message(e), Duration.ofNanos(System.nanoTime() - start));
        }
    }

    @Override
    public StoreReport apply(Schema schema, Run run) {
        try {
            return store.apply(schema, run);
        } catch (StoreException e) {
            throw located(e);
        }
    }

    @Override
    public StoreReport verify(Schema schema, Run run) {
        try {
            return store.verify(schema, run);
        } catch (StoreException e) {
            throw located(e);
        }
    }

    private StoreException located(StoreException e) {
        return new StoreException(message(e), e);
    }

    private String message(StoreException e) {
        return e.getMessage() + " [" + where + "]";
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

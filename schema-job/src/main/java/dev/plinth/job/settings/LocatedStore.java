package dev.plinth.job.settings;

import dev.plinth.Run;
import dev.plinth.Store;
import dev.plinth.StoreException;
import dev.plinth.StoreReport;
import dev.plinth.model.Schema;

/**
 * A store whose failures end with the place that it is at, for a program of which one sees the messages only.
 *
 * @param where how it is reached, without credentials, as {@link DatabaseSettings#where()} says it
 */
public record LocatedStore(Store store, String where) implements Store {

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
        try {
            return store.plan(schema, run);
        } catch (StoreException e) {
            throw located(e);
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
        return new StoreException(e.getMessage() + " [" + where + "]", e);
    }
}

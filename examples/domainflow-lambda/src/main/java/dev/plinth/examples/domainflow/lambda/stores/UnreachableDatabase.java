package dev.plinth.examples.domainflow.lambda.stores;

import dev.plinth.Run;
import dev.plinth.Store;
import dev.plinth.StoreException;
import dev.plinth.StoreReport;
import dev.plinth.model.Schema;

/** A database that let nobody in: whatever is asked of it fails, in its turn. */
record UnreachableDatabase(String message) implements Store {

    @Override
    public String name() {
        return "postgres";
    }

    @Override
    public boolean concerns(Schema schema) {
        return schema.hasSqlPart();
    }

    @Override
    public StoreReport plan(Schema schema, Run run) {
        throw new StoreException(message, null);
    }

    @Override
    public StoreReport apply(Schema schema, Run run) {
        throw new StoreException(message, null);
    }

    @Override
    public StoreReport verify(Schema schema, Run run) {
        throw new StoreException(message, null);
    }
}

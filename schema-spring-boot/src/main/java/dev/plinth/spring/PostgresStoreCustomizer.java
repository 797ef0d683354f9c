package dev.plinth.spring;

import dev.plinth.postgres.PostgresStore;

/** A bean that sets what no property can say; called after the properties, in the order of the beans. */
@FunctionalInterface
public interface PostgresStoreCustomizer {

    /** The store with more options; it is immutable, so the returned one counts. */
    PostgresStore customize(PostgresStore store);
}

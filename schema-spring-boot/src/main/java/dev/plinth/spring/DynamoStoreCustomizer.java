package dev.plinth.spring;

import dev.plinth.dynamo.DynamoStore;

/** A bean that sets what no property can say; called after the properties, in the order of the beans. */
@FunctionalInterface
public interface DynamoStoreCustomizer {

    /** The store with more options; it is immutable, so the returned one counts. */
    DynamoStore customize(DynamoStore store);
}

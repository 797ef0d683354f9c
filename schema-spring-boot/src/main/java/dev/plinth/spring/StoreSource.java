package dev.plinth.spring;

import dev.plinth.Store;
import dev.plinth.model.Schema;
import java.util.Optional;

/** Makes the store of one family from a bean of the application. */
@FunctionalInterface
interface StoreSource {

    /** Empty where the schema has nothing for the family; then no bean is asked for. */
    Optional<Store> store(Schema schema, PlinthProperties.Target target);
}

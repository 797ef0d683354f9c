package dev.plinth.spring;

import dev.plinth.SchemaInitializer;

/** A bean that sets what no property can say; called after the properties, in the order of the beans. */
@FunctionalInterface
public interface SchemaInitializerCustomizer {

    /** The initializer with more options; it is immutable, so the returned one counts. */
    SchemaInitializer customize(SchemaInitializer initializer);
}

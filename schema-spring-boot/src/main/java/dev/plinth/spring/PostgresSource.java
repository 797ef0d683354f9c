package dev.plinth.spring;

import dev.plinth.Store;
import dev.plinth.model.Schema;
import dev.plinth.postgres.GuardedAddition;
import dev.plinth.postgres.PostgresStore;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** A {@link PostgresStore} on a DataSource bean. */
record PostgresSource(BeanChoice beans, PostgresProperties properties, List<PostgresStoreCustomizer> customizers)
        implements StoreSource {

    @Override
    public Optional<Store> store(Schema schema, PlinthProperties.Target target) {
        return schema.hasSqlPart()
                ? Optional.of(store(beans.one(DataSource.class, target.dataSource(), "data-source")))
                : Optional.empty();
    }

    private PostgresStore store(DataSource dataSource) {
        PostgresStore store = PostgresStore.of(dataSource)
                .lockTimeout(properties.lockTimeout())
                .allow(properties.allow().toArray(GuardedAddition[]::new));
        if (properties.deferMissingExtensions()) {
            store = store.deferMissingExtensions();
        }
        for (PostgresStoreCustomizer customizer : customizers) {
            store = customizer.customize(store);
        }
        return store;
    }
}

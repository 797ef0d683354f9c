package dev.plinth.spring;

import dev.plinth.Store;
import dev.plinth.dynamo.DynamoStore;
import dev.plinth.dynamo.GuardedAddition;
import dev.plinth.model.Schema;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A {@link DynamoStore} on a DynamoDbClient bean, or on an asynchronous one where there is no other. */
record DynamoSource(BeanChoice beans, DynamoProperties properties, List<DynamoStoreCustomizer> customizers)
        implements StoreSource {

    @Override
    public Optional<Store> store(Schema schema, PlinthProperties.Target target) {
        return schema.hasDynamoPart()
                ? Optional.of(withOptions(onClient(target.dynamoDbClient())))
                : Optional.empty();
    }

    private DynamoStore onClient(String name) {
        String property = "dynamo-db-client";
        return isAsynchronous(name)
                ? DynamoStore.of(beans.one(DynamoDbAsyncClient.class, name, property))
                : DynamoStore.of(beans.one(DynamoDbClient.class, name, property));
    }

    private boolean isAsynchronous(String name) {
        return name.isEmpty()
                ? beans.has(DynamoDbAsyncClient.class) && !beans.has(DynamoDbClient.class)
                : List.of(beans.names(DynamoDbAsyncClient.class)).contains(name);
    }

    private DynamoStore withOptions(DynamoStore plain) {
        DynamoStore store = plain.names(properties.names())
                .indexWait(properties.indexWait())
                .allow(properties.allow().toArray(GuardedAddition[]::new))
                .inFlight(properties.inFlight());
        for (DynamoStoreCustomizer customizer : customizers) {
            store = customizer.customize(store);
        }
        return store;
    }
}

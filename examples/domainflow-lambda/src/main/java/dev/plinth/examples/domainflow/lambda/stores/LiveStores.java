package dev.plinth.examples.domainflow.lambda.stores;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import dev.plinth.Store;
import dev.plinth.dynamo.DynamoStore;
import dev.plinth.job.settings.DatabaseSettings;
import dev.plinth.postgres.PostgresStore;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Both stores and the connections behind them. */
public record LiveStores(List<Store> stores, List<AutoCloseable> resources) implements AutoCloseable {

    /**
     * Both stores, the database through connections that somebody else makes.
     *
     * @param connections asked for one connection at once, and for another only when that one breaks
     */
    public static LiveStores open(DatabaseSettings address, DataSource connections, Tables tables) {
        LiveStores stores = new LiveStores(new ArrayList<>(), new ArrayList<>());
        stores.openDatabase(address, connections);
        stores.openDynamo(tables);
        return stores;
    }

    /** The pool connects at once. If it cannot, the other store is worked on all the same. */
    private void openDatabase(DatabaseSettings address, DataSource connections) {
        try {
            HikariDataSource pool = new HikariDataSource(poolConfig(connections));
            resources.add(pool);
            stores.add(PostgresStore.of(pool).deferMissingExtensions());
        } catch (PoolInitializationException e) {
            Throwable reason = e.getCause() == null ? e : e.getCause();
            stores.add(new UnreachableDatabase("postgres: no connection to " + address + ": "
                    + ConnectionFailure.reason(reason, address)));
        }
    }

    private static HikariConfig poolConfig(DataSource connections) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(connections);
        config.setMaximumPoolSize(1);
        config.setPoolName("domainflow");
        return config;
    }

    /** The client talks by {@code HttpURLConnection}, which starts faster than the others. */
    private void openDynamo(Tables tables) {
        DynamoDbClient client = DynamoDbClient.builder()
                .region(Region.of(tables.region()))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
        resources.add(client);
        stores.add(DynamoStore.of(client).tablePrefix(tables.prefix()));
    }

    @Override
    public void close() {
        for (AutoCloseable resource : resources) {
            try {
                resource.close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }
}

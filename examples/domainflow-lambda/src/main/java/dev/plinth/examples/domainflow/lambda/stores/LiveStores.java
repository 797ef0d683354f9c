package dev.plinth.examples.domainflow.lambda.stores;

import com.zaxxer.hikari.HikariDataSource;
import dev.plinth.Store;
import dev.plinth.dynamo.DynamoStore;
import dev.plinth.job.settings.DatabaseSettings;
import dev.plinth.job.settings.LocatedStore;
import dev.plinth.postgres.GuardedAddition;
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

    /**
     * The pool connects when the database's turn comes. If it cannot, the other store is worked on all the same. The triggers
     * keep {@code updated_at} and do nothing else, so tables that are in use get them too.
     */
    private void openDatabase(DatabaseSettings address, DataSource connections) {
        HikariDataSource pool = new HikariDataSource();
        pool.setDataSource(connections);
        pool.setMaximumPoolSize(1);
        pool.setPoolName("domainflow");
        resources.add(pool);
        stores.add(new LocatedStore(
                PostgresStore.of(pool).deferMissingExtensions().allow(GuardedAddition.TRIGGER), address.where()));
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

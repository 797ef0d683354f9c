package dev.plinth.examples.domainflow;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import dev.plinth.Store;
import dev.plinth.dynamo.DynamoStore;
import dev.plinth.postgres.PostgresStore;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.postgresql.ds.PGSimpleDataSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;

/**
 * The configured stores and the connections behind them.
 *
 * @param leftAside what is not configured, in a sentence
 */
record LiveStores(List<Store> stores, List<AutoCloseable> resources, Optional<String> leftAside)
        implements AutoCloseable {

    private static final int SECONDS_TO_CONNECT = 10;

    static LiveStores open(Settings settings) {
        LiveStores stores = new LiveStores(new ArrayList<>(), new ArrayList<>(), settings.leftAside());
        settings.database().ifPresent(stores::openDatabase);
        settings.dynamo().ifPresent(stores::openDynamo);
        return stores;
    }

    /** The pool connects at once. If it cannot, the other store is worked on all the same. */
    private void openDatabase(DatabaseSettings database) {
        try {
            HikariDataSource pool = new HikariDataSource(poolConfig(database));
            resources.add(pool);
            stores.add(PostgresStore.of(pool).deferMissingExtensions());
        } catch (PoolInitializationException e) {
            stores.add(new UnreachableDatabase("postgres: no connection as " + database + ": " + reason(e, database)));
        }
    }

    /** What the driver says, and what it leaves to its cause or to the reader. */
    private static String reason(PoolInitializationException e, DatabaseSettings database) {
        Throwable reason = e.getCause() == null ? e : e.getCause();
        if (reason.getCause() instanceof UnknownHostException) {
            return "the host name " + database.host() + " is not known; correct DB_HOST";
        }
        String message = String.valueOf(reason.getMessage());
        return message.contains("does not support SSL")
                ? message + " DB_SSL_MODE is " + database.sslMode()
                        + "; where the network is trusted, disable does without"
                : message;
    }

    private static HikariConfig poolConfig(DatabaseSettings database) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[]{database.host()});
        source.setPortNumbers(new int[]{database.port()});
        source.setDatabaseName(database.name());
        source.setUser(database.user());
        source.setPassword(database.password());
        source.setSslMode(database.sslMode());
        database.sslRootCert().ifPresent(file -> source.setSslRootCert(file.toString()));
        source.setConnectTimeout(SECONDS_TO_CONNECT);
        source.setApplicationName("domainflow");
        HikariConfig config = new HikariConfig();
        config.setDataSource(source);
        config.setMaximumPoolSize(1);
        config.setPoolName("domainflow");
        return config;
    }

    private void openDynamo(DynamoSettings dynamo) {
        DynamoDbClientBuilder builder = DynamoDbClient.builder()
                .region(Region.of(dynamo.region()))
                .httpClient(UrlConnectionHttpClient.create());
        dynamo.endpoint().ifPresent(builder::endpointOverride);
        if (dynamo.local()) {
            builder.credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")));
        }
        DynamoDbClient client = builder.build();
        resources.add(client);
        stores.add(DynamoStore.of(client).tablePrefix(dynamo.tablePrefix()));
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

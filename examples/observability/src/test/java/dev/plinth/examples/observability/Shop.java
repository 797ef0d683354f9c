package dev.plinth.examples.observability;

import static dev.plinth.dsl.SchemaDsl.dynamoTable;
import static dev.plinth.dsl.SchemaDsl.schema;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.Types.bigint;
import static dev.plinth.dsl.Types.text;

import dev.plinth.Store;
import dev.plinth.dynamo.DynamoStore;
import dev.plinth.model.Schema;
import dev.plinth.postgres.PostgresStore;
import dev.plinth.test.dynamo.FakeDynamoDb;
import dev.plinth.test.dynamo.VirtualClock;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** A schema over both stores, and a database and a DynamoDB of one test to apply it to. */
final class Shop {

    static final Schema SCHEMA = schema("shop", table("customers", t -> {
        t.column("id", bigint()).primaryKey();
        t.column("email", text()).unique();
    }), dynamoTable("Carts", t -> t.partitionKey(t.string("customer"))));

    /** The server refuses its check. */
    static final Schema WRONG = schema("wrong", table("customers", t -> {
        t.column("id", bigint()).primaryKey();
        t.check("customers_id_check", "no_such_function(id)");
    }));

    private static final class Server {
        private static final EmbeddedPostgres POSTGRES = start();
        private static final AtomicInteger DATABASES = new AtomicInteger();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres postgres = EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> close(postgres)));
                return postgres;
            } catch (IOException e) {
                throw new IllegalStateException("no PostgreSQL for this test", e);
            }
        }

        private static void close(EmbeddedPostgres postgres) {
            try {
                postgres.close();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private final String database = "shop" + Server.DATABASES.incrementAndGet();
    final FakeDynamoDb dynamo;
    private final VirtualClock clock = new VirtualClock();

    Shop() {
        this.dynamo = new FakeDynamoDb(clock);
        execute("postgres", "CREATE DATABASE " + database);
    }

    Store[] stores() {
        return new Store[]{PostgresStore.of(dataSource()), DynamoStore.of(dynamo).sleeper(clock)};
    }

    DataSource dataSource() {
        return Server.POSTGRES.getDatabase("postgres", database);
    }

    void execute(String sql) {
        execute(database, sql);
    }

    private static void execute(String database, String sql) {
        try (Connection connection = Server.POSTGRES.getDatabase("postgres", database).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}

package com.acme.shop;

import dev.plinth.Report;
import dev.plinth.SchemaInitializer;
import dev.plinth.postgres.PostgresStore;
import javax.sql.DataSource;

/** The page shows how a service starts; here it compiles. */
final class Service {

    private Service() {}

    static Report start(DataSource dataSource) {
        Report report =
                SchemaInitializer.of(ShopSchema.SCHEMA).with(PostgresStore.of(dataSource)).apply();
        return report;
    }
}

package dev.plinth.docs;

import dev.plinth.SchemaInitializer;
import dev.plinth.model.Schema;
import dev.plinth.postgres.PostgresStore;
import javax.sql.DataSource;

/** The Java of docs/quick-start.md that is not in its project, examples/quick-start. */
final class QuickStartSnippets {

    /** Has the name of the class on that page. */
    static final class ShopSchema {
        static final Schema SCHEMA = Shop.SCHEMA;

        private ShopSchema() {}
    }

    private QuickStartSnippets() {}

    static void inTheService(DataSource dataSource) {
        SchemaInitializer.of(ShopSchema.SCHEMA).with(PostgresStore.of(dataSource)).apply();
    }
}

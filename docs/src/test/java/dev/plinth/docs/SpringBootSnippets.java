package dev.plinth.docs;

import static dev.plinth.dsl.SchemaDsl.schema;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.Types.uuid;

import dev.plinth.SchemaInitializer;
import dev.plinth.model.Schema;
import dev.plinth.postgres.PostgresStore;
import dev.plinth.spring.PlinthInitializer;
import dev.plinth.spring.PostgresStoreCustomizer;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;

/** The Java of docs/spring-boot.md that no test of the module has. */
final class SpringBootSnippets {

    static final class Orders {
        static final Schema SCHEMA = schema("orders", table("orders", t -> t.column("id", uuid()).primaryKey()));
    }

    @Bean
    PostgresStoreCustomizer deferPostgis() {
        return store -> store.deferMissingExtensions();
    }

    @Bean
    PlinthInitializer orders(@Qualifier("ordersDataSource") DataSource dataSource) {
        return PlinthInitializer.apply("orders",
                SchemaInitializer.of(Orders.SCHEMA).with(PostgresStore.of(dataSource)));
    }
}

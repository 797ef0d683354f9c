package dev.plinth.spring;

import dev.plinth.InitializerListener;
import dev.plinth.dynamo.DynamoStore;
import dev.plinth.model.Schema;
import dev.plinth.postgres.PostgresStore;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.LazyInitializationExcludeFilter;
import org.springframework.boot.autoconfigure.AbstractDependsOnBeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DatabaseInitializationDependencyConfigurer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedAsyncClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;

/**
 * Runs the {@link Schema} beans of the application against its stores, before every bean that needs what they declare. See
 * {@link PlinthProperties} for what can be set.
 */
@AutoConfiguration(
        afterName = {
                // Spring Boot 3 and 4 have it in different packages.
                "org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration",
                "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration"
        })
@EnableConfigurationProperties(PlinthProperties.class)
public final class PlinthAutoConfiguration {

    /** Also where everything else waits for its first use. */
    @Bean
    static LazyInitializationExcludeFilter plinthIsNeverLazy() {
        return LazyInitializationExcludeFilter.forBeanTypes(PlinthInitializer.class);
    }

    /** Where the application has not made its own. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBean(Schema.class)
    @ConditionalOnMissingBean(PlinthInitializer.class)
    static class OfSchemaBeans {

        @Bean
        PlinthInitializer plinthInitializer(
                PlinthProperties properties,
                ListableBeanFactory beans,
                ObjectProvider<StoreSource> sources,
                ObjectProvider<InitializerListener> listeners,
                ObjectProvider<SchemaInitializerCustomizer> customizers) {
            return new InitializerFactory(properties, new BeanChoice(beans), sources.orderedStream().toList(),
                    listeners.orderedStream().toList(),
                    customizers.orderedStream().toList()).create();
        }
    }

    /** The store for the PostgreSQL tables. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(PostgresStore.class)
    @EnableConfigurationProperties(PostgresProperties.class)
    static class OnPostgres {

        @Bean
        PostgresSource plinthPostgresSource(
                PostgresProperties properties,
                ListableBeanFactory beans,
                ObjectProvider<PostgresStoreCustomizer> customizers) {
            return new PostgresSource(
                    new BeanChoice(beans), properties, customizers.orderedStream().toList());
        }
    }

    /** The store for the DynamoDB tables. Clients of the Enhanced library are for those who use tables, so they wait. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(DynamoStore.class)
    @EnableConfigurationProperties(DynamoProperties.class)
    static class OnDynamo {

        @Bean
        DynamoSource plinthDynamoSource(
                DynamoProperties properties,
                ListableBeanFactory beans,
                ObjectProvider<DynamoStoreCustomizer> customizers) {
            return new DynamoSource(
                    new BeanChoice(beans), properties, customizers.orderedStream().toList());
        }

        @Bean
        static WaitsForPlinth enhancedDynamoClientsWaitForPlinth() {
            return new WaitsForPlinth(DynamoDbEnhancedClient.class);
        }

        @Bean
        static WaitsForPlinth enhancedAsynchronousDynamoClientsWaitForPlinth() {
            return new WaitsForPlinth(DynamoDbEnhancedAsyncClient.class);
        }
    }

    /** Makes beans of a type depend on the initializer. */
    static final class WaitsForPlinth extends AbstractDependsOnBeanFactoryPostProcessor {

        WaitsForPlinth(Class<?> type) {
            super(type, PlinthInitializer.class);
        }
    }

    /** Spring Boot brings this along with {@code data.sql} or a migration tool only. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(DatabaseInitializationDependencyConfigurer.class)
    @Import(DatabaseInitializationDependencyConfigurer.class)
    static class BeforeDatabaseBeans {}
}

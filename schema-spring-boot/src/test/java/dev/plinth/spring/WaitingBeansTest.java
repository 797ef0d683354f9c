package dev.plinth.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.Step;
import dev.plinth.model.Schema;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Beans of every kind that look into the table as soon as they are made, and come before the initializer in the context. */
class WaitingBeansTest {

    record Count(long rows) {}

    @Configuration(proxyBeanMethods = false)
    static class WithJdbc {
        @Bean
        Count count(JdbcClient client) {
            return new Count(client.sql("SELECT count(*) FROM item").query(Long.class).single());
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class WithJooq {
        @Bean
        Count count(DSLContext jooq) {
            return new Count(jooq.fetchCount(jooq.selectOne().from("item")));
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class WithJpa {
        @Bean
        Count count(EntityManagerFactory factory) {
            try (EntityManager manager = factory.createEntityManager()) {
                return new Count(manager.createQuery("select count(i) from Item i", Long.class).getSingleResult());
            }
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class WithDataSource {
        @Bean
        @DependsOnDatabaseInitialization
        Count count(DataSource dataSource) throws SQLException {
            try (Connection connection = dataSource.getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT count(*) FROM item")) {
                rows.next();
                return new Count(rows.getLong(1));
            }
        }
    }

    @Test
    void beansOfSpringJdbcWait() {
        waits(WithJdbc.class);
    }

    @Test
    void beansOfJooqWait() {
        waits(WithJooq.class);
    }

    @Test
    void annotatedBeansWait() {
        waits(WithDataSource.class);
    }

    @Test
    void entityManagersWaitAndFindWhatTheyValidate() {
        waits(WithJpa.class, "spring.jpa.hibernate.ddl-auto=validate");
    }

    @Test
    void scriptsFindTheTablesAndRunBeforeTheBeans() {
        application(WithJdbc.class)
                .withPropertyValues(Runner.WITHOUT_JPA, "spring.sql.init.mode=always",
                        "spring.sql.init.data-locations=classpath:items.sql")
                .run(context -> assertThat(context.getBean(Count.class)).isEqualTo(new Count(2)));
    }

    /** The scripts make the table under another name and rename it; a Plinth ahead of them would have made a second one. */
    @Test
    void migrationsOfFlywayRunBeforeTheInitializer() {
        application(WithJdbc.class)
                .withPropertyValues(Runner.WITHOUT_JPA, "spring.sql.init.mode=never", "spring.flyway.enabled=true")
                .run(context -> {
                    assertThat(context.getBean(Count.class)).isEqualTo(new Count(1));
                    assertThat(context.getBean(PlinthInitializer.class).reports().get("schema").steps(Step.Status.DONE))
                            .isEmpty();
                });
    }

    @Test
    void anApplicationThatIsLazyAppliesAllTheSame() {
        TestDatabase database = TestDatabase.create();
        Runner.on(database, Shop.ITEMS)
                .withInitializer(context -> context
                        .addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()))
                .run(context -> assertThat(database.tables()).containsExactly("item"));
    }

    /** With the initializer the start succeeds; without it the same start fails, so the first says something. */
    private static void waits(Class<?> beans, String... properties) {
        ApplicationContextRunner application = application(beans)
                .withPropertyValues("spring.sql.init.mode=never",
                        beans == WithJpa.class ? "none=none" : Runner.WITHOUT_JPA)
                .withPropertyValues(properties);
        application.withPropertyValues("plinth.mode=off").run(context -> assertThat(context).hasFailed());
        application.run(context -> assertThat(context.getBean(Count.class)).isEqualTo(new Count(0)));
    }

    private static ApplicationContextRunner application(Class<?> beans) {
        return Runner.whole(TestDatabase.create()).withUserConfiguration(beans)
                .withBean("schema", Schema.class, () -> Shop.ITEMS);
    }
}

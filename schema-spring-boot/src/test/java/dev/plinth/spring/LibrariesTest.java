package dev.plinth.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.Step;
import dev.plinth.model.Schema;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Libraries that bring tables of their own, all of them in one application. Their scripts are replaced by ones that write into
 * Plinth's table, so that an order other than the right one cannot pass.
 */
@Tag("libraries")
class LibrariesTest {

    private static final List<String> LIBRARIES = List.of(
            "spring.session.jdbc.initialize-schema=always",
            "spring.session.jdbc.schema=classpath:libraries/session.sql",
            "spring.quartz.job-store-type=jdbc", "spring.quartz.auto-startup=false",
            "spring.quartz.jdbc.initialize-schema=always", "spring.quartz.jdbc.schema=classpath:libraries/quartz.sql",
            "spring.batch.jdbc.initialize-schema=always", "spring.batch.jdbc.schema=classpath:libraries/batch.sql",
            "spring.batch.job.enabled=false",
            "spring.session.jdbc.cleanup-cron=-");

    private final TestDatabase database = TestDatabase.create();

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {
        @Bean
        Schema schema() {
            return Shop.ITEMS;
        }
    }

    /** Spring Boot passes over what fails in these scripts: what they wrote shows that the table was there. */
    @Test
    void sessionsQuartzAndBatchFindTheTables() {
        try (ConfigurableApplicationContext context = start(LIBRARIES)) {
            assertThat(database.texts("SELECT name FROM item ORDER BY id")).containsExactly("session", "quartz",
                    "batch");
            assertThat(Stream.of("sessionRepository", "quartzScheduler", "jobRepository"))
                    .allSatisfy(bean -> assertThat(context.getBeanFactory().getBeanDefinition(bean).getDependsOn())
                            .contains("plinthInitializer"));
        }
    }

    /** The changes make the table under another name and rename it; a Plinth ahead of them would have made a second one. */
    @Test
    void changesOfLiquibaseRunBeforeTheInitializer() {
        try (ConfigurableApplicationContext context = start(List.of("spring.liquibase.enabled=true",
                "spring.liquibase.change-log=classpath:db/changelog/items.sql"))) {
            assertThat(context.getBean(PlinthInitializer.class).reports().get("schema").steps(Step.Status.DONE))
                    .isEmpty();
            assertThat(database.texts("SELECT name FROM item")).containsExactly("one");
        }
    }

    private ConfigurableApplicationContext start(List<String> properties) {
        return new SpringApplicationBuilder(Application.class)
                .properties(database.properties())
                .properties("server.port=0", Runner.WITHOUT_JPA, "spring.main.banner-mode=off")
                .properties(properties.toArray(String[]::new))
                .run();
    }
}

package dev.plinth.spring;

import dev.plinth.model.Schema;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

/** Applications of different width. */
final class Runner {

    /** What a test leaves out that has nothing to do with JPA: by their names in Spring Boot 3 and 4. */
    static final String WITHOUT_JPA = "spring.autoconfigure.exclude="
            + "org.springframework.boot.autoconfigure.orm.jpa.HibernateJpaAutoConfiguration,"
            + "org.springframework.boot.autoconfigure.data.jpa.JpaRepositoriesAutoConfiguration,"
            + "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration,"
            + "org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration";

    /**
     * Everything that Spring Boot configures by itself and the class path has, but for what is {@link LibrariesTest}'s alone and
     * costs time, by its names in Spring Boot 3 and 4; its package is the one of the entities.
     */
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration(
            excludeName = {
                    "org.springframework.boot.autoconfigure.quartz.QuartzAutoConfiguration",
                    "org.springframework.boot.quartz.autoconfigure.QuartzAutoConfiguration",
                    "org.springframework.boot.autoconfigure.batch.BatchAutoConfiguration",
                    "org.springframework.boot.batch.autoconfigure.BatchAutoConfiguration",
                    "org.springframework.boot.batch.jdbc.autoconfigure.BatchJdbcAutoConfiguration",
                    "org.springframework.boot.autoconfigure.session.SessionAutoConfiguration",
                    "org.springframework.boot.session.autoconfigure.SessionAutoConfiguration",
                    "org.springframework.boot.session.jdbc.autoconfigure.JdbcSessionAutoConfiguration"
            })
    static class Application {}

    private Runner() {}

    static ApplicationContextRunner whole(TestDatabase database) {
        return new ApplicationContextRunner().withUserConfiguration(Application.class)
                .withPropertyValues(database.properties());
    }

    /** Nothing but Plinth. */
    static ApplicationContextRunner plain() {
        return new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(PlinthAutoConfiguration.class));
    }

    /** Plinth and one data source. */
    static ApplicationContextRunner on(TestDatabase database) {
        return plain().withBean("dataSource", DataSource.class, database::dataSource);
    }

    /** Plinth, one data source and a schema. */
    static ApplicationContextRunner on(TestDatabase database, Schema schema) {
        return on(database).withBean("schema", Schema.class, () -> schema);
    }
}

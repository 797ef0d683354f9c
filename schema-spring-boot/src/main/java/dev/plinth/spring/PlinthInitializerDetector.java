package dev.plinth.spring;

import java.util.Set;
import org.springframework.boot.sql.init.dependency.AbstractBeansOfTypeDatabaseInitializerDetector;

/** Tells Spring Boot which beans to initialize before those that work with a database. */
final class PlinthInitializerDetector extends AbstractBeansOfTypeDatabaseInitializerDetector {

    /** Behind Flyway (1) and Liquibase (0), whose scripts may rename what would be missing before; ahead of {@code data.sql}. */
    private static final int BEHIND_MIGRATIONS = 10;

    @Override
    protected Set<Class<?>> getDatabaseInitializerBeanTypes() {
        return Set.of(PlinthInitializer.class);
    }

    @Override
    public int getOrder() {
        return BEHIND_MIGRATIONS;
    }
}

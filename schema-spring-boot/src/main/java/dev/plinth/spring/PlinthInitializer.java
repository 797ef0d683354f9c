package dev.plinth.spring;

import dev.plinth.Report;
import dev.plinth.SchemaInitializer;
import dev.plinth.text.ReportText;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;

/**
 * The bean that runs a {@link SchemaInitializer} while the application starts. Beans that work with a database wait for every
 * bean of this type: those of JPA, jOOQ, Spring JDBC and whatever has {@code @DependsOnDatabaseInitialization}.
 *
 * <p>One is made of the {@code Schema} beans and the properties {@code plinth.*}. An application that declares its own gets
 * none made: {@code PlinthInitializer.apply("orders", SchemaInitializer.of(...).with(...))}.
 */
public final class PlinthInitializer implements InitializingBean {

    private static final Logger LOG = LoggerFactory.getLogger(PlinthInitializer.class);

    private final Map<String, Supplier<Report>> runs;
    private final Map<String, Report> reports = Collections.synchronizedMap(new LinkedHashMap<>());

    PlinthInitializer(Map<String, Supplier<Report>> runs) {
        this.runs = runs;
    }

    /** Applies when the bean is initialized; the name is for the endpoint. */
    public static PlinthInitializer apply(String name, SchemaInitializer initializer) {
        return new PlinthInitializer(Map.of(name, initializer::apply));
    }

    /** Verifies when the bean is initialized; the name is for the endpoint. */
    public static PlinthInitializer verify(String name, SchemaInitializer initializer) {
        return new PlinthInitializer(Map.of(name, initializer::verify));
    }

    @Override
    public void afterPropertiesSet() {
        runs.forEach((name, run) -> {
            Report report = run.get();
            reports.put(name, report);
            log(report);
        });
    }

    /** The reports by name, in the order of the runs; empty where the mode is {@link Mode#OFF}. */
    public Map<String, Report> reports() {
        synchronized (reports) {
            return Collections.unmodifiableMap(new LinkedHashMap<>(reports));
        }
    }

    /** An apply logs by itself. */
    private static void log(Report report) {
        if (report.verb() == Report.Verb.VERIFY && !report.isComplete()) {
            LOG.warn("{}", ReportText.of(report));
        }
    }
}

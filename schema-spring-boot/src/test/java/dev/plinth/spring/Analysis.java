package dev.plinth.spring;

import java.util.Objects;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.ArgumentResolver;
import org.springframework.core.io.support.SpringFactoriesLoader.FailureHandler;

/** What Spring Boot prints when a start fails: description, blank line, action of the first analyzer that has something to say. */
final class Analysis {

    private Analysis() {}

    static String of(AssertableApplicationContext context) {
        ArgumentResolver arguments = ArgumentResolver.of(BeanFactory.class, new DefaultListableBeanFactory())
                .and(Environment.class, new StandardEnvironment());
        FailureAnalysis analysis = SpringFactoriesLoader.forDefaultResourceLocation()
                .load(FailureAnalyzer.class, arguments, foreign())
                .stream()
                .map(analyzer -> analyzer.analyze(context.getStartupFailure()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no analyzer knows it", context.getStartupFailure()));
        return analysis.getDescription() + "\n\n" + analysis.getAction();
    }

    /** Analyzers of others that this class path has nothing for. */
    private static FailureHandler foreign() {
        return (type, name, failure) -> {};
    }
}

package dev.plinth.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.ApplyException;
import dev.plinth.Finding;
import dev.plinth.InitializerEvent;
import dev.plinth.InitializerListener;
import dev.plinth.Report;
import dev.plinth.SchemaInitializer;
import dev.plinth.Step;
import dev.plinth.VerifyException;
import dev.plinth.dsl.SchemaDsl;
import dev.plinth.model.Schema;
import dev.plinth.postgres.PostgresStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;

class ModesTest {

    private final TestDatabase database = TestDatabase.create();
    private final ApplicationContextRunner application = Runner.on(database, Shop.ITEMS);

    @Test
    void applyCreatesWhatIsMissingAndThenNothing() {
        application.run(context -> assertThat(done(context)).isEqualTo(Map.of("schema", 1L)));
        application.run(context -> assertThat(done(context)).isEqualTo(Map.of("schema", 0L)));
        assertThat(database.tables()).containsExactly("item");
    }

    @Test
    void applyStartsWithDriftUnlessToldNotTo() {
        database.execute("CREATE TABLE item (id bigint PRIMARY KEY, name text NOT NULL)");

        application.run(context -> assertThat(report(context).findings()).containsExactly(Finding.DRIFT));
        application.withPropertyValues("plinth.fail-on=drift,blocked")
                .run(context -> assertThat(context).getFailure().rootCause().isInstanceOf(ApplyException.class));
    }

    @Test
    void applyDoesWhatIsGuardedWhereItIsAllowed() {
        database.execute("CREATE TABLE stays (room bigint)");
        database.execute("INSERT INTO stays VALUES (1)");
        ApplicationContextRunner stays = Runner.on(database, SchemaDsl.schema("stays", Shop.STAYS));

        stays.run(context -> assertThat(report(context).findings()).containsExactly(Finding.BLOCKED));
        stays.withPropertyValues("plinth.postgres.allow=exclusion-constraint")
                .run(context -> assertThat(done(context)).isEqualTo(Map.of("schema", 1L)));
    }

    @Test
    void verifyChangesNothingAndFailsOnWhatIsMissing() {
        application.withPropertyValues("plinth.mode=verify")
                .run(context -> assertThat(context).getFailure().rootCause().isInstanceOf(VerifyException.class));
        assertThat(database.tables()).isEmpty();
    }

    @Test
    void verifyFailsOnDrift() {
        database.execute("CREATE TABLE item (id bigint PRIMARY KEY, name text NOT NULL)");

        application.withPropertyValues("plinth.mode=verify")
                .run(context -> assertThat(context).getFailure().rootCause().isInstanceOf(VerifyException.class)
                        .hasMessageContaining("failOn forbids (drift)"));
    }

    @Test
    void verifyWithNothingToFailOnReports() {
        application.withPropertyValues("plinth.mode=verify", "plinth.fail-on=")
                .run(context -> assertThat(report(context).findings()).containsExactly(Finding.MISSING));
    }

    @Test
    void offAsksNoStoreAndNeedsNone() {
        Runner.plain()
                .withBean("schema", Schema.class, () -> Shop.BOTH)
                .withPropertyValues("plinth.mode=off")
                .run(context -> assertThat(context.getBean(PlinthInitializer.class).reports()).isEmpty());
    }

    @Test
    void nothingHappensWithoutASchema() {
        Runner.on(database).run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(PlinthInitializer.class));
    }

    @Test
    void anInitializerOfTheApplicationTakesThePlaceOfTheOther() {
        SchemaInitializer own = SchemaInitializer.of(Shop.BILLING).with(PostgresStore.of(database.dataSource()));

        application.withBean("own", PlinthInitializer.class, () -> PlinthInitializer.apply("own", own))
                .run(context -> assertThat(done(context)).isEqualTo(Map.of("own", 1L)));
        assertThat(database.tables()).containsExactly("invoice");
    }

    @Test
    void customizersHaveTheLastWord() {
        TestDatabase other = TestDatabase.create();

        application.withBean(SchemaInitializerCustomizer.class, () -> initializer -> initializer.failOn(Finding.DRIFT))
                .withBean(PostgresStoreCustomizer.class, () -> store -> PostgresStore.of(other.dataSource()))
                .withPropertyValues("plinth.mode=verify", "plinth.fail-on=missing")
                .run(context -> assertThat(report(context).stores()).singleElement()
                        .satisfies(store -> assertThat(store.target()).endsWith("database " + other.name())));
    }

    @Test
    void listenersHearOfTheStart() {
        List<InitializerEvent> heard = new ArrayList<>();

        application.withBean(InitializerListener.class, () -> heard::add)
                .run(context -> assertThat(heard).hasAtLeastOneElementOfType(InitializerEvent.RunFinished.class));
    }

    private static Report report(ApplicationContext context) {
        return context.getBean(PlinthInitializer.class).reports().get("schema");
    }

    private static Map<String, Long> done(ApplicationContext context) {
        return context.getBean(PlinthInitializer.class).reports().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, report -> (long) report.getValue()
                        .steps(Step.Status.DONE).size()));
    }
}

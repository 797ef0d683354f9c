package dev.plinth.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.model.Schema;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class StoresTest {

    private final TestDatabase first = TestDatabase.create();
    private final TestDatabase second = TestDatabase.create();
    private final ApplicationContextRunner application = Runner.plain()
            .withBean("itemsSchema", Schema.class, () -> Shop.ITEMS)
            .withBean("billingSchema", Schema.class, () -> Shop.BILLING);

    @Test
    void everySchemaGoesToTheOnlyDataSource() {
        application.withBean("dataSource", DataSource.class, first::dataSource)
                .run(context -> assertThat(context.getBean(PlinthInitializer.class).reports())
                        .containsOnlyKeys("itemsSchema", "billingSchema"));
        assertThat(first.tables()).containsExactly("invoice", "item");
    }

    @Test
    void eachSchemaGoesWhereThePropertiesSay() {
        twoDataSources().withPropertyValues(
                "plinth.stores.items.schema=itemsSchema",
                "plinth.stores.items.data-source=one",
                "plinth.stores.billing.schema=billingSchema",
                "plinth.stores.billing.data-source=two",
                "plinth.stores.unused.schema=itemsSchema",
                "plinth.stores.unused.mode=off")
                .run(context -> assertThat(context.getBean(PlinthInitializer.class).reports())
                        .containsOnlyKeys("items", "billing"));
        assertThat(first.tables()).containsExactly("item");
        assertThat(second.tables()).containsExactly("invoice");
    }

    @Test
    void thePrimaryDataSourceIsMeantWhereNothingIsSaid() {
        application.withBean("one", DataSource.class, first::dataSource, definition -> definition.setPrimary(true))
                .withBean("two", DataSource.class, second::dataSource)
                .run(context -> assertThat(context).hasNotFailed());
        assertThat(first.tables()).containsExactly("invoice", "item");
        assertThat(second.tables()).isEmpty();
    }

    @Test
    void severalDataSourcesNeedAWord() {
        twoDataSources().run(context -> assertThat(Analysis.of(context)).isEqualTo("""
                Plinth needs one bean of type javax.sql.DataSource: there are one, two.

                Mark one of them as @Primary, or say which one is meant by plinth.stores.<name>.data-source."""));
    }

    @Test
    void aNameMustBeTheOneOfABean() {
        twoDataSources().withPropertyValues("plinth.stores.items.schema=itemSchema")
                .run(context -> assertThat(Analysis.of(context)).isEqualTo("""
                        A property plinth.stores.*.schema names "itemSchema", and there is no Schema bean of that name: \
                        there are billingSchema, itemsSchema.

                        Name one of the beans that exist."""));
    }

    private ApplicationContextRunner twoDataSources() {
        return application.withBean("one", DataSource.class, first::dataSource)
                .withBean("two", DataSource.class, second::dataSource);
    }
}

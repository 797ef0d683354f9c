package dev.plinth.dynamo;

import static dev.plinth.dsl.SchemaDsl.dynamoTable;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.StoreReport;
import dev.plinth.dsl.DynamoTableBuilder;
import dev.plinth.model.Schema;
import dev.plinth.test.dynamo.FakeDynamoDb;
import dev.plinth.test.dynamo.VirtualClock;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Whether a table holds items is asked as often as the answer may be another one, and no more often. */
class ItemsTest {

    private final VirtualClock clock = new VirtualClock();
    private final FakeDynamoDb service = new FakeDynamoDb(clock);
    private final DynamoStore store =
            DynamoStore.of(counted(service)).sleeper(clock).indexWait(IndexWait.ACTIVE);
    private int scans;

    private DynamoDbClient counted(DynamoDbClient client) {
        return (DynamoDbClient) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[]{DynamoDbClient.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("scan")) {
                        scans++;
                    }
                    try {
                        return method.invoke(client, arguments);
                    } catch (InvocationTargetException answer) {
                        throw answer.getCause();
                    }
                });
    }

    private static Schema orders(Consumer<DynamoTableBuilder> words) {
        return Tables.of(dynamoTable("Orders", t -> {
            t.partitionKey(t.string("id"));
            words.accept(t);
        }));
    }

    private static void twoIndexes(DynamoTableBuilder t) {
        t.globalIndex("by-user").partitionKey(t.string("user"));
        t.globalIndex("by-day").partitionKey(t.string("day"));
    }

    @Test
    void items_that_are_there_are_looked_for_once_however_long_the_run_waits() {
        store.apply(orders(t -> {}), Tables.never());
        service.holdsItems("Orders", true);
        store.allow(GuardedAddition.GLOBAL_INDEX).indexWait(IndexWait.STARTED).apply(
                orders(t -> t.globalIndex("by-user").partitionKey(t.string("user"))), Tables.never());
        scans = 0;
        Duration start = clock.elapsed();

        StoreReport report = store.apply(orders(ItemsTest::twoIndexes), Tables.never());

        assertThat(report.steps()).extracting(step -> step.status() + " " + step.change().subject().display())
                .containsExactly("DONE global index by-user on Orders", "BLOCKED global index by-day on Orders");
        assertThat(clock.elapsed().minus(start)).isGreaterThan(Duration.ofMinutes(5));
        assertThat(scans).isEqualTo(1);
    }

    @Test
    void an_empty_table_is_asked_once_more_before_each_addition_that_counts_on_it() {
        store.apply(orders(t -> {}), Tables.never());
        scans = 0;

        StoreReport report = store.apply(orders(ItemsTest::twoIndexes), Tables.never());

        assertThat(report.steps()).extracting(step -> step.status() + " " + step.change().subject().display())
                .containsExactly("DONE global index by-user on Orders", "DONE global index by-day on Orders");
        assertThat(scans).isEqualTo(2);
    }

    @Test
    void items_that_come_while_an_index_is_built_hold_the_next_one_back() {
        store.apply(orders(t -> {}), Tables.never());
        clock.at(clock.elapsed().plusMinutes(2), () -> service.holdsItems("Orders", true));

        StoreReport report = store.apply(orders(ItemsTest::twoIndexes), Tables.never());

        assertThat(report.steps()).extracting(step -> step.status() + " " + step.change().subject().display())
                .containsExactly("DONE global index by-user on Orders", "BLOCKED global index by-day on Orders");
    }
}

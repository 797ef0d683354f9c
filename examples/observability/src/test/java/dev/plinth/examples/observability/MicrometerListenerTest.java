package dev.plinth.examples.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.ApplyException;
import dev.plinth.SchemaInitializer;
import dev.plinth.model.Schema;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** All meters, whole, beside what was applied. */
class MicrometerListenerTest {

    private final Shop shop = new Shop();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final MicrometerListener listener = new MicrometerListener(registry);

    private SchemaInitializer initializer(Schema schema) {
        return SchemaInitializer.of(schema).with(shop.stores()).listener(listener);
    }

    @Test
    void anApplyIsTimedAndLeavesNothingToFind() {
        initializer(Shop.SCHEMA).apply();

        assertThat(meters()).isEqualTo("""
                plinth.run{exit=0,schema=shop,verb=APPLY} 1 time
                plinth.work{outcome=ACCEPTED,store=dynamodb} 1 time
                plinth.work{outcome=DONE,store=postgres} 1 time
                """);
        assertThat(gauges()).hasLineCount(14).doesNotContainPattern("[1-9]\\.0");
    }

    @Test
    void whatARunFindsIsShownUntilTheNextRun() {
        shop.execute("CREATE TABLE customers (id integer PRIMARY KEY, email text);"
                + "INSERT INTO customers VALUES (1, 'same'), (2, 'same')");

        initializer(Shop.SCHEMA).apply();

        assertThat(found()).isEqualTo("""
                plinth.findings{kind=BLOCKED,schema=shop,store=postgres} 1.0
                plinth.findings{kind=DRIFT,schema=shop,store=postgres} 1.0
                """);

        shop.execute("DROP TABLE customers");
        initializer(Shop.SCHEMA).apply();

        assertThat(found()).isEmpty();
    }

    @Test
    void stepsThatTheDeadlineLeavesArePending() throws SQLException {
        try (Connection other = shop.dataSource().getConnection(); Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("SELECT pg_advisory_xact_lock(1886154356, 1)");

            initializer(Shop.SCHEMA).deadline(Duration.ofSeconds(5)).apply();
        }

        assertThat(found()).contains("plinth.findings{kind=PENDING,schema=shop,store=postgres} 1.0\n");
    }

    @Test
    void aRefusalIsCountedAsARetryAndAFailure() {
        assertThatThrownBy(initializer(Shop.WRONG)::apply).isInstanceOf(ApplyException.class);

        assertThat(meters()).isEqualTo("""
                plinth.run{exit=1,schema=wrong,verb=APPLY} 1 time
                plinth.work{outcome=FAILED,store=postgres} 1 time
                plinth.work{outcome=UNDONE,store=postgres} 1 time
                plinth.retries{store=postgres} 1.0
                """);
        assertThat(found()).isEqualTo("plinth.findings{kind=FAILED,schema=wrong,store=postgres} 1.0\n");
    }

    @Test
    void aVerifyIsARunOfItsOwn() {
        initializer(Shop.SCHEMA).verify();

        assertThat(meters()).isEqualTo("plinth.run{exit=2,schema=shop,verb=VERIFY} 1 time\n");
        assertThat(found()).isEqualTo("""
                plinth.findings{kind=MISSING,schema=shop,store=dynamodb} 1.0
                plinth.findings{kind=MISSING,schema=shop,store=postgres} 1.0
                """);
    }

    /** Timers and counters. Those of DynamoDB measure on a clock that stands still during a call. */
    private String meters() {
        assertThat(registry.getMeters()).filteredOn(meter -> meter instanceof Timer)
                .filteredOn(timer -> !"dynamodb".equals(timer.getId().getTag("store"))).isNotEmpty()
                .allSatisfy(timer -> assertThat(((Timer) timer).totalTime(TimeUnit.NANOSECONDS)).isPositive());
        return lines(Timer.class) + lines(Counter.class);
    }

    private String found() {
        return gauges().lines().filter(line -> !line.endsWith(" 0.0")).map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    private String gauges() {
        return lines(Gauge.class);
    }

    private String lines(Class<?> kind) {
        return registry.getMeters().stream()
                .filter(kind::isInstance)
                .map(MicrometerListenerTest::line).sorted().collect(Collectors.joining());
    }

    private static String line(Meter meter) {
        String tags = meter.getId().getTags().stream().map(tag -> tag.getKey() + "=" + tag.getValue())
                .collect(Collectors.joining(","));
        String value = switch (meter) {
            case Timer timer -> timer.count() + " time";
            case Counter counter -> String.valueOf(counter.count());
            case Gauge gauge -> String.valueOf(gauge.value());
            default -> throw new AssertionError("no other meter is made: " + meter.getId());
        };
        return meter.getId().getName() + "{" + tags + "} " + value + "\n";
    }
}

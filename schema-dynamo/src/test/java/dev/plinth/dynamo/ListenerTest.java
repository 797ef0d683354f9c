package dev.plinth.dynamo;

import static dev.plinth.dsl.SchemaDsl.dynamoTable;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.InitializerEvent;
import dev.plinth.InitializerEvent.PlanComputed;
import dev.plinth.InitializerEvent.Retry;
import dev.plinth.InitializerEvent.Waiting;
import dev.plinth.InitializerEvent.WorkDone;
import dev.plinth.InitializerEvent.WorkStarted;
import dev.plinth.InitializerListener;
import dev.plinth.Run;
import dev.plinth.model.Schema;
import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.test.dynamo.FakeDynamoDb;
import dev.plinth.test.dynamo.VirtualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a listener hears of an apply that takes its time, whole. */
class ListenerTest {

    private final VirtualClock clock = new VirtualClock();
    private final DynamoStore store = DynamoStore.of(new FakeDynamoDb(clock)).sleeper(clock);
    private final List<String> heard = new ArrayList<>();

    private void apply(Schema schema) {
        store.apply(schema, Run.within(Duration.ofMinutes(1), List.of(event -> heard.add(line(event)))));
    }

    @Test
    void requestsAreAcceptedAndWaitedFor() {
        apply(Tables.of(SlowServiceTest.sessions(0)));

        assertThat(heard).containsExactly(
                "plan table Sessions: DynamoDB table Sessions",
                "started 1 of 1: DynamoDB table Sessions",
                "ACCEPTED 1 of 1",
                "table Sessions: the table is being created, 250 ms so far, again in 250 ms",
                "table Sessions: the table is being created, 500 ms so far, again in 500 ms",
                "table Sessions: the table is being created, 1000 ms so far, again in 1000 ms",
                "table Sessions: the table is being created, 2000 ms so far, again in 2000 ms",
                "table Sessions: the table is being created, 4000 ms so far, again in 2000 ms");
    }

    @Test
    void whereNothingIsMissingThereIsAnEmptyPlan() {
        apply(Tables.of(SlowServiceTest.sessions(0)));
        heard.clear();

        apply(Tables.of(SlowServiceTest.sessions(0)));

        assertThat(heard).containsExactly("plan table Sessions: ");
    }

    @Test
    void aRequestThatIsTriedAgainKeepsItsNumber() {
        apply(Tables.of(Tables.REPORTS));

        assertThat(heard).filteredOn(line -> line.startsWith("started ")).containsExactly(
                "started 1 of 2: DynamoDB table Reports",
                "started 2 of 2: point in time recovery Reports",
                "started 2 of 2: point in time recovery Reports",
                "started 2 of 2: point in time recovery Reports",
                "started 2 of 2: point in time recovery Reports");
        assertThat(heard).filteredOn(line -> line.startsWith("UNDONE ")).hasSize(3)
                .allMatch(line -> line.equals("UNDONE 2 of 2"));
        assertThat(heard).filteredOn(line -> line.startsWith("again table Reports: UpdateContinuousBackups"))
                .hasSize(3);
    }

    @Test
    void severalCallsInFlightAreToldOfOneAtATime() {
        FakeDynamoDb service = new FakeDynamoDb(clock);
        service.afterCall(operation -> clock.advance(Duration.ofSeconds(10)));
        DynamoTable[] tables = IntStream.range(0, 8)
                .mapToObj(number -> dynamoTable("Table" + number, t -> t.partitionKey(t.string("id"))))
                .toArray(DynamoTable[]::new);
        Set<Long> threads = ConcurrentHashMap.newKeySet();
        Set<String> created = ConcurrentHashMap.newKeySet();
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        InitializerListener slow = event -> {
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            threads.add(Thread.currentThread().threadId());
            // long enough for the other threads to come here too, if they could
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
            if (event instanceof WorkDone done) {
                created.add(done.work().steps().getFirst().describe());
            }
            inside.decrementAndGet();
        };

        DynamoStore.of(service).inFlight(8).apply(Tables.of(tables), Run.within(Duration.ofMinutes(1), List.of(slow)));

        assertThat(created).hasSize(8);
        assertThat(threads).hasSizeGreaterThan(1);
        assertThat(most).hasValue(1);
    }

    private static String line(InitializerEvent event) {
        return switch (event) {
            case PlanComputed plan -> "plan " + plan.target() + ": "
                    + String.join(", ", plan.steps().stream().map(step -> step.describe()).toList());
            case WorkStarted started -> "started " + started.work().number() + " of " + started.work().total() + ": "
                    + started.work().steps().getFirst().describe();
            case WorkDone done -> done.outcome() + " " + done.work().number() + " of " + done.work().total();
            case Waiting waiting -> waiting.subject() + ": " + waiting.reason() + ", " + waiting.soFar().toMillis()
                    + " ms so far, again in " + waiting.pause().toMillis() + " ms";
            case Retry retry -> "again " + retry.subject() + ": " + retry.reason();
            default -> event.toString();
        };
    }
}

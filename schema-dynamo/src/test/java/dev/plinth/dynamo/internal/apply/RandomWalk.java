package dev.plinth.dynamo.internal.apply;

import static dev.plinth.dsl.SchemaDsl.dynamoTable;

import dev.plinth.Run;
import dev.plinth.StoreException;
import dev.plinth.StoreReport;
import dev.plinth.dsl.DynamoTableBuilder;
import dev.plinth.dynamo.GuardedAddition;
import dev.plinth.dynamo.IndexWait;
import dev.plinth.dynamo.TableNames;
import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.model.dynamo.StreamView;
import dev.plinth.model.dynamo.TableSettings;
import dev.plinth.test.dynamo.FakeDynamoDb;
import dev.plinth.test.dynamo.VirtualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * Several initializers at one account, interleaved call by call: with two versions of the schema, with calls that fail and
 * answers that get lost, and with processes that die.
 */
final class RandomWalk {

    private static final List<RuntimeException> FAULTS = List.of(
            FakeDynamoDb.error("ThrottlingException", "Rate exceeded"),
            FakeDynamoDb.error(500, "InternalServerError", "Internal server error"),
            FakeDynamoDb.error("ResourceInUseException", "Table is being updated"),
            FakeDynamoDb.error("LimitExceededException",
                    "Subscriber limit exceeded: Only 1 online index can be created"),
            SdkClientException.create("Unable to execute HTTP request"));

    final VirtualClock clock = new VirtualClock();
    final FakeDynamoDb service = new FakeDynamoDb(clock);
    final List<DynamoTable> newer;
    private final List<DynamoTable> older;
    private final Random random;
    private final List<Process> processes = new ArrayList<>();
    private boolean nested;
    private Optional<Process> running = Optional.empty();

    /** A process with its loop and the moment at which it wants to go on. */
    private static final class Process {
        private final ApplyLoop loop;
        private final long end;
        private long due;

        Process(ApplyLoop loop, long end) {
            this.loop = loop;
            this.end = end;
        }
    }

    RandomWalk(long seed) {
        random = new Random(seed);
        int tables = 1 + random.nextInt(3);
        newer = Stream.iterate(0, i -> i < tables, i -> i + 1).map(i -> table(i, 1 + random.nextInt(3))).toList();
        older = newer.stream().map(this::olderVersion).toList();
    }

    private DynamoTable table(int number, int indexes) {
        return dynamoTable("Table" + number, t -> {
            t.partitionKey(t.string("id"));
            for (int i = 0; i < indexes; i++) {
                t.globalIndex("index" + i).partitionKey(t.string("a" + i));
            }
            settings(t);
        });
    }

    /** Any of what may be missing on a table that an older version made. */
    private void settings(DynamoTableBuilder t) {
        List<Runnable> words = List.of(
                t::pointInTimeRecovery,
                () -> t.timeToLive(t.number("expires_at")),
                () -> t.tag("team", "a").tag("stage", "b").tag("owner", "c"),
                () -> t.stream(StreamView.NEW_IMAGE),
                () -> t.resourcePolicy("{\"Statement\":[]}"),
                t::contributorInsights,
                () -> t.kinesisDestination("arn:aws:kinesis:eu-central-1:123456789012:stream/s"),
                t::deletionProtection);
        words.stream().filter(word -> random.nextInt(3) == 0).forEach(Runnable::run);
    }

    private DynamoTable olderVersion(DynamoTable table) {
        int kept = random.nextInt(table.globalIndexes().size() + 1);
        TableSettings settings = random.nextBoolean() ? TableSettings.NONE : table.settings();
        return table.withGlobalIndexes(table.globalIndexes().subList(0, kept)).withSettings(settings);
    }

    /** Runs up to eight processes against each other; returns the calls that came after the caller's time was up. */
    List<String> play() throws InterruptedException {
        List<String> late = new ArrayList<>();
        service.beforeCall(operation -> disturb());
        service.afterCall(operation -> {
            if (random.nextInt(20) == 0) {
                throw SdkClientException.create("Read timed out");
            }
        });
        int count = 1 + random.nextInt(8);
        for (int i = 0; i < count; i++) {
            processes.add(process(random.nextBoolean() ? newer : older, indexWait(), time()));
        }
        while (!processes.isEmpty()) {
            Process process = next();
            if (process.due > clock.nanoTime()) {
                clock.sleep(Duration.ofNanos(process.due - clock.nanoTime()));
            }
            int calls = service.accepted().size();
            boolean over = clock.nanoTime() >= process.end;
            running = Optional.of(process);
            step(process);
            if (over && service.accepted().size() > calls) {
                late.add(service.accepted().get(calls).toString());
            }
        }
        service.beforeCall(operation -> {});
        service.afterCall(operation -> {});
        return late;
    }

    /** An apply that nothing disturbs, with all the time it wants. */
    StoreReport applyAlone() throws InterruptedException {
        ApplyLoop loop = loop(newer, IndexWait.ACTIVE, Duration.ofDays(1));
        return Reports.start("dynamodb", "fake").apply(loop.apply(new Workers(1)));
    }

    private Process process(List<DynamoTable> tables, IndexWait wait, Duration time) {
        return new Process(loop(tables, wait, time), clock.nanoTime() + time.toNanos());
    }

    private ApplyLoop loop(List<DynamoTable> tables, IndexWait wait, Duration time) {
        List<Wish> wishes = tables.stream()
                .map(table -> Wish.of(table, wait, Set.of(GuardedAddition.values())))
                .toList();
        return new ApplyLoop(Endpoint.of(service, TableNames.asDeclared()), wishes, clock, time,
                new TableEvents(Run.within(time)));
    }

    private IndexWait indexWait() {
        return IndexWait.values()[random.nextInt(IndexWait.values().length)];
    }

    private Duration time() {
        return Duration.ofSeconds(1L << random.nextInt(13));
    }

    /** Whoever is due, at random; where nobody is, the first. */
    private Process next() {
        List<Process> due = processes.stream().filter(process -> process.due <= clock.nanoTime()).toList();
        return due.isEmpty()
                ? processes.stream().min((a, b) -> Long.compare(a.due, b.due)).orElseThrow()
                : due.get(random.nextInt(due.size()));
    }

    private void step(Process process) {
        Optional<Duration> wait;
        try {
            wait = process.loop.advance();
        } catch (StoreException unreachable) {
            wait = Optional.empty();
        }
        boolean dies = random.nextInt(200) == 0;
        if (wait.isEmpty() || dies) {
            processes.remove(process);
        } else {
            process.due = clock.nanoTime() + wait.get().toNanos();
        }
    }

    /** Before a call arrives, it may fail on the way, or somebody else may be faster. */
    private void disturb() {
        if (!nested && processes.size() > 1 && random.nextInt(4) == 0) {
            nested = true;
            try {
                Process other = processes.get(random.nextInt(processes.size()));
                if (!running.equals(Optional.of(other)) && other.due <= clock.nanoTime()) {
                    step(other);
                }
            } finally {
                nested = false;
            }
        }
        if (random.nextInt(12) == 0) {
            throw FAULTS.get(random.nextInt(FAULTS.size()));
        }
    }
}

package dev.plinth.dynamo.internal.apply;

import dev.plinth.Run;
import dev.plinth.Step;
import dev.plinth.StoreException;
import dev.plinth.StoreReport;
import dev.plinth.dynamo.GuardedAddition;
import dev.plinth.dynamo.IndexWait;
import dev.plinth.dynamo.TableNames;
import dev.plinth.model.dynamo.DynamoTable;
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
 * answers that get lost, with processes that die, and with people who delete and add things meanwhile.
 */
final class RandomWalk {

    private static final List<RuntimeException> FAULTS = List.of(
            FakeDynamoDb.error("ThrottlingException", "Rate exceeded"),
            FakeDynamoDb.error(500, "InternalServerError", "Internal server error"),
            FakeDynamoDb.error(503, "ServiceUnavailable", "Service Unavailable"),
            FakeDynamoDb.error("ResourceInUseException", "Table is being updated"),
            FakeDynamoDb.error("LimitExceededException",
                    "Subscriber limit exceeded: Only 1 online index can be created"),
            FakeDynamoDb.error("AccessDeniedException", "not authorized"),
            FakeDynamoDb.error("ExpiredTokenException", "The security token is expired"),
            SdkClientException.create("Unable to execute HTTP request"));

    final VirtualClock clock = new VirtualClock();
    final FakeDynamoDb service = new FakeDynamoDb(clock);
    final People people;
    private final List<DynamoTable> newer;
    private final List<DynamoTable> older;
    private final Random random;
    private final List<Process> processes = new ArrayList<>();
    private final List<String> late = new ArrayList<>();
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
        int tables = random.nextInt(4) == 0 ? 2 + random.nextInt(2) : 1;
        RandomTables words = new RandomTables(random);
        List<List<DynamoTable>> versions =
                Stream.iterate(0, i -> i < tables, i -> i + 1).map(i -> words.versions("Table" + i)).toList();
        older = versions.stream().map(both -> both.get(0)).toList();
        newer = versions.stream().map(both -> both.get(1)).toList();
        people = new People(service, clock, random);
    }

    /** Runs up to eight processes against each other; returns the calls that came after the caller's time was up. */
    List<String> play() {
        service.beforeCall(this::disturb);
        service.afterCall(operation -> {
            if (random.nextInt(20) == 0) {
                throw SdkClientException.create("Read timed out");
            }
        });
        service.slowWorkTakes(Duration.ofSeconds(10 + random.nextInt(random.nextInt(5) == 0 ? 600 : 60)));
        if (random.nextInt(5) == 0) {
            service.limitMutations(2);
        }
        people.arrange(newer);
        int count = 1 + Math.min(random.nextInt(8), random.nextInt(8));
        for (int i = 0; i < count; i++) {
            processes.add(process(random.nextBoolean() ? newer : older));
        }
        while (!processes.isEmpty()) {
            Process process = next();
            if (process.due > clock.nanoTime()) {
                clock.advance(Duration.ofNanos(process.due - clock.nanoTime()));
            }
            step(process);
        }
        service.beforeCall(operation -> {});
        service.afterCall(operation -> {});
        people.leave();
        return late;
    }

    /** An apply that nothing disturbs, with all the time it wants; another one where a table was still being deleted. */
    StoreReport applyAlone() {
        StoreReport report = applyOnce();
        if (report.steps(Step.Status.BLOCKED).isEmpty()) {
            return report;
        }
        clock.advance(report.retryAfter().orElseThrow());
        return applyOnce();
    }

    /** Somebody makes parts of the settled tables other than they are declared; returns which. */
    List<String> makeDifferent() {
        clock.advance(Duration.ofHours(1));
        return newer.stream().flatMap(table -> people.makeDifferent(table).stream()).toList();
    }

    private StoreReport applyOnce() {
        ApplyLoop loop = loop(newer, IndexWait.ACTIVE, Set.of(GuardedAddition.values()), Duration.ofDays(1));
        return Reports.start("dynamodb", "fake").apply(loop.apply(new Workers(1)));
    }

    private Process process(List<DynamoTable> tables) {
        Duration time = Duration.ofSeconds(1L << random.nextInt(13));
        IndexWait wait = IndexWait.values()[random.nextInt(IndexWait.values().length)];
        Set<GuardedAddition> allowed = random.nextInt(3) == 0 ? Set.of() : Set.of(GuardedAddition.values());
        return new Process(loop(tables, wait, allowed, time), clock.nanoTime() + time.toNanos());
    }

    private ApplyLoop loop(List<DynamoTable> tables, IndexWait wait, Set<GuardedAddition> allowed, Duration time) {
        List<Wish> wishes = tables.stream().map(table -> Wish.of(table, wait, allowed)).toList();
        return new ApplyLoop(Endpoint.of(service, TableNames.asDeclared()), wishes, clock, time,
                new TableEvents(Run.within(time)));
    }

    /** Whoever is due, at random; where nobody is, the first. */
    private Process next() {
        List<Process> due = processes.stream().filter(process -> process.due <= clock.nanoTime()).toList();
        return due.isEmpty()
                ? processes.stream().min((a, b) -> Long.compare(a.due, b.due)).orElseThrow()
                : due.get(random.nextInt(due.size()));
    }

    private void step(Process process) {
        Optional<Process> outer = running;
        running = Optional.of(process);
        Optional<Duration> wait;
        try {
            wait = process.loop.advance();
        } catch (StoreException unreachable) {
            wait = Optional.empty();
        }
        running = outer;
        boolean dies = random.nextInt(200) == 0;
        if (wait.isEmpty() || dies) {
            processes.remove(process);
        } else {
            process.due = clock.nanoTime() + wait.get().toNanos();
        }
    }

    /** Before a call arrives, it may fail on the way, or somebody else may be faster. */
    private void disturb(String operation) {
        running.filter(process -> clock.nanoTime() >= process.end).ifPresent(process -> late.add(operation));
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

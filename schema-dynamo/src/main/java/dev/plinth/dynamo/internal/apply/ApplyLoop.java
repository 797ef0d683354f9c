package dev.plinth.dynamo.internal.apply;

import dev.plinth.StoreException;
import dev.plinth.dynamo.IndexWait;
import dev.plinth.model.dynamo.DynamoTable;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import software.amazon.awssdk.core.exception.AbortedException;

/**
 * Works on all tables at once, in one thread: whichever table is due next gets its look and its call. The first round
 * looks at every table and creates those that are missing, so they come into being side by side.
 */
public final class ApplyLoop {

    private static final Comparator<Turn> EARLIEST =
            Comparator.comparingLong(Turn::due).thenComparingInt(Turn::position);

    private final Sleeper sleeper;
    private final long end;
    private final List<TableRun> runs;
    private final PriorityQueue<Turn> turns = new PriorityQueue<>(EARLIEST);

    private record Turn(long due, int position, TableRun run) {}

    /** A loop over these tables that has so much time from now. */
    public ApplyLoop(
            Endpoint endpoint, List<DynamoTable> tables, IndexWait indexWait, Sleeper sleeper, Duration time) {
        this.sleeper = sleeper;
        this.end = sleeper.nanoTime() + time.toNanos();
        this.runs = tables.stream()
                .map(table -> new TableRun(endpoint, table, indexWait, sleeper))
                .toList();
    }

    /** One look at every table, and nothing else. */
    public List<Outcome> look() {
        try {
            runs.forEach(run -> {
                run.look(remaining());
                endWhenUnreachable(run);
            });
        } catch (AbortedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StoreException("DynamoDB: interrupted while looking at the tables; nothing was changed",
                    interrupted);
        }
        return outcomes();
    }

    /** Goes on until nothing is left to do or the time is up. An interrupt ends it early and is passed on. */
    public List<Outcome> apply() {
        long start = sleeper.nanoTime();
        IntStream.range(0, runs.size()).forEach(place -> turns.add(new Turn(start, place, runs.get(place))));
        try {
            while (!turns.isEmpty()) {
                take(turns.remove());
            }
        } catch (InterruptedException | AbortedException interrupted) {
            Thread.currentThread().interrupt();
            runs.forEach(run -> run.stop("interrupted"));
        }
        return outcomes();
    }

    private void take(Turn turn) throws InterruptedException {
        long wait = turn.due() - sleeper.nanoTime();
        if (turn.due() - end >= 0 || isOver()) {
            turn.run().stop("the time was up");
            return;
        }
        if (wait > 0) {
            sleeper.sleep(Duration.ofNanos(wait));
        }
        Optional<Duration> next = turn.run().step(remaining());
        endWhenUnreachable(turn.run());
        next
                .ifPresent(pause -> turns
                        .add(new Turn(sleeper.nanoTime() + pause.toNanos(), turn.position(), turn.run())));
    }

    /** Throws as long as nothing has answered; later there is a report to keep. */
    private void endWhenUnreachable(TableRun run) {
        if (runs.stream().noneMatch(TableRun::wasSeen)) {
            run.outage().ifPresent(outage -> {
                throw outage;
            });
        }
    }

    private boolean isOver() {
        return end - sleeper.nanoTime() <= 0;
    }

    /** At least a millisecond: the SDK takes zero for "no limit". */
    private Duration remaining() {
        return Duration.ofNanos(Math.max(1_000_000, end - sleeper.nanoTime()));
    }

    private List<Outcome> outcomes() {
        return runs.stream().map(TableRun::outcome).toList();
    }
}

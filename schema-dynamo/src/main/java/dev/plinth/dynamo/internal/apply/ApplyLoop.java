package dev.plinth.dynamo.internal.apply;

import dev.plinth.Sleeper;
import dev.plinth.StoreException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import software.amazon.awssdk.core.exception.AbortedException;

/**
 * Works on all tables at once: whichever table is due next gets its look and its call. The first round looks at every table and
 * creates those that are missing, so they come into being side by side. May be worked on by several threads.
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
    public ApplyLoop(Endpoint endpoint, List<Wish> wishes, Sleeper sleeper, Duration time, TableEvents events) {
        this.sleeper = sleeper;
        this.end = sleeper.nanoTime() + time.toNanos();
        this.runs = wishes.stream().map(wish -> new TableRun(endpoint, wish, sleeper, events)).toList();
        long start = sleeper.nanoTime();
        IntStream.range(0, runs.size()).forEach(place -> turns.add(new Turn(start, place, runs.get(place))));
    }

    /** One look at every table, and nothing else. */
    public List<Outcome> look(Workers workers) {
        try {
            workers.run(() -> {
                for (Optional<Turn> turn = take(); turn.isPresent(); turn = take()) {
                    turn.get().run().look(remaining());
                    endWhenUnreachable(turn.get().run());
                }
            });
        } catch (InterruptedException | AbortedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StoreException("DynamoDB: interrupted while looking at the tables; nothing was changed",
                    interrupted);
        }
        return outcomes();
    }

    /** Goes on until nothing is left to do or the time is up. An interrupt ends it early and is passed on. */
    public List<Outcome> apply(Workers workers) {
        try {
            workers.run(() -> {
                for (Optional<Duration> wait = advance(); wait.isPresent(); wait = advance()) {
                    if (wait.get().isPositive()) {
                        sleeper.sleep(wait.get());
                    }
                }
            });
        } catch (InterruptedException | AbortedException interrupted) {
            Thread.currentThread().interrupt();
            runs.forEach(run -> run.stop("interrupted"));
        }
        return outcomes();
    }

    /**
     * Does the next thing if it is time. Returns how long until there is something to do; empty at the end.
     */
    Optional<Duration> advance() {
        Optional<Turn> next = take();
        if (next.isEmpty()) {
            return Optional.empty();
        }
        Turn turn = next.get();
        long wait = turn.due() - sleeper.nanoTime();
        if (turn.due() - end >= 0 || isOver()) {
            turn.run().stop("the time was up");
        } else if (wait > 0) {
            put(turn);
            return Optional.of(Duration.ofNanos(wait));
        } else {
            Optional<Duration> pause = turn.run().step(remaining());
            endWhenUnreachable(turn.run());
            pause.ifPresent(time -> put(new Turn(sleeper.nanoTime() + time.toNanos(), turn.position(), turn.run())));
        }
        return Optional.of(Duration.ZERO);
    }

    /** What has come of it so far. */
    public List<Outcome> outcomes() {
        return runs.stream().map(TableRun::outcome).toList();
    }

    private synchronized Optional<Turn> take() {
        return Optional.ofNullable(turns.poll());
    }

    private synchronized void put(Turn turn) {
        turns.add(turn);
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
}

package dev.plinth.dynamo.internal.apply;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * How many calls are in flight at one time. The threads live no longer than the work.
 *
 * @param count 1 works on the calling thread
 */
public record Workers(int count) {

    /** Work that may be interrupted. */
    interface Work {
        void run() throws InterruptedException;
    }

    /** Every worker does the work. Throws what any of them threw. */
    void run(Work work) throws InterruptedException {
        if (count == 1) {
            work.run();
            return;
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                running.add(threads.submit(() -> {
                    work.run();
                    return null;
                }));
            }
            join(running, threads);
        }
    }

    private static void join(List<Future<?>> running, ExecutorService threads) throws InterruptedException {
        try {
            for (Future<?> worker : running) {
                worker.get();
            }
        } catch (InterruptedException interrupted) {
            threads.shutdownNow();
            throw interrupted;
        } catch (ExecutionException failure) {
            threads.shutdownNow();
            rethrow(failure.getCause());
        }
    }

    private static void rethrow(@Nullable Throwable cause) throws InterruptedException {
        switch (cause) {
            case InterruptedException interrupted -> throw interrupted;
            case RuntimeException runtime -> throw runtime;
            case Error error -> throw error;
            case null, default -> throw new IllegalStateException(cause);
        }
    }
}

package dev.plinth.examples.domainflow.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import java.io.IOException;

/**
 * Answers when the run does not in time. Lambda ends a function without asking, and CloudFormation would wait for an hour. A
 * run ends by itself long before; this is for a connection that hangs.
 */
final class Watchdog implements AutoCloseable {

    private static final long MILLIS_BEFORE_THE_END = 10_000;

    private final Thread thread;

    private Watchdog(Thread thread) {
        this.thread = thread;
    }

    /** What to do when there is hardly any time left. */
    @FunctionalInterface
    interface Alarm {
        void ring() throws IOException;
    }

    static Watchdog start(Context context, Alarm alarm) {
        Thread thread = new Thread(() -> watch(context, alarm), "watchdog");
        thread.setDaemon(true);
        thread.start();
        return new Watchdog(thread);
    }

    private static void watch(Context context, Alarm alarm) {
        long remaining = context.getRemainingTimeInMillis();
        try {
            Thread.sleep(Math.max(remaining - MILLIS_BEFORE_THE_END, remaining / 2));
            alarm.ring();
        } catch (InterruptedException e) {
            // the run is over
        } catch (IOException e) {
            context.getLogger().log(e.getMessage() + "\n");
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}

package dev.plinth.postgres.internal.apply;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Work that makes more work, done by several threads. It is at its end when nothing waits and nothing is being done. A worker
 * that never gets to run is not missed.
 */
final class WorkQueue<T> {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<T> waiting = new ArrayDeque<>();
    private int atWork;

    void add(Collection<? extends T> work) {
        lock.lock();
        try {
            waiting.addAll(work);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The next piece, which {@link #done} has to follow; null when there is nothing left to do for anybody. */
    @Nullable
    T take() {
        lock.lock();
        try {
            while (waiting.isEmpty() && atWork > 0) {
                changed.awaitUninterruptibly();
            }
            T next = waiting.poll();
            atWork += next == null ? 0 : 1;
            return next;
        } finally {
            lock.unlock();
        }
    }

    /** One piece is done; what came of it was added before. */
    void done() {
        lock.lock();
        try {
            atWork--;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}

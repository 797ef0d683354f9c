package dev.plinth.test.dynamo;

import java.util.ArrayList;
import java.util.List;

/** What was asked for, and what came of it. */
final class CallLog {

    private final VirtualClock clock;
    private final List<String> calls = new ArrayList<>();
    private final List<AcceptedChange> accepted = new ArrayList<>();

    /** Nothing is written down: somebody else is at work. */
    boolean paused;

    CallLog(VirtualClock clock) {
        this.clock = clock;
    }

    void call(String what) {
        calls.add(clock.elapsed().toMillis() + " ms: " + what);
    }

    /** The calls since the last time. */
    List<String> takeCalls() {
        List<String> taken = List.copyOf(calls);
        calls.clear();
        return taken;
    }

    void accept(String operation, FakeTable table, String what, boolean effective) {
        if (paused) {
            return;
        }
        accepted.add(new AcceptedChange(clock.elapsed(), operation, table.name(), table.id, what, effective));
    }

    List<AcceptedChange> accepted() {
        return List.copyOf(accepted);
    }
}

package dev.plinth.test.dynamo;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The tables of the one account and region that there are, and what is counted for all of them. */
final class Account {

    private static final long SECOND = 1_000_000_000;

    final VirtualClock clock;
    final CallLog log;
    private final Map<String, FakeTable> tables = new TreeMap<>();
    private final Deque<Long> mutations = new ArrayDeque<>();
    private int mutationsPerSecond = Integer.MAX_VALUE;
    int insightsQuota = Integer.MAX_VALUE;
    Duration filling = Durations.FILLING;
    Duration warming = Durations.WARMING;
    private int created;

    Account(VirtualClock clock) {
        this.clock = clock;
        this.log = new CallLog(clock);
    }

    long now() {
        return clock.nanoTime();
    }

    void limitMutations(int perSecond) {
        mutationsPerSecond = perSecond;
    }

    /** The limiter that no page of the manual has: it counts changes of all tables. */
    void countMutation() {
        mutations.removeIf(at -> at <= now() - SECOND);
        if (mutations.size() >= mutationsPerSecond) {
            throw ServiceErrors.error(
                    "ThrottlingException", "The rate of control plane requests made by this account is too high");
        }
        mutations.add(now());
    }

    String newId() {
        created++;
        return "00000000-0000-4000-8000-%012d".formatted(created);
    }

    void put(FakeTable table) {
        tables.put(table.name(), table);
    }

    void remove(String name) {
        tables.remove(name);
    }

    List<FakeTable> tables() {
        tables.values().removeIf(table -> table.isGone(now()));
        return List.copyOf(tables.values());
    }

    boolean has(String name) {
        FakeTable table = tables.get(name);
        return table != null && !table.isGone(now());
    }

    /** The table of a name or an ARN. */
    FakeTable table(String nameOrArn) {
        String name = nameOrArn.substring(nameOrArn.lastIndexOf('/') + 1);
        FakeTable table = tables.get(name);
        if (table == null || table.isGone(now())) {
            throw ServiceErrors.notFound("Table: " + name + " not found");
        }
        return table;
    }

    /** A table as the operations beside DescribeTable see it: not in the first seconds of its creation. */
    FakeTable visible(String nameOrArn) {
        FakeTable table = table(nameOrArn);
        if (table.isHidden(now())) {
            throw ServiceErrors.notFound("Table: " + table.name() + " not found");
        }
        return table;
    }

    /** A table that takes changes of what it has beside its keys and indexes. */
    FakeTable settled(String nameOrArn) {
        FakeTable table = visible(nameOrArn);
        if (table.isCreating(now())) {
            throw ServiceErrors.inUse("Table is being created: " + table.name());
        }
        if (table.isDeleting(now())) {
            throw ServiceErrors.inUse("Table is being deleted: " + table.name());
        }
        return table;
    }
}

package dev.plinth.dynamo.internal.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.diff.DynamoChange;
import dev.plinth.diff.DynamoDiff;
import dev.plinth.dynamo.TableNames;
import dev.plinth.dynamo.internal.inspect.Observed;
import dev.plinth.dynamo.internal.inspect.Observed.Present;
import dev.plinth.test.dynamo.AcceptedChange;
import dev.plinth.test.dynamo.FakeDynamoDb;
import dev.plinth.test.dynamo.VirtualClock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Every way that a run over one table can take: at each call the service may do what is asked for, refuse it in any of its
 * ways, or do it and lose the answer, and somebody may be faster. Breadth first, by playing each path anew; a state that was
 * met before is not gone on from.
 *
 * @param mishaps how many calls on one path do not end as they should
 */
record Exploration(Wish wish, BiConsumer<FakeDynamoDb, VirtualClock> before, int mishaps) {

    private static final Duration TIME = Duration.ofMinutes(1);
    private static final int LONGEST = 2_000;

    /** How a call ends. */
    private enum Ending {
        ACCEPTED,
        LOST,
        THROTTLED,
        BROKEN,
        BUSY,
        ONE_INDEX_ONLY,
        DENIED,
        UNKNOWN,
        UNREACHABLE,
        TABLE_DELETED
    }

    /** What was found: the states, and how often the end was reached. */
    record Found(int states, int paths) {}

    Found explore() {
        Set<List<Object>> states = new HashSet<>();
        Set<List<Object>> branches = new HashSet<>();
        Deque<List<Ending>> open = new ArrayDeque<>(List.of(List.of()));
        int paths = 0;
        while (!open.isEmpty()) {
            List<Ending> path = open.remove();
            paths++;
            Play play = new Play(path, states);
            if (play.isBranch() && branches.add(play.state())) {
                for (Ending ending : Ending.values()) {
                    boolean allowed = ending == Ending.ACCEPTED
                            || path.stream().filter(earlier -> earlier != Ending.ACCEPTED).count() < mishaps;
                    if (allowed) {
                        List<Ending> longer = new ArrayList<>(path);
                        longer.add(ending);
                        open.add(longer);
                    }
                }
            }
        }
        return new Found(states.size(), paths);
    }

    /** One run along a path, as far as the path says how calls end; then it stands at a call, or at its end. */
    private final class Play {

        private final VirtualClock clock = new VirtualClock();
        private final FakeDynamoDb service = new FakeDynamoDb(clock);
        private final Endpoint endpoint = Endpoint.of(service, TableNames.asDeclared());
        private final Deque<Ending> path;
        private final ScalingLook scaling = new ScalingLook(Optional.empty(), wish.table().name(), clock);
        private History history = History.empty();
        private Observed observed = new Observed.Absent();
        private boolean branch;

        Play(List<Ending> path, Set<List<Object>> states) {
            this.path = new ArrayDeque<>(path);
            before.accept(service, clock);
            long start = clock.nanoTime();
            int known = service.accepted().size();
            int steps = 0;
            while (step(states, start)) {
                assertThat(steps++).as("steps of %s", path).isLessThan(LONGEST);
            }
            assertThat(service.accepted().stream().skip(known).map(change -> change.tableId() + change).toList())
                    .as("changes of %s", path).doesNotHaveDuplicates();
            assertThat(service.accepted()).as("deletions of %s", path).extracting(AcceptedChange::toString)
                    .noneMatch(change -> change.matches("(?i).*(delete|untag|disable).*"));
            if (!branch) {
                checkEnd(path);
            }
        }

        boolean isBranch() {
            return branch;
        }

        /** Returns whether to go on. */
        private boolean step(Set<List<Object>> states, long start) {
            look(Duration.ofNanos(clock.nanoTime() - start));
            states.add(state());
            return switch (Next.next(wish, observed, history)) {
                case Decision.Done() -> false;
                case Decision.Blocked(String reason) -> false;
                case Decision.Wait(String reason, Duration pause) -> {
                    assertThat(pause).as("pause of %s", reason).isPositive();
                    history = history.waited();
                    clock.advance(pause);
                    yield true;
                }
                case Decision.Call(DynamoChange change) -> {
                    branch = path.isEmpty();
                    if (!branch) {
                        call(change, path.remove());
                    }
                    yield !branch;
                }
            };
        }

        private void look(Duration now) {
            Observed seen = endpoint.look(wish.table(), scaling, TIME);
            boolean replaced = observed instanceof Present old
                    && !(seen instanceof Present next && next.tableId().equals(old.tableId()));
            history = (replaced ? History.empty() : history).at(now);
            observed = seen;
        }

        private void call(DynamoChange change, Ending ending) {
            String operation = Messages.operation(change);
            arrange(operation, ending);
            try {
                String arn = observed instanceof Present present ? present.arn() : "";
                endpoint.send(change, wish.table(), arn, TIME);
                history = history.accepted(change);
            } catch (SdkException answer) {
                Setback setback = Refusals.of(change, answer, clock.now())
                        .after(history.setback(change), history.now(), clock, answer.getMessage());
                history = history.refused(change, setback);
            }
            service.recover();
            clock.advance(Duration.ofMillis(250));
        }

        private void arrange(String operation, Ending ending) {
            var next = service.next(operation);
            switch (ending) {
                case ACCEPTED -> {}
                case LOST -> next.losesItsAnswer();
                case THROTTLED -> next.isThrottled();
                case BROKEN -> next.failsInternally();
                case BUSY -> next.isRefused("ResourceInUseException", "Table is being updated: " + wish.table().name());
                case ONE_INDEX_ONLY -> next.isRefused("LimitExceededException",
                        "Subscriber limit exceeded: Only 1 online index can be created or deleted simultaneously");
                case DENIED -> next.isDenied();
                case UNKNOWN -> next.isUnknown();
                case UNREACHABLE -> next.fails(SdkClientException.create("Connection refused"));
                case TABLE_DELETED -> service.remove(wish.table().name());
            }
        }

        /** What is seen and what is remembered, without the times. */
        private List<Object> state() {
            Map<String, String> setbacks = new TreeMap<>();
            history.setbacks().forEach((change, setback) -> setbacks.put(
                    change.subject().display(), setback.kind() + " " + setback.times() + " " + history.pause(change)));
            return List.of(
                    observed,
                    Set.copyOf(history.accepted().keySet()),
                    setbacks,
                    Math.min(history.looks(), 6),
                    path.size());
        }

        /** All is there, except what was given up and what it would have been the way to. */
        private void checkEnd(List<Ending> whole) {
            boolean gaveUp = history.setbacks().values().stream().anyMatch(Setback::isFinal);
            List<DynamoChange> rest = observed instanceof Present present
                    ? present.difference().incomplete()
                    : DynamoDiff.absent(wish.table());
            if (!gaveUp) {
                assertThat(rest).as("what is left of %s", whole).isEmpty();
            }
        }
    }
}

package dev.plinth.dynamo.internal.apply;

import dev.plinth.StoreException;
import dev.plinth.diff.DynamoChange;
import dev.plinth.diff.DynamoChange.CreateDynamoTable;
import dev.plinth.diff.DynamoDiff;
import dev.plinth.diff.LiveDynamoTable;
import dev.plinth.dynamo.IndexWait;
import dev.plinth.dynamo.internal.inspect.Observed;
import dev.plinth.model.dynamo.DynamoTable;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;

/** One table in one apply: looks, asks what to do, does it. Belongs to one thread. */
final class TableRun {

    private static final Logger LOG = LoggerFactory.getLogger(TableRun.class);

    /** A change is visible in the next look a moment after it was accepted. */
    private static final Duration AFTER_CALL = Duration.ofMillis(250);

    private final Endpoint endpoint;
    private final DynamoTable declared;
    private final IndexWait indexWait;
    private final Sleeper sleeper;
    private final Set<DynamoChange> changes = new LinkedHashSet<>();

    private Optional<Observed> observed = Optional.empty();
    private Optional<Long> createdAt = Optional.empty();
    private Optional<Setback> lookSetback = Optional.empty();
    private Optional<StoreException> outage = Optional.empty();
    private History history = History.empty();
    private String reason = "";

    TableRun(Endpoint endpoint, DynamoTable declared, IndexWait indexWait, Sleeper sleeper) {
        this.endpoint = endpoint;
        this.declared = declared;
        this.indexWait = indexWait;
        this.sleeper = sleeper;
    }

    /** Looks only. Returns whether that worked. */
    boolean look(Duration time) {
        try {
            remember(endpoint.look(declared, time));
            lookSetback = Optional.empty();
            return true;
        } catch (AbortedException interrupted) {
            throw interrupted;
        } catch (SdkException answer) {
            outage = endpoint.outage(answer);
            Setback next = Setback.of(Refusals.kind(answer), Messages.refusedLook(answer));
            lookSetback = Optional.of(lookSetback.map(last -> last.after(next)).orElse(next));
            return false;
        }
    }

    /** Looks and does the next thing. Returns when to come back; empty when there is nothing more to do. */
    Optional<Duration> step(Duration time) {
        if (!look(time)) {
            return lookSetback.filter(setback -> !setback.isFinal()).map(this::retry);
        }
        Decision decision = Next.next(declared, indexWait, observed.orElseThrow(), history);
        LOG.debug("DynamoDB table {}: {}", endpoint.name(declared), decision);
        return switch (decision) {
            case Decision.Done() -> finished("");
            case Decision.Blocked(String why) -> finished(why);
            case Decision.Wait(String why, Duration pollAfter) -> {
                reason = why;
                history = history.waited();
                yield Optional.of(pollAfter);
            }
            case Decision.Call(DynamoChange change) -> Optional.of(call(change, time));
        };
    }

    /** Whether the service has answered about this table. */
    boolean wasSeen() {
        return observed.isPresent();
    }

    /** Why the last look failed, where the reason is not this table. */
    Optional<StoreException> outage() {
        return outage;
    }

    /** Why the run ends before its time. */
    void stop(String why) {
        reason = reason.isEmpty() ? why : reason + "; " + why;
    }

    Outcome outcome() {
        // A table that was seen before is merely not done in time.
        String failure = lookSetback
                .filter(setback -> setback.isFinal() || observed.isEmpty())
                .map(Setback::message)
                .orElse("");
        return new Outcome(
                declared, endpoint.name(declared), observed, List.copyOf(changes), history, reason, failure);
    }

    private Duration call(DynamoChange change, Duration time) {
        try {
            endpoint.send(change, declared, time);
            LOG.info("DynamoDB table {}: {} accepted", endpoint.name(declared), Messages.operation(change));
            accepted(change);
            return AFTER_CALL;
        } catch (AbortedException interrupted) {
            throw interrupted;
        } catch (SdkException answer) {
            String message = Messages.refused(change, answer);
            history = history.refused(change, Setback.of(Refusals.kind(change, answer), message));
            LOG.debug("DynamoDB table {}: {}", endpoint.name(declared), message);
            return retry(history.setback(change).orElseThrow());
        }
    }

    private void accepted(DynamoChange change) {
        history = history.accepted(change);
        if (change instanceof CreateDynamoTable) {
            createdAt = Optional.of(sleeper.nanoTime());
        }
    }

    private Duration retry(Setback setback) {
        reason = setback.message();
        return sleeper.jitter(setback.pause());
    }

    private Optional<Duration> finished(String why) {
        reason = why;
        return Optional.empty();
    }

    private void remember(Observed seen) {
        if (isAnother(seen)) {
            LOG.warn("DynamoDB table {} was replaced by another one; starting over", endpoint.name(declared));
            history = History.empty();
            createdAt = Optional.empty();
        }
        observed = Optional.of(seen);
        history = history.createdSince(createdAt.map(start -> Duration.ofNanos(sleeper.nanoTime() - start)));
        changes.addAll(switch (seen) {
            case Observed.Absent() -> DynamoDiff.absent(declared);
            case Observed.Present(LiveDynamoTable live, String id, String status) ->
                DynamoDiff.incomplete(declared, live);
        });
    }

    private boolean isAnother(Observed seen) {
        return seen instanceof Observed.Present present && !present.tableId().isEmpty()
                && observed.filter(Observed.Present.class::isInstance)
                        .map(Observed.Present.class::cast)
                        .filter(before -> !before.tableId().equals(present.tableId()))
                        .isPresent();
    }
}

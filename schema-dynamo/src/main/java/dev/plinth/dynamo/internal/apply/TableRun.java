package dev.plinth.dynamo.internal.apply;

import dev.plinth.Sleeper;
import dev.plinth.StoreException;
import dev.plinth.Work;
import dev.plinth.diff.DynamoChange;
import dev.plinth.diff.DynamoChange.RegisterAutoScaling;
import dev.plinth.diff.DynamoDiff;
import dev.plinth.diff.DynamoObstacles;
import dev.plinth.dynamo.internal.inspect.Observed;
import dev.plinth.dynamo.internal.inspect.Observed.Contents;
import dev.plinth.dynamo.internal.inspect.Observed.Present;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * One table in one run: looks, asks what to do, does it. Used by one thread at a time; others may ask what it has seen.
 */
final class TableRun {

    private static final Logger LOG = LoggerFactory.getLogger(TableRun.class);

    /** A change is visible in the next look a moment after it was accepted. */
    private static final Duration AFTER_CALL = Duration.ofMillis(250);

    private static final String FASTER = "somebody else has registered another scaling a moment before";

    private final Endpoint endpoint;
    private final Wish wish;
    private final Sleeper sleeper;
    private final TableEvents events;
    private final ScalingLook scaling;
    private final long start;
    private final Set<DynamoChange> changes = new LinkedHashSet<>();

    private volatile Optional<Observed> observed = Optional.empty();
    private Optional<Setback> lookSetback = Optional.empty();
    private volatile Optional<StoreException> outage = Optional.empty();
    private History history = History.empty();
    private Contents contents = Contents.NOT_ASKED;
    private String reason = "";
    private boolean planned;
    private long quietSince;

    TableRun(Endpoint endpoint, Wish wish, Sleeper sleeper, TableEvents events) {
        this.endpoint = endpoint;
        this.wish = wish;
        this.sleeper = sleeper;
        this.events = events;
        this.scaling = new ScalingLook(endpoint.scaling(), endpoint.name(wish.table()), sleeper);
        this.start = sleeper.nanoTime();
        this.quietSince = start;
    }

    /** Looks only. Returns whether that worked. */
    boolean look(Duration time) {
        try {
            remember(endpoint.look(wish.table(), scaling, time));
            askForItems(time);
            lookSetback = Optional.empty();
            return true;
        } catch (AbortedException interrupted) {
            throw interrupted;
        } catch (SdkException answer) {
            outage = endpoint.outage(answer);
            Refusal refusal = Refusals.ofLook(answer);
            lookSetback = Optional.of(refusal.after(lookSetback, now(), sleeper, Messages.refusedLook(answer)));
            return false;
        }
    }

    /** Looks and does the next thing. Returns when to come back; empty when there is nothing more to do. */
    Optional<Duration> step(Duration time) {
        if (!look(time)) {
            return lookSetback.filter(setback -> !setback.isFinal()).map(this::retry);
        }
        if (!planned) {
            planned = true;
            events.planned(this);
        }
        Decision decision = Next.next(wish, observed.orElseThrow(), history);
        LOG.debug("DynamoDB table {}: {}", name(), decision);
        return switch (decision) {
            case Decision.Done() -> finished("");
            case Decision.Blocked(String why) -> finished(why);
            case Decision.Wait(String why, Duration pollAfter) -> {
                reason = why;
                history = history.waited();
                events.waiting(name(), why, Duration.ofNanos(sleeper.nanoTime() - quietSince), pollAfter);
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
        return new Outcome(wish, name(), observed, List.copyOf(changes), history, reason, failure);
    }

    private Duration call(DynamoChange change, Duration time) {
        Optional<Work> work = events.started(change, this);
        long sent = sleeper.nanoTime();
        try {
            if (!endpoint.send(change, wish.table(), arn(), time)) {
                return refused(change, Refusal.of(Setback.Kind.RACE), FASTER, work, sent);
            }
            LOG.info("DynamoDB table {}: {} accepted", name(), Messages.operation(change));
            history = history.accepted(change);
            events.accepted(work, answered(sent));
            return AFTER_CALL;
        } catch (AbortedException interrupted) {
            events.interrupted(work, answered(sent));
            throw interrupted;
        } catch (SdkException answer) {
            String message = Messages.refused(change, answer);
            LOG.debug("DynamoDB table {}: {}", name(), message);
            return refused(change, Refusals.of(change, answer, sleeper.now()), message, work, sent);
        } finally {
            if (change instanceof RegisterAutoScaling) {
                scaling.forget();
            }
        }
    }

    /** Another change may be possible meanwhile. */
    private Duration refused(
            DynamoChange change, Refusal refusal, String message, Optional<Work> work, long sent) {
        Setback setback = refusal.after(history.setback(change), now(), sleeper, message);
        history = history.refused(change, setback);
        reason = message;
        events.refused(work, answered(sent), name(), setback, pause(setback));
        return AFTER_CALL;
    }

    private Duration retry(Setback setback) {
        reason = setback.message();
        Duration pause = pause(setback);
        events.lookRefused(name(), setback, pause);
        return pause;
    }

    private Duration pause(Setback setback) {
        Duration pause = setback.notBefore().minus(now());
        return pause.isNegative() ? Duration.ZERO : pause;
    }

    private Duration answered(long sent) {
        quietSince = sleeper.nanoTime();
        return Duration.ofNanos(quietSince - sent);
    }

    private Optional<Duration> finished(String why) {
        reason = why;
        return Optional.empty();
    }

    private void remember(Observed seen) {
        if (isAnother(seen)) {
            LOG.warn("DynamoDB table {} was replaced or deleted by somebody else; starting over", name());
            history = History.empty();
            planned = false;
            contents = Contents.NOT_ASKED;
            scaling.forget();
        }
        observed = Optional.of(seen);
        history = history.at(now()).unanswered(scaling.setback());
        changes.addAll(switch (seen) {
            case Observed.Absent() -> DynamoDiff.absent(wish.table());
            case Present present -> {
                if (present.table().isGoing()) {
                    changes.clear();
                }
                yield present.difference().incomplete();
            }
        });
    }

    /**
     * Whether a table holds items matters for some additions only; for the others it is not asked. Items that are there stay,
     * as far as this run is concerned; that there are none is asked once more before something is done because of it.
     */
    private void askForItems(Duration time) {
        if (observed.orElseThrow() instanceof Present present && itemsMatter(present)) {
            if (contents == Contents.NOT_ASKED || contents == Contents.NONE && isNextByItems(present)) {
                contents = endpoint.contents(wish.table(), time);
            }
            observed = Optional.of(present.with(contents));
        }
    }

    private boolean itemsMatter(Present present) {
        return present.difference().missing().stream()
                .filter(change -> DynamoObstacles.of(wish.table(), change, present.table()).isEmpty())
                .anyMatch(change -> wish.guards().asksForItems(change, history));
    }

    private boolean isNextByItems(Present present) {
        return Next.next(wish, present.with(contents), history) instanceof Decision.Call(DynamoChange change)
                && wish.guards().asksForItems(change, history);
    }

    /** Another table has taken the name, or the one that was here is gone. */
    private boolean isAnother(Observed seen) {
        return observed.filter(Present.class::isInstance)
                .map(Present.class::cast)
                .filter(before -> switch (seen) {
                    case Observed.Absent() -> true;
                    case Present now -> !now.tableId().isEmpty() && !now.tableId().equals(before.tableId());
                })
                .isPresent();
    }

    private Duration now() {
        return Duration.ofNanos(sleeper.nanoTime() - start);
    }

    private String arn() {
        return observed.filter(Present.class::isInstance).map(Present.class::cast).map(Present::arn).orElse("");
    }

    private String name() {
        return endpoint.name(wish.table());
    }
}

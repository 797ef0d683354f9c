package dev.plinth.dynamo.internal.apply;

import dev.plinth.Sleeper;
import dev.plinth.diff.LiveScaling;
import dev.plinth.diff.LiveValue;
import dev.plinth.dynamo.internal.inspect.ErrorCodes;
import dev.plinth.dynamo.internal.inspect.ScalingService;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * What one run knows of the auto scaling of a table: asked for once, and again only when it may have changed. It is another
 * service than DynamoDB, so whatever is wrong with it holds up nothing else.
 */
final class ScalingLook {

    private static final String NO_CLIENT = "auto scaling is a service of its own: give a client of it with"
            + " DynamoStore.autoScaling(ApplicationAutoScaling.of(...)), or send the two requests of this step once, if"
            + " nobody has";
    private static final int NOT_IMPLEMENTED = 501;

    private final Optional<ScalingService> service;
    private final String tableName;
    private final Sleeper sleeper;
    private final long start;

    private Optional<LiveValue<List<LiveScaling>>> known = Optional.empty();
    private Optional<Setback> setback = Optional.empty();
    private boolean again;

    ScalingLook(Optional<ScalingService> service, String tableName, Sleeper sleeper) {
        this.service = service;
        this.tableName = tableName;
        this.sleeper = sleeper;
        this.start = sleeper.nanoTime();
    }

    /** What scales, as far as it is known or can be asked now. */
    LiveValue<List<LiveScaling>> look(Duration time) {
        return known.orElseGet(() -> service
                .map(calls -> mayAsk() ? ask(calls, time) : unreadable())
                .orElseGet(() -> new LiveValue.NotOffered<>(NO_CLIENT)));
    }

    /** It may have changed: the next look asks, and for this table alone. */
    void forget() {
        known = Optional.empty();
        again = true;
    }

    /** Why it is not known yet; empty where it is known, or where it is not asked for any more. */
    Optional<Setback> setback() {
        return setback.filter(unanswered -> !unanswered.isFinal());
    }

    private boolean mayAsk() {
        return setback.map(Setback::notBefore).filter(moment -> moment.compareTo(now()) > 0).isEmpty();
    }

    private LiveValue<List<LiveScaling>> ask(ScalingService calls, Duration time) {
        try {
            LiveValue<List<LiveScaling>> found =
                    new LiveValue.Present<>(calls.describe(tableName, again, time));
            setback = Optional.empty();
            known = Optional.of(found);
            return found;
        } catch (AbortedException interrupted) {
            throw interrupted;
        } catch (SdkException answer) {
            return refused(answer);
        }
    }

    private LiveValue<List<LiveScaling>> refused(SdkException answer) {
        if (isUnknown(answer)) {
            known = Optional.of(new LiveValue.NotOffered<>("this endpoint does not know Application Auto Scaling"));
            return known.get();
        }
        Setback now = Refusals.ofLook(answer).after(setback, now(), sleeper, Messages.refusedScalingLook(answer));
        setback = Optional.of(now);
        LiveValue<List<LiveScaling>> unreadable = unreadable();
        if (now.isFinal()) {
            known = Optional.of(unreadable);
        }
        return unreadable;
    }

    private LiveValue<List<LiveScaling>> unreadable() {
        return new LiveValue.Unreadable<>(setback.map(Setback::message).orElse(""));
    }

    private static boolean isUnknown(SdkException answer) {
        return answer instanceof AwsServiceException service
                && (ErrorCodes.isUnknownOperation(service) || service.statusCode() == NOT_IMPLEMENTED);
    }

    private Duration now() {
        return Duration.ofNanos(sleeper.nanoTime() - start);
    }
}

package dev.plinth.dynamo.internal.apply;

import dev.plinth.diff.DynamoChange;
import dev.plinth.diff.DynamoChange.AddGlobalIndex;
import dev.plinth.diff.DynamoChange.AddVectorIndex;
import dev.plinth.diff.DynamoChange.CreateDynamoTable;
import dev.plinth.diff.DynamoChange.RegisterAutoScaling;
import dev.plinth.dynamo.internal.apply.Setback.Kind;
import dev.plinth.dynamo.internal.inspect.ErrorCodes;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * What a refusal means. DynamoDB answers nearly everything with HTTP 400, and a code can stand for a quota as well as for
 * a collision, so the text decides where the code does not.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html">Errors</a>
 */
final class Refusals {

    private static final Set<String> THROTTLING = Set.of(
            "ThrottlingException",
            "Throttling",
            "RequestLimitExceeded",
            "ProvisionedThroughputExceededException");
    private static final int SERVER_SIDE = 500;

    /** Limits on what goes on at one time; the other limits are quotas, which somebody has to raise. */
    private static final List<String> PASSING_LIMITS =
            List.of("Only 1 online index", "simultaneously", "are being updated");

    /** Answers about the request that are answers about a moment: somebody else was faster, or it is too early. */
    private static final List<String> RACES = List.of(
            "already exists",
            "TimeToLive is already enabled",
            "TimeToLive is active on a different AttributeName",
            "already has an enabled stream",
            "already enabled",
            "Only one TargetTrackingScaling policy",
            "is already in enabling",
            "must be DISABLED or ENABLE_FAILED to perform ENABLE");
    private static final List<String> TOO_EARLY = List.of("is in CREATING", "is in UPDATING", "Index not found");

    private static final String COOLDOWN = "has been modified multiple times";
    private static final Pattern TRY_AGAIN = Pattern.compile("try again after ([0-9TZ:.+-]+?)\\.?(\\s|$)");
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);

    private Refusals() {}

    /** What it means that a change was refused, by the time of {@code now}. */
    static Refusal of(DynamoChange change, SdkException answer, Instant now) {
        Kind kind = kind(change, answer);
        return kind == Kind.THROTTLED && answer instanceof AwsServiceException service
                ? new Refusal(kind, tryAgain(ErrorCodes.text(service), now))
                : Refusal.of(kind);
    }

    /** What it means that a look was refused. */
    static Refusal ofLook(SdkException answer) {
        return Refusal.of(answer instanceof AwsServiceException service ? kind(service) : Kind.SERVER_ERROR);
    }

    private static Kind kind(DynamoChange change, SdkException answer) {
        if (!(answer instanceof AwsServiceException service)) {
            return Kind.SERVER_ERROR;
        }
        String text = ErrorCodes.text(service);
        return switch (ErrorCodes.code(service)) {
            case "ResourceInUseException" -> change instanceof CreateDynamoTable ? Kind.RACE : Kind.BUSY;
            case "LimitExceededException" -> contains(text, PASSING_LIMITS) ? Kind.BUSY : Kind.REFUSED;
            case "ValidationException" -> ofValidation(change, text);
            // there is a policy now, or there was one and it went
            case "PolicyNotFoundException" -> Kind.RACE;
            case "ContinuousBackupsUnavailableException", "ResourceNotFoundException", "TableNotFoundException",
                    "ReplicatedWriteConflictException", "ConcurrentUpdateException" ->
                Kind.BUSY;
            // a target that was registered a moment ago
            case "ObjectNotFoundException" -> Kind.SERVER_ERROR;
            case "UnknownOperationException" ->
                change instanceof CreateDynamoTable ? Kind.REFUSED : Kind.NOT_OFFERED;
            default -> kind(service);
        };
    }

    private static Kind ofValidation(DynamoChange change, String text) {
        if (text.contains(COOLDOWN)) {
            return Kind.COOLDOWN;
        }
        if (change instanceof RegisterAutoScaling && text.contains("does not exist")) {
            // it was seen a moment ago; in another region or account it is never found, so a few tries are enough
            return Kind.SERVER_ERROR;
        }
        boolean index = change instanceof AddGlobalIndex || change instanceof AddVectorIndex;
        if (contains(text, RACES) && (index || !(change instanceof CreateDynamoTable))) {
            return Kind.RACE;
        }
        return contains(text, TOO_EARLY) ? Kind.BUSY : Kind.REFUSED;
    }

    private static Kind kind(AwsServiceException service) {
        if (THROTTLING.contains(ErrorCodes.code(service))) {
            return Kind.THROTTLED;
        }
        return service.statusCode() >= SERVER_SIDE || ErrorCodes.code(service).startsWith("Internal")
                ? Kind.SERVER_ERROR
                : Kind.REFUSED;
    }

    /** Some refusals name the moment from which on they end. */
    private static Optional<Duration> tryAgain(String text, Instant now) {
        Matcher moment = TRY_AGAIN.matcher(text);
        if (!moment.find()) {
            return Optional.empty();
        }
        try {
            Duration wait = Duration.between(now, Instant.parse(moment.group(1)));
            return Optional.of(wait)
                    .filter(time -> time.isPositive() && time.compareTo(LONGEST_PAUSE) < 0)
                    .map(time -> time.plusMillis(1));
        } catch (DateTimeParseException unknown) {
            return Optional.empty();
        }
    }

    private static boolean contains(String text, List<String> phrases) {
        return phrases.stream().anyMatch(text::contains);
    }
}

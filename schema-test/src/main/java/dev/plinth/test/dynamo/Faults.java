package dev.plinth.test.dynamo;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * How calls of one operation fail: {@code service.next("CreateTable").isThrottled()}. Each method here arranges one fault for
 * each of the calls that were named.
 */
public final class Faults {

    /** A fault, before the call is carried out or after it, when only the answer gets lost. */
    record Fault(Supplier<RuntimeException> error, boolean afterwards) {}

    /** What was arranged, by operation. */
    static final class Plan {
        private final Map<String, Deque<Fault>> next = new HashMap<>();
        private final Map<String, Fault> every = new HashMap<>();

        /** The fault of the call that now begins, if it has one. */
        @Nullable
        Fault take(String operation) {
            Fault fault = next.computeIfAbsent(operation, key -> new ArrayDeque<>()).poll();
            return fault == null ? every.get(operation) : fault;
        }

        void clear() {
            next.clear();
            every.clear();
        }
    }

    /** Stands for all calls instead of a number of them. */
    static final int EVERY = 0;

    private final Plan plan;
    private final String operation;
    private final int calls;

    Faults(Plan plan, String operation, int calls) {
        this.plan = plan;
        this.operation = operation;
        this.calls = calls;
    }

    /** Too many requests; the SDK's own client would have tried again a few times before it tells. */
    public void isThrottled() {
        isRefused("ThrottlingException", "Rate exceeded");
    }

    /** HTTP 500. */
    public void failsInternally() {
        fails(() -> ServiceErrors.error(500, "InternalServerError", "Internal server error"));
    }

    /** HTTP 503. */
    public void isUnavailable() {
        fails(() -> ServiceErrors.error(503, "ServiceUnavailable", "Service Unavailable"));
    }

    /** The caller lacks the permission. */
    public void isDenied() {
        isRefused("AccessDeniedException",
                "User: arn:aws:iam::123456789012:user/test is not authorized to perform: dynamodb:"
                        + operation);
    }

    /** The session of the caller is over. */
    public void findsCredentialsExpired() {
        isRefused("ExpiredTokenException", "The security token included in the request is expired");
    }

    /** An emulator that does not have the operation. */
    public void isUnknown() {
        isRefused("UnknownOperationException", "An unknown operation was requested.");
    }

    /** The call does not reach the service. */
    public void findsNoConnection() {
        fails(() -> SdkClientException.create("Unable to execute HTTP request: Connection refused"));
    }

    /** The service does what is asked for, and the answer does not arrive. */
    public void losesItsAnswer() {
        arrange(new Fault(() -> SdkClientException.create("Unable to execute HTTP request: Read timed out"), true));
    }

    /** Any answer that is an error, by the code and the text of the service, with HTTP 400. */
    public void isRefused(String code, String text) {
        fails(() -> ServiceErrors.error(code, text));
    }

    /** Whatever else a client may throw. */
    public void fails(RuntimeException error) {
        fails(() -> error);
    }

    private void fails(Supplier<RuntimeException> error) {
        arrange(new Fault(error, false));
    }

    private void arrange(Fault fault) {
        if (calls == EVERY) {
            plan.every.put(operation, fault);
        }
        for (int i = 0; i < calls; i++) {
            plan.next.computeIfAbsent(operation, key -> new ArrayDeque<>()).add(fault);
        }
    }
}

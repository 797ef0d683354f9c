package dev.plinth.dynamo.internal.inspect;

import java.util.Objects;
import software.amazon.awssdk.services.dynamodb.model.DescribeContributorInsightsResponse;
import software.amazon.awssdk.services.dynamodb.model.FailureException;

/** Why the service gave something up that it had accepted. */
final class Failures {

    private Failures() {}

    static String of(DescribeContributorInsightsResponse found) {
        FailureException failure = found.failureException();
        return failure == null
                ? "it does not say why"
                : Objects.toString(failure.exceptionName(), "") + ": "
                        + Objects.toString(failure.exceptionDescription(), "");
    }
}

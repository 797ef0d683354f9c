package dev.plinth.dynamo.internal.inspect;

import java.util.Set;

import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** Answers about the caller instead of the table: they are the same for every table, and may quote what was sent. */
public final class Credentials {

    private static final Set<String> QUOTING = Set.of(
            "InvalidSignatureException",
            "SignatureDoesNotMatch",
            "IncompleteSignatureException",
            "IncompleteSignature");
    private static final Set<String> OTHERS = Set.of(
            "UnrecognizedClientException",
            "InvalidClientTokenId",
            "ExpiredTokenException",
            "ExpiredToken",
            "MissingAuthenticationTokenException",
            "MissingAuthenticationToken");

    private Credentials() {}

    /** Whether the service does not accept the credentials. */
    public static boolean areRejected(AwsServiceException answer) {
        return isQuoting(answer) || OTHERS.contains(ErrorCodes.code(answer));
    }

    /** Whether the text may repeat headers of the request, among them a session token: it is to be shown nowhere. */
    public static boolean isQuoting(AwsServiceException answer) {
        return QUOTING.contains(ErrorCodes.code(answer));
    }
}

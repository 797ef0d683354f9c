package dev.plinth.diff;

/**
 * The key that encrypts a live table. DescribeTable gives the same answer for the AWS-managed key and for a customer's
 * own, an ARN of a key; which of the two it is only the key service could tell.
 */
public sealed interface LiveEncryption {

    /** A key that AWS owns, DynamoDB's default. */
    record AwsOwned() implements LiveEncryption {}

    /** A key of the account, AWS-managed or the customer's own. */
    record AccountKey(String arn) implements LiveEncryption {}

    /** The endpoint does not report encryption, as emulators do. */
    record NotReported() implements LiveEncryption {}
}

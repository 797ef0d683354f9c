package dev.plinth.model.dynamo;

/**
 * The key that encrypts a table at rest. Can be changed four times a day.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/EncryptionAtRest.html">Encryption at rest</a>
 */
public sealed interface Encryption {

    /** A key that AWS owns: what a table gets where nothing is said. */
    Encryption AWS_OWNED = new AwsOwned();

    /** The AWS-managed key {@code aws/dynamodb} of the account. */
    Encryption AWS_MANAGED = new AwsManaged();

    /** See {@link #AWS_OWNED}. */
    record AwsOwned() implements Encryption {}

    /** See {@link #AWS_MANAGED}. */
    record AwsManaged() implements Encryption {}

    /**
     * A key of the customer.
     *
     * @param keyId its ARN, its id or an alias; only an ARN can be compared with what is live
     */
    record CustomerManaged(String keyId) implements Encryption {}
}

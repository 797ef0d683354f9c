package dev.plinth.model.dynamo;

/** The key that encrypts a table at rest. */
public enum Encryption {
    /** A key that AWS owns: DynamoDB's default. */
    AWS_OWNED,
    /** The AWS-managed key {@code aws/dynamodb} of the account. */
    AWS_MANAGED
}

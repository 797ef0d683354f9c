package dev.plinth.model.dynamo;

/**
 * Which keys CloudWatch Contributor Insights counts for a table or an index.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/contributorinsights_HowItWorks.html">
 *      Contributor Insights</a>
 */
public enum ContributorInsights {
    /** All keys, accessed and throttled: DynamoDB's default. */
    ACCESSED_AND_THROTTLED_KEYS,
    /** Only the keys of throttled requests, at a lower price. */
    THROTTLED_KEYS
}

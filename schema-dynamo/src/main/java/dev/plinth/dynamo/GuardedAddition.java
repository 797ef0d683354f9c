package dev.plinth.dynamo;

/**
 * Additions that have consequences for whoever uses the table already. An apply does them on a table that it made itself or
 * that holds no items; elsewhere they are blocked, until {@link DynamoStore#allow} allows them.
 */
public enum GuardedAddition {
    /** Items whose key of the index is empty or of another type are refused from then on; filling it uses capacity. */
    GLOBAL_INDEX(
            "from then on DynamoDB refuses items that do not fit the key of the index, and filling it uses capacity"),
    /** Items whose vector does not fit are refused from then on; filling it costs money. */
    VECTOR_INDEX("from then on DynamoDB refuses items whose vector does not fit, and filling it costs money"),
    /** Items that are past their time are deleted. */
    TIME_TO_LIVE("DynamoDB then deletes every item whose time is over"),
    /** Every item is copied into another region, which costs money. */
    REPLICAS("every item is copied into the other region"),
    /** Others may get in, or be kept out. Guarded on every table that exists. */
    RESOURCE_POLICY("it changes who can use the table"),
    /** The table can no longer be deleted by who deletes it today. Guarded on every table that exists. */
    DELETION_PROTECTION("whoever deletes the table today then fails"),
    /** It is paid for at once and cannot be lowered again. Guarded on every table that exists. */
    WARM_THROUGHPUT("it is paid for at once and can never be lowered"),
    /** Requests beyond the maximum are throttled. Guarded on every table that exists. */
    ON_DEMAND_MAXIMUM("requests beyond it are throttled");

    private final String consequence;

    GuardedAddition(String consequence) {
        this.consequence = consequence;
    }

    /** What it does to whoever uses the table, for people. */
    public String consequence() {
        return consequence;
    }

    /** Whether it matters whether the table holds items; the others matter on an empty table as well. */
    public boolean concernsItems() {
        return switch (this) {
            case GLOBAL_INDEX, VECTOR_INDEX, TIME_TO_LIVE, REPLICAS -> true;
            case RESOURCE_POLICY, DELETION_PROTECTION, WARM_THROUGHPUT, ON_DEMAND_MAXIMUM -> false;
        };
    }
}

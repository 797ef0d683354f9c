package dev.plinth.rule;

/** The pages of the AWS documentation that have the limits of DynamoDB. */
enum DynamoPage {
    NAMING("developerguide/HowItWorks.NamingRulesDataTypes.html"),
    QUOTAS("developerguide/ServiceQuotas.html"),
    CREATE_TABLE("APIReference/API_CreateTable.html"),
    ATTRIBUTE_DEFINITION("APIReference/API_AttributeDefinition.html"),
    PROJECTION("APIReference/API_Projection.html"),
    GLOBAL_INDEXES("developerguide/GSI.html"),
    LOCAL_INDEXES("developerguide/LSI.html"),
    VECTOR_INDEX("APIReference/API_VectorIndex.html"),
    VECTOR_REQUIREMENTS("developerguide/VectorSearch.Requirements.html"),
    PROVISIONED_THROUGHPUT("APIReference/API_ProvisionedThroughput.html"),
    AUTO_SCALING("developerguide/AutoScaling.html"),
    ON_DEMAND_MAXIMUM("developerguide/on-demand-capacity-mode-max-throughput.html"),
    WARM_THROUGHPUT("developerguide/warm-throughput.html"),
    ENCRYPTION("APIReference/API_SSESpecification.html"),
    TAGS("developerguide/Tagging.html"),
    TIME_TO_LIVE("developerguide/TTL.html"),
    POINT_IN_TIME_RECOVERY("developerguide/Point-in-time-recovery.html"),
    RESOURCE_POLICY("APIReference/API_PutResourcePolicy.html"),
    KINESIS("developerguide/kds.html"),
    GLOBAL_TABLES("developerguide/V2globaltables_HowItWorks.html"),
    REPLICA("APIReference/API_CreateReplicationGroupMemberAction.html");

    private static final String ROOT = "https://docs.aws.amazon.com/amazondynamodb/latest/";

    private final String path;

    DynamoPage(String path) {
        this.path = path;
    }

    /** The whole address. */
    String address() {
        return ROOT + path;
    }
}

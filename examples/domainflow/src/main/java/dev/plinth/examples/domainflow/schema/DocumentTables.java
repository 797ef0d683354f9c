package dev.plinth.examples.domainflow.schema;

import static dev.plinth.dsl.SchemaDsl.AWS_MANAGED;
import static dev.plinth.dsl.SchemaDsl.dynamoTable;

import dev.plinth.model.dynamo.DynamoTable;

/**
 * Documents of high volume, in DynamoDB. A deployed stack puts its prefix before the names. Attributes that no key uses
 * document what the items hold.
 */
public final class DocumentTables {

    public static final DynamoTable REPORTS = dynamoTable("Reports", t -> {
        t.describe("high-volume report documents with flexible schema");
        t.encryption(AWS_MANAGED);
        t.pointInTimeRecovery();
        t.partitionKey(t.string("incident_id"));
        var tenant = t.string("tenant_id");
        var domain = t.string("domain_id");
        t.string("raw_text");
        t.list("images");
        t.string("source");
        t.string("status");
        t.map("ingestion_data").describe("flexible");
        t.map("management_data").describe("flexible");
        t.string("id");
        var createdAt = t.string("created_at");
        t.string("updated_at");
        t.string("created_by");

        t.globalIndex("tenant-domain-index").partitionKey(tenant).sortKey(domain).projectAll();
        t.globalIndex("domain-created-index").partitionKey(domain).sortKey(createdAt).projectAll();
    });

    public static final DynamoTable SESSIONS = dynamoTable("Sessions", t -> {
        t.describe("chat session metadata");
        t.encryption(AWS_MANAGED);
        t.partitionKey(t.string("session_id"));
        var user = t.string("user_id");
        var lastActivity = t.string("last_activity");
        t.string("tenant_id");
        t.string("domain_id");
        t.string("title");
        t.number("message_count");
        t.string("id");
        t.string("created_at");
        t.string("updated_at");

        t.globalIndex("user-activity-index").partitionKey(user).sortKey(lastActivity).projectAll();
    });

    public static final DynamoTable MESSAGES = dynamoTable("Messages", t -> {
        t.describe("chat messages with references to source data");
        t.encryption(AWS_MANAGED);
        t.partitionKey(t.string("message_id"));
        var session = t.string("session_id");
        var timestamp = t.string("timestamp");
        t.string("role");
        t.string("content");
        t.map("metadata").describe("with a references list");

        t.globalIndex("session-timestamp-index").partitionKey(session).sortKey(timestamp).projectAll();
    });

    public static final DynamoTable QUERY_JOBS = dynamoTable("QueryJobs", t -> {
        t.describe("query execution results and logs");
        t.encryption(AWS_MANAGED);
        t.partitionKey(t.string("query_id"));
        var session = t.string("session_id");
        var createdAt = t.string("created_at");
        t.string("job_id");
        t.string("tenant_id");
        t.string("domain_id");
        t.string("question");
        t.string("status");
        t.string("summary");
        t.map("map_data");
        t.list("references_used");
        t.list("execution_log");
        t.string("id");
        t.string("completed_at");

        t.globalIndex("session-created-index").partitionKey(session).sortKey(createdAt).projectAll();
    });

    private DocumentTables() {}
}

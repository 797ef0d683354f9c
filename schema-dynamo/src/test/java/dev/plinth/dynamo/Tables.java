package dev.plinth.dynamo;

import static dev.plinth.dsl.SchemaDsl.dynamoTable;
import static dev.plinth.dsl.SchemaDsl.schema;
import static dev.plinth.model.dynamo.Encryption.AWS_MANAGED;

import dev.plinth.Run;
import dev.plinth.model.Schema;
import dev.plinth.model.dynamo.DynamoTable;
import java.time.Duration;

/** Tables for tests. */
final class Tables {

    static final DynamoTable REPORTS = dynamoTable("Reports", t -> {
        t.describe("Report documents");
        t.partitionKey(t.string("incident_id"));
        var tenant = t.string("tenant_id");
        var domain = t.string("domain_id");
        var created = t.string("created_at");
        t.string("raw_text").describe("What was reported");
        t.list("images");
        t.globalIndex("tenant-domain-index").partitionKey(tenant).sortKey(domain);
        t.globalIndex("domain-created-index").partitionKey(domain).sortKey(created);
        t.encryption(AWS_MANAGED).pointInTimeRecovery();
    });

    static final DynamoTable COUNTERS = dynamoTable("Counters", t -> {
        var number = t.number("bucket");
        var digest = t.binary("digest");
        var total = t.number("total");
        t.partitionKey(number).sortKey(digest);
        t.provisioned(5, 2);
        t.globalIndex("by-digest").partitionKey(digest).throughput(3, 1).projectKeysOnly();
        t.globalIndex("by-both").partitionKey(digest, number).sortKey(total).throughput(1, 1)
                .projectInclude(t.string("note"), t.string("author"));
    });

    private Tables() {}

    static Schema of(DynamoTable... tables) {
        return schema("test", tables);
    }

    /** Longer than anything takes. */
    static Run never() {
        return Run.within(Duration.ofDays(1));
    }

    static Run soon() {
        return Run.within(Duration.ofSeconds(30));
    }
}

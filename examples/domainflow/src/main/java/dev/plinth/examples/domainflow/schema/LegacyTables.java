package dev.plinth.examples.domainflow.schema;

import static dev.plinth.dsl.Expressions.now;
import static dev.plinth.dsl.SchemaDsl.CASCADE;
import static dev.plinth.dsl.SchemaDsl.GIN;
import static dev.plinth.dsl.SchemaDsl.GIST;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.Types.POINT;
import static dev.plinth.dsl.Types.geography;
import static dev.plinth.dsl.Types.integer;
import static dev.plinth.dsl.Types.jsonb;
import static dev.plinth.dsl.Types.text;
import static dev.plinth.dsl.Types.timestamp;
import static dev.plinth.dsl.Types.uuid;
import static dev.plinth.dsl.Types.varchar;
import static dev.plinth.examples.domainflow.schema.Mixins.CREATED_BY;
import static dev.plinth.examples.domainflow.schema.Mixins.ID;
import static dev.plinth.examples.domainflow.schema.Mixins.TENANT;
import static dev.plinth.examples.domainflow.schema.Mixins.TIMESTAMPS;

import dev.plinth.model.sql.Table;

/** Incidents as they were kept before {@link DocumentTables#REPORTS}. */
final class LegacyTables {

    static final Table INCIDENTS = table("incidents", t -> {
        t.describe("legacy table for backward compatibility; new reports are stored in DynamoDB");
        t.include(ID);
        var tenant = t.include(TENANT);
        var domain = t.column("domain_id", varchar(100)).notNull().describe("Domain identifier");
        t.column("raw_text", text()).notNull().describe("Original report text");
        var data = t.column("structured_data", jsonb()).notNull().describe("Extracted structured data");
        var location = t.column("location", geography(POINT, 4326)).describe("Geographic coordinates");
        var timestamps = t.include(TIMESTAMPS);
        t.include(CREATED_BY);

        t.index("idx_incidents_tenant_domain").on(tenant, domain);
        t.index("idx_incidents_created_at").on(timestamps.createdAt().desc());
        t.index("idx_incidents_structured_data").on(data).using(GIN);
        t.index("idx_incidents_location").on(location).using(GIST);
    });

    static final Table IMAGE_EVIDENCE = table("image_evidence", t -> {
        t.describe("S3 references for incident images");
        t.include(ID);
        var incident = t.column("incident_id", uuid()).describe("Foreign key to incidents");
        t.foreignKey(incident).references(INCIDENTS).onDelete(CASCADE);
        var tenant = t.include(TENANT);
        t.column("s3_key", varchar(500)).notNull().describe("S3 object key");
        t.column("s3_bucket", varchar(200)).notNull().describe("S3 bucket name");
        t.column("content_type", varchar(100)).describe("MIME type");
        t.column("file_size_bytes", integer()).describe("File size");
        t.column("uploaded_at", timestamp()).defaultTo(now()).describe("Upload timestamp");

        t.index("idx_image_evidence_incident").on(incident);
        t.index("idx_image_evidence_tenant").on(tenant);
    });

    private LegacyTables() {}
}

package dev.plinth.examples.domainflow.schema;

import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.Types.jsonb;
import static dev.plinth.dsl.Types.text;
import static dev.plinth.dsl.Types.varchar;
import static dev.plinth.examples.domainflow.schema.Mixins.CREATED_BY;
import static dev.plinth.examples.domainflow.schema.Mixins.ID;
import static dev.plinth.examples.domainflow.schema.Mixins.TENANT;
import static dev.plinth.examples.domainflow.schema.Mixins.TIMESTAMPS;

import dev.plinth.model.sql.Table;

/** The business domains that agents work in. */
final class DomainTables {

    /** The three playbooks are JSON as {@link dev.plinth.examples.domainflow.playbook.Playbook} reads and writes it. */
    static final Table DOMAIN_CONFIGURATIONS = table("domain_configurations", t -> {
        t.describe("business domains with three playbooks");
        t.include(ID);
        t.column("domain_id", varchar(100)).notNull().unique().describe("Unique domain identifier");
        var tenant = t.include(TENANT);
        t.column("domain_name", varchar(200)).notNull().describe("Domain display name");
        t.column("description", text()).describe("Domain description");
        t.column("ingestion_playbook", jsonb()).notNull().describe("Agent execution graph for data creation");
        t.column("query_playbook", jsonb()).notNull().describe("Agent execution graph for data reading");
        t.column("management_playbook", jsonb()).notNull().describe("Agent execution graph for data updates");
        t.include(TIMESTAMPS);
        t.include(CREATED_BY);

        t.index("idx_domains_tenant").on(tenant);
    });

    private DomainTables() {}
}

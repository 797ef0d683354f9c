package dev.plinth.examples.domainflow.schema;

import static dev.plinth.dsl.SchemaDsl.schema;

import dev.plinth.model.Schema;

/**
 * A multi-tenant platform on which teams configure AI agents. What needs joins and transactions is in PostgreSQL; documents
 * of high volume and no fixed shape are in DynamoDB.
 */
public final class DomainFlow {

    public static final Schema SCHEMA = schema(
            "domainflow",
            CoreTables.TENANTS,
            CoreTables.USERS,
            CoreTables.TEAMS,
            AgentTables.AGENT_DEFINITIONS,
            DomainTables.DOMAIN_CONFIGURATIONS,
            LegacyTables.INCIDENTS,
            LegacyTables.IMAGE_EVIDENCE,
            DocumentTables.REPORTS,
            DocumentTables.SESSIONS,
            DocumentTables.MESSAGES,
            DocumentTables.QUERY_JOBS);

    private DomainFlow() {}
}

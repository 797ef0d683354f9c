package dev.plinth.examples.domainflow.schema;

import static dev.plinth.dsl.Expressions.emptyJsonArray;
import static dev.plinth.dsl.Expressions.literal;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.Types.bool;
import static dev.plinth.dsl.Types.integer;
import static dev.plinth.dsl.Types.jsonb;
import static dev.plinth.dsl.Types.text;
import static dev.plinth.dsl.Types.varchar;
import static dev.plinth.examples.domainflow.schema.Mixins.CREATED_BY;
import static dev.plinth.examples.domainflow.schema.Mixins.ID;
import static dev.plinth.examples.domainflow.schema.Mixins.TENANT;
import static dev.plinth.examples.domainflow.schema.Mixins.TIMESTAMPS;

import dev.plinth.model.sql.Table;

/** The agents that teams configure. */
final class AgentTables {

    static final Table AGENT_DEFINITIONS = table("agent_definitions", t -> {
        t.describe("unified storage for all three agent classes");
        t.include(ID);
        t.column("agent_id", varchar(100)).notNull().unique().describe("Unique agent identifier");
        var tenant = t.include(TENANT);
        t.column("agent_name", varchar(200)).notNull().describe("Agent display name");
        var agentClass = t.column("agent_class", varchar(20))
                .notNull()
                .oneOf("ingestion", "query", "management")
                .describe("Class of the agent");
        t.column("system_prompt", text()).notNull().describe("LLM system prompt");
        t.column("tools", jsonb()).defaultTo(emptyJsonArray()).describe("Array of tool names");
        t.column("agent_dependencies", jsonb()).defaultTo(emptyJsonArray()).describe("Array of agent IDs");
        t.column("max_output_keys", integer()).defaultTo(literal(5)).describe("Max output properties (locked at 5)");
        t.column("output_schema", jsonb()).notNull().describe("JSON schema for output");
        t.column("description", text()).describe("Agent description");
        var enabled = t.column("enabled", bool()).defaultTo(literal(true)).describe("Active status");
        t.column("is_inbuilt", bool()).defaultTo(literal(false)).describe("Built-in agent flag");
        t.column("version", integer()).defaultTo(literal(1)).describe("Version number");
        t.include(TIMESTAMPS);
        t.include(CREATED_BY);

        t.index("idx_agents_tenant_class").on(tenant, agentClass);
        t.index("idx_agents_enabled").on(enabled);
        t.index("idx_agents_tenant").on(tenant);
    });

    private AgentTables() {}
}

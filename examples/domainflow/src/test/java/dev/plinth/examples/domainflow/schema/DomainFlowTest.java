package dev.plinth.examples.domainflow.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.model.QualifiedName;
import dev.plinth.model.Schema;
import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.model.sql.Extension;
import dev.plinth.model.sql.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The schema, table by table: column, type, nullable, default, keys, description. */
class DomainFlowTest {

    private static final Schema SCHEMA = DomainFlow.SCHEMA;

    @Test
    void hasTheTablesInTheOrderOfTheirReferences() {
        assertThat(SCHEMA.tables()).extracting(Table::name).extracting(QualifiedName::display).containsExactly(
                "tenants", "users", "teams", "agent_definitions", "domain_configurations", "incidents",
                "image_evidence");
        assertThat(SCHEMA.dynamoTables()).extracting(DynamoTable::name)
                .containsExactly("Reports", "Sessions", "Messages", "QueryJobs");
    }

    @Test
    void needsOneExtensionAndOneFunction() {
        assertThat(SCHEMA.extensions()).containsExactly(new Extension("postgis"));
        assertThat(SCHEMA.functions()).containsExactly(Mixins.TOUCH_UPDATED_AT);
        assertThat(Mixins.TOUCH_UPDATED_AT.text().lines().map(String::strip))
                .containsExactly("BEGIN", "NEW.updated_at = NOW();", "RETURN NEW;", "END;");
        assertThat(Mixins.TOUCH_UPDATED_AT.language()).isEqualTo("plpgsql");
    }

    @Test
    void tenants() {
        assertFacts("tenants", """
                tenants: multi-tenancy support for isolating customer data
                id | uuid | no | gen_random_uuid() | primary tenants_pkey | Primary key
                tenant_name | character varying(200) | no |  |  | Tenant display name
                created_at | timestamp without time zone | yes | now() |  | Creation timestamp
                updated_at | timestamp without time zone | yes | now() |  | Last update timestamp
                trigger update_tenants_updated_at BEFORE [UPDATE] ROW update_updated_at_column
                """);
    }

    @Test
    void users() {
        assertFacts("users", """
                users: user accounts linked to AWS Cognito
                id | uuid | no | gen_random_uuid() | primary users_pkey | Primary key
                username | character varying(100) | no |  | unique users_username_key | Unique username
                email | character varying(255) | no |  | unique users_email_key | Unique email address
                cognito_sub | character varying(255) | no |  | unique users_cognito_sub_key | Cognito user ID
                tenant_id | uuid | no |  | users_tenant_id_fkey -> tenants[id] | Foreign key to tenants
                created_at | timestamp without time zone | yes | now() |  | Creation timestamp
                updated_at | timestamp without time zone | yes | now() |  | Last update timestamp
                trigger update_users_updated_at BEFORE [UPDATE] ROW update_updated_at_column
                """);
    }

    @Test
    void teams() {
        assertFacts("teams", """
                teams: user groups for collaboration and task assignment
                id | uuid | no | gen_random_uuid() | primary teams_pkey | Primary key
                team_name | character varying(200) | no |  |  | Team display name
                tenant_id | uuid | no |  | teams_tenant_id_fkey -> tenants[id] | Foreign key to tenants
                members | jsonb | yes | '[]'::jsonb |  | Array of user IDs
                created_at | timestamp without time zone | yes | now() |  | Creation timestamp
                updated_at | timestamp without time zone | yes | now() |  | Last update timestamp
                created_by | uuid | no |  | teams_created_by_fkey -> users[id] | Foreign key to users
                trigger update_teams_updated_at BEFORE [UPDATE] ROW update_updated_at_column
                """);
    }

    @Test
    void agentDefinitions() {
        assertFacts("agent_definitions", """
                agent_definitions: unified storage for all three agent classes
                id | uuid | no | gen_random_uuid() | primary agent_definitions_pkey | Primary key
                agent_id | character varying(100) | no |  | unique agent_definitions_agent_id_key | Unique agent identifier
                tenant_id | uuid | no |  | agent_definitions_tenant_id_fkey -> tenants[id] | Foreign key to tenants
                agent_name | character varying(200) | no |  |  | Agent display name
                agent_class | character varying(20) | no |  | agent_definitions_agent_class_check: \
                agent_class in 'ingestion', 'query', 'management' | Class of the agent
                system_prompt | text | no |  |  | LLM system prompt
                tools | jsonb | yes | '[]'::jsonb |  | Array of tool names
                agent_dependencies | jsonb | yes | '[]'::jsonb |  | Array of agent IDs
                max_output_keys | integer | yes | 5 |  | Max output properties (locked at 5)
                output_schema | jsonb | no |  |  | JSON schema for output
                description | text | yes |  |  | Agent description
                enabled | boolean | yes | true |  | Active status
                is_inbuilt | boolean | yes | false |  | Built-in agent flag
                version | integer | yes | 1 |  | Version number
                created_at | timestamp without time zone | yes | now() |  | Creation timestamp
                updated_at | timestamp without time zone | yes | now() |  | Last update timestamp
                created_by | uuid | no |  | agent_definitions_created_by_fkey -> users[id] | Foreign key to users
                index idx_agents_tenant_class (tenant_id, agent_class)
                index idx_agents_enabled (enabled)
                index idx_agents_tenant (tenant_id)
                trigger update_agent_definitions_updated_at BEFORE [UPDATE] ROW update_updated_at_column
                """);
    }

    @Test
    void domainConfigurations() {
        assertFacts("domain_configurations", """
                domain_configurations: business domains with three playbooks
                id | uuid | no | gen_random_uuid() | primary domain_configurations_pkey | Primary key
                domain_id | character varying(100) | no |  | unique domain_configurations_domain_id_key | \
                Unique domain identifier
                tenant_id | uuid | no |  | domain_configurations_tenant_id_fkey -> tenants[id] | Foreign key to tenants
                domain_name | character varying(200) | no |  |  | Domain display name
                description | text | yes |  |  | Domain description
                ingestion_playbook | jsonb | no |  |  | Agent execution graph for data creation
                query_playbook | jsonb | no |  |  | Agent execution graph for data reading
                management_playbook | jsonb | no |  |  | Agent execution graph for data updates
                created_at | timestamp without time zone | yes | now() |  | Creation timestamp
                updated_at | timestamp without time zone | yes | now() |  | Last update timestamp
                created_by | uuid | no |  | domain_configurations_created_by_fkey -> users[id] | Foreign key to users
                index idx_domains_tenant (tenant_id)
                trigger update_domain_configurations_updated_at BEFORE [UPDATE] ROW update_updated_at_column
                """);
    }

    @Test
    void incidents() {
        assertFacts("incidents", """
                incidents: legacy table for backward compatibility; new reports are stored in DynamoDB
                id | uuid | no | gen_random_uuid() | primary incidents_pkey | Primary key
                tenant_id | uuid | no |  | incidents_tenant_id_fkey -> tenants[id] | Foreign key to tenants
                domain_id | character varying(100) | no |  |  | Domain identifier
                raw_text | text | no |  |  | Original report text
                structured_data | jsonb | no |  |  | Extracted structured data
                location | geography(Point,4326) | yes |  |  | Geographic coordinates
                created_at | timestamp without time zone | yes | now() |  | Creation timestamp
                updated_at | timestamp without time zone | yes | now() |  | Last update timestamp
                created_by | uuid | no |  | incidents_created_by_fkey -> users[id] | Foreign key to users
                index idx_incidents_tenant_domain (tenant_id, domain_id)
                index idx_incidents_created_at (created_at DESC)
                index idx_incidents_structured_data (structured_data) using gin
                index idx_incidents_location (location) using gist
                trigger update_incidents_updated_at BEFORE [UPDATE] ROW update_updated_at_column
                """);
    }

    @Test
    void imageEvidence() {
        assertFacts("image_evidence", """
                image_evidence: S3 references for incident images
                id | uuid | no | gen_random_uuid() | primary image_evidence_pkey | Primary key
                incident_id | uuid | yes |  | image_evidence_incident_id_fkey -> incidents[id] on delete CASCADE | \
                Foreign key to incidents
                tenant_id | uuid | no |  | image_evidence_tenant_id_fkey -> tenants[id] | Foreign key to tenants
                s3_key | character varying(500) | no |  |  | S3 object key
                s3_bucket | character varying(200) | no |  |  | S3 bucket name
                content_type | character varying(100) | yes |  |  | MIME type
                file_size_bytes | integer | yes |  |  | File size
                uploaded_at | timestamp without time zone | yes | now() |  | Upload timestamp
                index idx_image_evidence_incident (incident_id)
                index idx_image_evidence_tenant (tenant_id)
                """);
    }

    @Test
    void documentTables() {
        assertThat(SCHEMA.dynamoTables().stream().map(Facts::of).toList()).isEqualTo(List.of("""
                Reports: high-volume report documents with flexible schema
                key incident_id
                PayPerRequest[maximum=null] AwsManaged[] PITR
                incident_id S
                tenant_id S
                domain_id S
                raw_text S
                images L
                source S
                status S
                ingestion_data M | flexible
                management_data M | flexible
                id S
                created_at S
                updated_at S
                created_by S
                index tenant-domain-index [tenant_id] [domain_id] All[]
                index domain-created-index [domain_id] [created_at] All[]
                """, """
                Sessions: chat session metadata
                key session_id
                PayPerRequest[maximum=null] AwsManaged[]
                session_id S
                user_id S
                last_activity S
                tenant_id S
                domain_id S
                title S
                message_count N
                id S
                created_at S
                updated_at S
                index user-activity-index [user_id] [last_activity] All[]
                """, """
                Messages: chat messages with references to source data
                key message_id
                PayPerRequest[maximum=null] AwsManaged[]
                message_id S
                session_id S
                timestamp S
                role S
                content S
                metadata M | with a references list
                index session-timestamp-index [session_id] [timestamp] All[]
                """, """
                QueryJobs: query execution results and logs
                key query_id
                PayPerRequest[maximum=null] AwsManaged[]
                query_id S
                session_id S
                created_at S
                job_id S
                tenant_id S
                domain_id S
                question S
                status S
                summary S
                map_data M
                references_used L
                execution_log L
                id S
                completed_at S
                index session-created-index [session_id] [created_at] All[]
                """));
    }

    private static void assertFacts(String table, String facts) {
        assertThat(SCHEMA.table(QualifiedName.of(table)).map(Facts::of)).hasValue(facts);
    }
}

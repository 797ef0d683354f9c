package dev.plinth.examples.domainflow.schema;

import static dev.plinth.dsl.Expressions.emptyJsonArray;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.Types.jsonb;
import static dev.plinth.dsl.Types.varchar;
import static dev.plinth.examples.domainflow.schema.Mixins.CREATED_BY;
import static dev.plinth.examples.domainflow.schema.Mixins.ID;
import static dev.plinth.examples.domainflow.schema.Mixins.TENANT;
import static dev.plinth.examples.domainflow.schema.Mixins.TIMESTAMPS;

import dev.plinth.model.sql.Table;

/** Who uses the platform. */
final class CoreTables {

    static final Table TENANTS = table("tenants", t -> {
        t.describe("multi-tenancy support for isolating customer data");
        t.include(ID);
        t.column("tenant_name", varchar(200)).notNull().describe("Tenant display name");
        t.include(TIMESTAMPS);
    });

    static final Table USERS = table("users", t -> {
        t.describe("user accounts linked to AWS Cognito");
        t.include(ID);
        t.column("username", varchar(100)).notNull().unique().describe("Unique username");
        t.column("email", varchar(255)).notNull().unique().describe("Unique email address");
        t.column("cognito_sub", varchar(255)).notNull().unique().describe("Cognito user ID");
        t.include(TENANT);
        t.include(TIMESTAMPS);
    });

    static final Table TEAMS = table("teams", t -> {
        t.describe("user groups for collaboration and task assignment");
        t.include(ID);
        t.column("team_name", varchar(200)).notNull().describe("Team display name");
        t.include(TENANT);
        t.column("members", jsonb()).defaultTo(emptyJsonArray()).describe("Array of user IDs");
        t.include(TIMESTAMPS);
        t.include(CREATED_BY);
    });

    private CoreTables() {}
}

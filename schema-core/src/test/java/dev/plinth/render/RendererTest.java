package dev.plinth.render;

import static dev.plinth.dsl.Expressions.now;
import static dev.plinth.dsl.SchemaDsl.dynamoTable;
import static dev.plinth.dsl.SchemaDsl.schema;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.Types.timestamp;
import static dev.plinth.dsl.Types.uuid;
import static dev.plinth.dsl.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.model.Schema;
import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.model.sql.Table;
import org.junit.jupiter.api.Test;

/** The contract of renderers, as an application uses it: a renderer of its own, and renderers combined. */
class RendererTest {

    private static final Table TENANTS = table("tenants", t -> {
        t.describe("Who pays");
        t.column("id", uuid()).primaryKey();
        t.column("name", varchar(200)).notNull().describe("As on the invoice | in full");
    });

    private static final Table USERS = table("users", t -> {
        t.column("id", uuid()).primaryKey();
        t.column("tenant_id", uuid()).references(TENANTS);
        t.column("created_at", timestamp()).defaultTo(now());
    });

    private static final DynamoTable REPORTS = dynamoTable("Reports", t -> {
        t.describe("Reports of incidents");
        t.partitionKey(t.string("incident_id"));
    });

    private static final Schema SHOP = schema("shop", TENANTS, USERS, REPORTS);

    @Test
    void aRendererOfTheApplicationMakesItsOwnDocument() {
        Renderer<String> markdown = new MarkdownRenderer();
        assertThat(markdown.render(SHOP)).isEqualTo("""
                # shop

                ## tenants

                Who pays

                | column | type | null | description |
                |---|---|---|---|
                | id | uuid | no |  |
                | name | character varying(200) | no | As on the invoice \\| in full |

                ## users

                | column | type | null | description |
                |---|---|---|---|
                | id | uuid | no |  |
                | tenant_id | uuid | yes |  |
                | created_at | timestamp without time zone | yes |  |

                ## Reports (DynamoDB)

                Reports of incidents

                Key: incident_id
                """);
    }

    @Test
    void equalSchemasAreRenderedEqually() {
        Renderer<String> markdown = new MarkdownRenderer();
        Schema same = schema("shop", TENANTS, USERS, REPORTS);
        assertThat(markdown.render(same)).isEqualTo(markdown.render(SHOP));
    }

    @Test
    void aRendererMayMakeAnyType() {
        Renderer<Integer> columns = schema -> schema.tables().stream().mapToInt(table -> table.columns().size()).sum();
        assertThat(columns.render(SHOP)).isEqualTo(5);
    }
}

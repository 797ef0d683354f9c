package dev.plinth.dynamo;

import static dev.plinth.dsl.SchemaDsl.dynamoTable;
import static dev.plinth.dsl.SchemaDsl.schema;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.model.Schema;
import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.rule.InvalidSchemaException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class DynamoWorkbenchTest {

    /** Everything that a data model can say. */
    private static final DynamoTable COUNTERS = dynamoTable("counters", t -> {
        var bucket = t.number("bucket");
        var digest = t.binary("digest");
        var note = t.string("note");
        t.partitionKey(bucket).sortKey(digest);
        t.provisioned(5, 2).scaleReads(5, 100, 70).scaleWrites(2, 50, 60);
        t.globalIndex("by-total").partitionKey(t.number("total")).throughput(5, 2);
        t.globalIndex("by-digest").partitionKey(digest).sortKey(bucket).throughput(5, 2).projectKeysOnly();
        t.globalIndex("by-note").partitionKey(note).throughput(5, 2).projectInclude(t.bool("done"), t.map("more"));
        t.list("l");
        t.stringSet("ss");
        t.numberSet("ns");
        t.binarySet("bs");
    });

    private static final DynamoTable PLAIN = dynamoTable("plain", t -> t.partitionKey(t.string("id")));

    private static String resource(String name) throws IOException {
        try (InputStream text = DynamoWorkbenchTest.class.getResourceAsStream(name)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void a_schema_as_a_data_model() {
        DynamoTable sessions = dynamoTable("Sessions", t -> {
            t.partitionKey(t.string("session_id"));
            t.globalIndex("user-index").partitionKey(t.string("user_id")).sortKey(t.number("at"));
            t.map("more");
        });

        WorkbenchModel model = DynamoWorkbench.of()
                .author("chat")
                .date(LocalDateTime.of(2026, 5, 11, 21, 18))
                .render(Tables.of(sessions).describe("Chats"));

        assertThat(model.leftOut()).isEmpty();
        assertThat(model.json()).isEqualTo("""
                {
                  "ModelName": "test",
                  "ModelMetadata": {
                    "Author": "chat",
                    "DateCreated": "May 11, 2026, 09:18 PM",
                    "DateLastModified": "May 11, 2026, 09:18 PM",
                    "Description": "Chats",
                    "AWSService": "Amazon DynamoDB",
                    "Version": "3.0"
                  },
                  "DataModel": [
                    {
                      "TableName": "Sessions",
                      "KeyAttributes": {
                        "PartitionKey": {
                          "AttributeName": "session_id",
                          "AttributeType": "S"
                        }
                      },
                      "NonKeyAttributes": [
                        {
                          "AttributeName": "user_id",
                          "AttributeType": "S"
                        },
                        {
                          "AttributeName": "at",
                          "AttributeType": "N"
                        },
                        {
                          "AttributeName": "more",
                          "AttributeType": "M"
                        }
                      ],
                      "GlobalSecondaryIndexes": [
                        {
                          "IndexName": "user-index",
                          "KeyAttributes": {
                            "PartitionKey": {
                              "AttributeName": "user_id",
                              "AttributeType": "S"
                            },
                            "SortKey": {
                              "AttributeName": "at",
                              "AttributeType": "N"
                            }
                          },
                          "Projection": {
                            "ProjectionType": "ALL"
                          }
                        }
                      ],
                      "TableData": [],
                      "DataAccess": {
                        "MySql": {}
                      },
                      "BillingMode": "PAY_PER_REQUEST"
                    }
                  ]
                }
                """);
    }

    @Test
    void what_a_data_model_can_say_comes_back_as_it_was() {
        Schema schema = schema("round-trip", COUNTERS, PLAIN).describe("There and back");
        WorkbenchModel model = DynamoWorkbench.of().render(schema);

        WorkbenchSchema back = DynamoWorkbench.read(model.json());

        assertThat(back.schema()).isEqualTo(schema);
        assertThat(DynamoWorkbench.of().render(back.schema())).isEqualTo(model);
        assertThat(model.leftOut()).containsExactly(
                "table counters: capacity of global index by-total",
                "table counters: capacity of global index by-digest",
                "table counters: capacity of global index by-note");
        assertThat(back.leftOut()).containsExactly(
                "table counters: no capacity is said for its indexes (by-total, by-digest, by-note); they have that of the"
                        + " table");
    }

    @Test
    void what_a_data_model_cannot_say_is_listed() {
        assertThat(DynamoWorkbench.of().render(schema("rich", RichTables.ALL)).leftOut()).containsExactly(
                "table orders.v1: local index by-time",
                "table orders.v1: global index by-state, whose key has several attributes",
                "table orders.v1: maximum throughput",
                "table orders.v1: warm throughput",
                "table orders.v1: encryption",
                "table orders.v1: stream",
                "table orders.v1: table class",
                "table orders.v1: deletion protection",
                "table orders.v1: time to live",
                "table orders.v1: point-in-time recovery",
                "table orders.v1: tags",
                "table orders.v1: resource policy",
                "table orders.v1: Contributor Insights",
                "table orders.v1: Kinesis destinations",
                "table orders.v1: descriptions",
                "table photos: vector index by-picture",
                "table counters: capacity of global index by-total",
                "table counters: encryption",
                "table profiles: capacity of global index by-mail",
                "table profiles: Contributor Insights of global index by-mail",
                "table profiles: maximum throughput",
                "table profiles: encryption",
                "table profiles: table class",
                "table profiles: deletion protection",
                "table profiles: time to live",
                "table profiles: point-in-time recovery",
                "table profiles: tags",
                "table profiles: resource policy",
                "table profiles: Contributor Insights",
                "table profiles: Kinesis destinations",
                "table profiles: replicas",
                "table ledger: replicas",
                "table limits: capacity of global index by-user",
                "table limits: encryption",
                "table limits: replicas");
    }

    /** The file is in the format that NoSQL Workbench exports, as are the design examples that AWS publishes. */
    @Test
    void a_model_that_was_designed_in_workbench() throws IOException {
        WorkbenchSchema clinic = DynamoWorkbench.read(resource("/workbench-model.json"));

        DynamoTable appointments = dynamoTable("appointments", t -> {
            var doctor = t.string("PK");
            var at = t.number("SK");
            var room = t.string("room");
            t.partitionKey(doctor).sortKey(at);
            t.provisioned(5, 3).scaleReads(5, 10, 70);
            t.globalIndex("by-room").partitionKey(room).sortKey(at).throughput(5, 3).projectInclude(t.map("patient"));
            t.globalIndex("by-day").partitionKey(t.string("day")).throughput(5, 3).projectKeysOnly();
        });
        assertThat(clinic.schema())
                .isEqualTo(schema("Clinic", appointments, dynamoTable("doctors", t -> t.partitionKey(t.string("id"))))
                        .describe("Appointments of a clinic"));
        assertThat(clinic.leftOut()).containsExactly(
                "table appointments.NonKeyAttributes[2]: attribute nothing of type NULL",
                "table appointments: no capacity is said for its indexes (by-room, by-day); they have that of the table",
                "table appointments: 2 items of TableData",
                "table appointments: 1 TableFacets",
                "table appointments: SampleDataFormat");
    }

    @Test
    void what_is_no_data_model_is_refused_with_its_path() {
        assertThatThrownBy(() -> DynamoWorkbench.read("[]")).hasMessage("not a JSON object");
        assertThatThrownBy(() -> DynamoWorkbench.read("{} {}"))
                .hasMessage("there is more after the end of the JSON object");
        assertThatThrownBy(() -> DynamoWorkbench.read("{}")).hasMessage("data model: \"ModelName\" is missing");
        assertThatThrownBy(() -> DynamoWorkbench.read("""
                {"ModelName": "m", "DataModel": [{"TableName": "tab", "KeyAttributes": {}}]}"""))
                .hasMessage("table tab.KeyAttributes: \"PartitionKey\" is missing");
        assertThatThrownBy(() -> DynamoWorkbench.read("""
                {"ModelName": "m", "DataModel": [{"TableName": "tab",
                "KeyAttributes": {"PartitionKey": {"AttributeName": "a", "AttributeType": "S"}},
                "NonKeyAttributes": [{"AttributeName": "a", "AttributeType": "N"}]}]}"""))
                .hasMessage("table tab.NonKeyAttributes[0]: attribute a is N here and S elsewhere");
        assertThatThrownBy(() -> DynamoWorkbench.read("""
                {"ModelName": "m", "DataModel": [{"TableName": "tab", "BillingMode": "FREE",
                "KeyAttributes": {"PartitionKey": {"AttributeName": "a", "AttributeType": "S"}}}]}"""))
                .hasMessage("table tab: \"BillingMode\" is \"FREE\" but must be PAY_PER_REQUEST or PROVISIONED");
    }

    @Test
    void the_rules_of_a_schema_hold_for_what_is_read() {
        assertThatThrownBy(() -> DynamoWorkbench.read("""
                {"ModelName": "m", "DataModel": [{"TableName": "no good",
                "KeyAttributes": {"PartitionKey": {"AttributeName": "a", "AttributeType": "M"}}}]}"""))
                .isInstanceOf(InvalidSchemaException.class)
                .hasMessageContainingAll("no good", "KeyAttributeType");
    }
}

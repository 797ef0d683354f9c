package dev.plinth.dynamo;

import static dev.plinth.dsl.SchemaDsl.dynamoTable;
import static dev.plinth.dsl.SchemaDsl.schema;
import static dev.plinth.model.dynamo.Encryption.AWS_MANAGED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.plinth.model.Schema;
import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.snapshot.Snapshot;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DynamoTemplatesTest {

    private static final Schema EVERYTHING = schema("everything", RichTables.ALL);

    private static JsonNode json(String text) throws JsonProcessingException {
        return new ObjectMapper().readTree(text);
    }

    private static JsonNode yaml(String text) throws JsonProcessingException {
        return new YAMLMapper().readTree(text);
    }

    @Test
    void a_table_in_a_stack_that_names_it() {
        DynamoTable sessions = dynamoTable("Sessions", t -> {
            t.partitionKey(t.string("session_id"));
            t.globalIndex("user-activity-index").partitionKey(t.string("user_id")).sortKey(t.string("last_activity"));
            t.encryption(AWS_MANAGED).pointInTimeRecovery();
        });

        assertThat(DynamoTemplates.of().namePrefix("${AWS::StackName}-").render(Tables.of(sessions)).yaml())
                .isEqualTo("""
                        AWSTemplateFormatVersion: "2010-09-09"
                        Resources:
                          SessionsTable:
                            Type: AWS::DynamoDB::Table
                            DeletionPolicy: Retain
                            UpdateReplacePolicy: Retain
                            Properties:
                              TableName:
                                Fn::Sub: "${AWS::StackName}-Sessions"
                              AttributeDefinitions:
                                - AttributeName: last_activity
                                  AttributeType: S
                                - AttributeName: session_id
                                  AttributeType: S
                                - AttributeName: user_id
                                  AttributeType: S
                              KeySchema:
                                - AttributeName: session_id
                                  KeyType: HASH
                              GlobalSecondaryIndexes:
                                - IndexName: user-activity-index
                                  KeySchema:
                                    - AttributeName: user_id
                                      KeyType: HASH
                                    - AttributeName: last_activity
                                      KeyType: RANGE
                                  Projection:
                                    ProjectionType: ALL
                              BillingMode: PAY_PER_REQUEST
                              SSESpecification:
                                SSEEnabled: true
                                SSEType: KMS
                              PointInTimeRecoverySpecification:
                                PointInTimeRecoveryEnabled: true
                        """);
    }

    @Test
    void the_same_as_json_and_its_resources_alone() {
        DynamoTable plain = dynamoTable("plain", t -> t.partitionKey(t.string("id")));
        DynamoTemplate template = DynamoTemplates.of()
                .namePrefix("${AWS::StackName}-${Stage}-")
                .retention(Retention.RETAIN_EXCEPT_ON_CREATE)
                .render(Tables.of(plain).describe("Plain things"));

        assertThat(template.json()).isEqualTo("""
                {
                  "AWSTemplateFormatVersion": "2010-09-09",
                  "Description": "Plain things",
                  "Parameters": {
                    "Stage": {
                      "Type": "String"
                    }
                  },
                  "Resources": {
                    "PlainTable": {
                      "Type": "AWS::DynamoDB::Table",
                      "DeletionPolicy": "RetainExceptOnCreate",
                      "UpdateReplacePolicy": "Retain",
                      "Properties": {
                        "TableName": {
                          "Fn::Sub": "${AWS::StackName}-${Stage}-plain"
                        },
                        "AttributeDefinitions": [
                          {
                            "AttributeName": "id",
                            "AttributeType": "S"
                          }
                        ],
                        "KeySchema": [
                          {
                            "AttributeName": "id",
                            "KeyType": "HASH"
                          }
                        ],
                        "BillingMode": "PAY_PER_REQUEST"
                      }
                    }
                  }
                }
                """);
        assertThat(template.resourcesYaml()).isEqualTo("""
                PlainTable:
                  Type: AWS::DynamoDB::Table
                  DeletionPolicy: RetainExceptOnCreate
                  UpdateReplacePolicy: Retain
                  Properties:
                    TableName:
                      Fn::Sub: "${AWS::StackName}-${Stage}-plain"
                    AttributeDefinitions:
                      - AttributeName: id
                        AttributeType: S
                    KeySchema:
                      - AttributeName: id
                        KeyType: HASH
                    BillingMode: PAY_PER_REQUEST
                """);
    }

    /** The inputs are in {@link RichTables}. */
    @Test
    void every_part_of_a_table_is_in_its_template() {
        Snapshot snapshot = Snapshot.in(Path.of("src/test/snapshots/templates"));
        for (DynamoTable table : RichTables.ALL) {
            snapshot = snapshot.file(
                    table.name() + ".yaml", DynamoTemplates.of().render(Tables.of(table)).resourcesYaml());
        }
        snapshot.verify();
    }

    @Test
    void templates_are_what_cloudformation_describes() throws JsonProcessingException {
        JsonNode template = json(DynamoTemplates.of().namePrefix("${AWS::StackName}-").render(EVERYTHING).json());

        assertThat(ResourceSpecification.problems(template)).isEmpty();
        assertThat(template.path("Resources")).hasSize(12);
    }

    @Test
    void what_cloudformation_does_not_describe_is_found() throws JsonProcessingException {
        assertThat(ResourceSpecification.problems(json("""
                {"Resources": {"A": {"Type": "AWS::DynamoDB::Table", "Properties": {"TableName": 1, "KeySchema": [],
                "Sse": {}, "SSESpecification": {"Enabled": true}, "ContributorInsightsSpecification": {"Enabled": true,
                "Mode": "SOME"}}}, "B": {"Type": "AWS::DynamoDB::Tables"}}}""")))
                .containsExactly(
                        "A.TableName: must be a text, is 1",
                        "A.KeySchema: must be a list, is []",
                        "A.Sse: unknown",
                        "A.SSESpecification: without SSEEnabled",
                        "A.SSESpecification.Enabled: unknown",
                        "A.ContributorInsightsSpecification.Mode: must be"
                                + " [\"ACCESSED_AND_THROTTLED_KEYS\",\"THROTTLED_KEYS\"], is \"SOME\"",
                        "B: unknown type \"AWS::DynamoDB::Tables\"");
    }

    @Test
    void yaml_and_json_say_the_same() throws JsonProcessingException {
        DynamoTable odd = dynamoTable("odd", t -> {
            t.partitionKey(t.string("no"));
            List.of("yes", "0x1F", "1e3", "2010-09-09", "12:30", "a: b", "a #b", "- a", "~", "null", "'", "\"", "\\",
                    "<<",
                    "=", "*x", "&x", "!x", "%x", "@x", "a\nb", "\u00e4\u2028\ud83d\ude00", " a ", "a:", "{a}", "[a]",
                    "y", "")
                    .forEach(text -> t.tag("k" + Integer.toHexString(text.hashCode()), text));
        });

        for (Schema schema : List.of(EVERYTHING, Tables.of(odd), schema("empty"))) {
            DynamoTemplate template =
                    DynamoTemplates.of().namePrefix("${AWS::StackName}-").oneAfterAnother().render(schema);
            assertThat(yaml(template.yaml())).isEqualTo(json(template.json()));
            assertThat(yaml(template.resourcesYaml())).isEqualTo(json(template.resourcesJson()));
            assertThat(json(template.json()).path("Resources")).isEqualTo(json(template.resourcesJson()));
        }
    }

    @Test
    void tables_with_indexes_can_be_made_one_after_another() throws JsonProcessingException {
        DynamoTemplates templates = DynamoTemplates.of().retention(Retention.DELETE);
        Schema three = Tables.of(Tables.REPORTS, RichTables.LEDGER, Tables.COUNTERS);

        JsonNode resources = json(templates.oneAfterAnother().render(three).resourcesJson());

        assertThat(resources.findValuesAsText("DependsOn")).containsExactly("ReportsTable");
        assertThat(resources.path("CountersTable").path("DependsOn").asText()).isEqualTo("ReportsTable");
        assertThat(resources.findValuesAsText("DeletionPolicy")).containsExactly("Delete", "Delete", "Delete");
        assertThat(templates.render(three).json()).doesNotContain("DependsOn");
    }

    @Test
    void names_are_those_of_the_store() throws JsonProcessingException {
        JsonNode resources = json(DynamoTemplates.of()
                .names(TableNames.asDeclared().prefix("p-").suffix("-s").map("Reports", "legacy"))
                .namePrefix("${AWS::StackName}-")
                .logicalId("Counters", "Numbers")
                .render(Tables.of(Tables.REPORTS, Tables.COUNTERS))
                .resourcesJson());

        assertThat(resources.path("ReportsTable").path("Properties").path("TableName").asText()).isEqualTo("legacy");
        assertThat(resources.path("Numbers").path("Properties").path("TableName").path("Fn::Sub").asText())
                .isEqualTo("${AWS::StackName}-p-Counters-s");
    }

    @Test
    void what_cannot_be_said_is_refused_all_at_once() {
        DynamoTable two = dynamoTable("user-sessions", t -> {
            t.partitionKey(t.string("id"));
            t.kinesisDestination(RichTables.STREAM).kinesisDestination(RichTables.STREAM + "2");
        });
        DynamoTable same = dynamoTable("user_sessions", t -> t.partitionKey(t.string("id")));

        assertThatThrownBy(() -> DynamoTemplates.of().namePrefix("${AWS::StackName}" + "p".repeat(250))
                .render(Tables.of(two, same))).hasMessage("""
                        DynamoDB table user-sessions: it has 2 Kinesis destinations, and a table of CloudFormation has one;\
                         declare one, or let DynamoStore create the table
                        DynamoDB table user-sessions: its name has at least 263 characters; DynamoDB takes up to 255, so\
                         change the prefix or the suffix
                        DynamoDB table user_sessions: its name has at least 263 characters; DynamoDB takes up to 255, so\
                         change the prefix or the suffix
                        DynamoDB tables user-sessions and user_sessions: both give a resource the logical ID\
                         UserSessionsTable; say logicalId("user_sessions", ...)""");
    }

    @Test
    void indexes_whose_scaling_would_have_one_id_are_refused() {
        DynamoTable table = dynamoTable("t.t", t -> {
            var user = t.string("user");
            t.partitionKey(t.string("id")).provisioned(1, 1);
            t.globalIndex("by-user").partitionKey(user).throughput(1, 1).scaleReads(1, 2, 50);
            t.globalIndex("by_user").partitionKey(user).sortKey(t.string("at")).throughput(1, 1).scaleReads(1, 2, 50);
        });

        assertThatThrownBy(() -> DynamoTemplates.of().render(Tables.of(table)))
                .hasMessage("the indexes of TTTable give two resources the logical ID TTTableByUserReadScalingTarget;"
                        + " name the indexes so that they differ in letters and digits");
    }

    @Test
    void words_that_no_template_takes_are_refused() {
        assertThatThrownBy(() -> DynamoTemplates.of().namePrefix("${Queue.Arn}-"))
                .hasMessage(
                        "name prefix \"${Queue.Arn}-\": it may hold letters, digits, '_', '.', '-' and references such as"
                                + " ${AWS::StackName} or ${Stage}; take the rest out");
        assertThatThrownBy(() -> DynamoTemplates.of().logicalId("Reports", "the-reports"))
                .hasMessage("logical ID \"the-reports\": it may hold letters and digits only, 1 to 255 of them");
        assertThatThrownBy(() -> DynamoTemplates.of().logicalId("Report", "R").render(Tables.of(Tables.REPORTS)))
                .hasMessage(
                        "logicalId(\"Report\", ...): schema \"test\" has no DynamoDB table of that name; its tables are"
                                + " Reports");
        assertThatThrownBy(() -> DynamoTemplates.of().namePrefix("${ReportsTable}").render(Tables.of(Tables.REPORTS)))
                .hasMessage(
                        "the parameters [ReportsTable] of the name prefix are logical IDs of tables too; give the tables"
                                + " others with logicalId(...)");
        assertThatThrownBy(() -> DynamoTemplates.of().render(Tables.of(Tables.REPORTS).describe("d".repeat(1025))))
                .hasMessage(
                        "schema \"test\": its description has 1025 bytes, and that of a template 1024 at most; shorten it");
    }

    @Test
    void more_resources_than_a_template_takes_are_refused() {
        List<DynamoTable> many = IntStream.rangeClosed(1, 501)
                .mapToObj(number -> dynamoTable("t" + number + "x", t -> t.partitionKey(t.string("id"))))
                .toList();

        assertThatThrownBy(() -> DynamoTemplates.of().render(schema("many", many)))
                .hasMessage(
                        "schema \"many\": it makes 501 resources, and a template takes 500; make two schemas of it");
        assertThat(DynamoTemplates.of().render(schema("many", many.subList(0, 500))).json()).contains("T500xTable");
    }
}

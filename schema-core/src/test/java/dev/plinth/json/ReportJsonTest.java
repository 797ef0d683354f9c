package dev.plinth.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.Plan;
import dev.plinth.Report;
import dev.plinth.Samples;
import dev.plinth.Step;
import dev.plinth.StoreReport;
import dev.plinth.diff.Drift;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportJsonTest {

    @Test
    void writesAPlanWithStatementsAndHazards() {
        StoreReport postgres = Samples.store("postgres", List.of(Samples.createUsers(), Samples.createIndex()),
                List.of());
        Plan plan = new Plan(Samples.schema(), List.of(postgres),
                List.of("no store was given for the 2 DynamoDB tables"), Duration.ofMillis(35));
        assertThat(PlanJson.toJson(plan)).isEqualTo("""
                {
                  "verb": "PLAN",
                  "schema": "shop",
                  "fingerprint": "c96e1fcff22b576aaf014a12562b29ec7fa544daaa1fb07b82cbc4a09b8b3f32",
                  "exitCode": 2,
                  "findings": [ "MISSING" ],
                  "stores": [
                    {
                      "store": "postgres",
                      "target": "at postgres",
                      "steps": [
                        {
                          "kind": "createTable",
                          "subject": { "kind": "TABLE", "name": "users" },
                          "status": "PLANNED",
                          "reason": "the table does not exist",
                          "statements": [ "CREATE TABLE users (\\n    id uuid\\n)" ]
                        },
                        {
                          "kind": "createIndex",
                          "subject": { "kind": "INDEX", "name": "orders_recent on sales.orders" },
                          "status": "PLANNED",
                          "reason": "the index does not exist",
                          "hazards": [
                            { "kind": "BLOCKS_WRITES", "message": "writers to sales.orders wait while it is built" }
                          ],
                          "statements": [ "CREATE INDEX orders_recent ON sales.orders (user_id DESC)" ]
                        }
                      ],
                      "durationMillis": 12
                    }
                  ],
                  "notes": [ "no store was given for the 2 DynamoDB tables" ],
                  "warnings": [
                    {
                      "subject": "sales.orders.user_id",
                      "message": "gist index on uuid needs the extension btree_gist",
                      "remedy": "Use a b-tree, which is the default, or install the extension.",
                      "rule": "IndexMethodFit"
                    }
                  ],
                  "durationMillis": 35
                }
                """);
    }

    @Test
    void writesWhenToRunAgainAndWhatWasSkipped() {
        List<Step> steps = List.of(
                Samples.createReports().with(Step.Status.PENDING, "CREATING").retryAfter(Duration.ofMillis(8_200)),
                Samples.createReports().with(Step.Status.SKIPPED, "the endpoint has no such thing"));
        Report report = new Report(Samples.schema(), Report.Verb.APPLY,
                List.of(Samples.store("dynamodb", steps, List.of())), List.of(), Duration.ofMillis(31));
        assertThat(ReportJson.toJson(report)).isEqualTo("""
                {
                  "verb": "APPLY",
                  "schema": "shop",
                  "fingerprint": "c96e1fcff22b576aaf014a12562b29ec7fa544daaa1fb07b82cbc4a09b8b3f32",
                  "exitCode": 3,
                  "findings": [ "PENDING" ],
                  "retryAfterSeconds": 9,
                  "stores": [
                    {
                      "store": "dynamodb",
                      "target": "at dynamodb",
                      "steps": [
                        {
                          "kind": "createDynamoTable",
                          "subject": { "kind": "DYNAMODB_TABLE", "name": "Reports" },
                          "status": "PENDING",
                          "detail": "CREATING",
                          "retryAfterSeconds": 9,
                          "reason": "the table does not exist",
                          "statements": [ "{ \\"TableName\\": \\"Reports\\" }" ]
                        },
                        {
                          "kind": "createDynamoTable",
                          "subject": { "kind": "DYNAMODB_TABLE", "name": "Reports" },
                          "status": "SKIPPED",
                          "detail": "the endpoint has no such thing",
                          "reason": "the table does not exist",
                          "statements": [ "{ \\"TableName\\": \\"Reports\\" }" ]
                        }
                      ],
                      "durationMillis": 12
                    }
                  ],
                  "warnings": [
                    {
                      "subject": "sales.orders.user_id",
                      "message": "gist index on uuid needs the extension btree_gist",
                      "remedy": "Use a b-tree, which is the default, or install the extension.",
                      "rule": "IndexMethodFit"
                    }
                  ],
                  "durationMillis": 31
                }
                """);
    }

    @Test
    void writesAReportWithDriftAndFailures() {
        StoreReport postgres = new StoreReport("postgres", "shop, PostgreSQL 18.1",
                List.of(Samples.createUsers().with(Step.Status.DONE, ""), Samples.deferredColumn()),
                List.of(Samples.drift(Drift.Kind.DIFFERENT)), List.of("table audit_log"), List.of(),
                Duration.ofMillis(30));
        StoreReport dynamo = StoreReport.failed("dynamodb", "no credentials were found", Duration.ofMillis(1));
        Report report = new Report(Samples.schema(), Report.Verb.VERIFY, List.of(postgres, dynamo), List.of(),
                Duration.ofMillis(31));
        assertThat(ReportJson.toJson(report)).isEqualTo("""
                {
                  "verb": "VERIFY",
                  "schema": "shop",
                  "fingerprint": "c96e1fcff22b576aaf014a12562b29ec7fa544daaa1fb07b82cbc4a09b8b3f32",
                  "exitCode": 1,
                  "findings": [ "FAILED", "DRIFT", "DEFERRED" ],
                  "stores": [
                    {
                      "store": "postgres",
                      "target": "shop, PostgreSQL 18.1",
                      "steps": [
                        {
                          "kind": "createTable",
                          "subject": { "kind": "TABLE", "name": "users" },
                          "status": "DONE",
                          "reason": "the table does not exist",
                          "statements": [ "CREATE TABLE users (\\n    id uuid\\n)" ]
                        },
                        {
                          "kind": "addColumn",
                          "subject": { "kind": "COLUMN", "name": "users.home" },
                          "status": "DEFERRED",
                          "detail": "needs the extension postgis, which this server does not offer",
                          "reason": "the column does not exist"
                        }
                      ],
                      "drift": [
                        {
                          "kind": "DIFFERENT",
                          "subject": { "kind": "COLUMN", "name": "users.email" },
                          "aspect": "type",
                          "declared": "character varying(200)",
                          "live": "text",
                          "advice": "change it with a migration, or the schema"
                        }
                      ],
                      "unmanaged": [ "table audit_log" ],
                      "durationMillis": 30
                    },
                    { "store": "dynamodb", "failures": [ "no credentials were found" ], "durationMillis": 1 }
                  ],
                  "warnings": [
                    {
                      "subject": "sales.orders.user_id",
                      "message": "gist index on uuid needs the extension btree_gist",
                      "remedy": "Use a b-tree, which is the default, or install the extension.",
                      "rule": "IndexMethodFit"
                    }
                  ],
                  "durationMillis": 31
                }
                """);
    }
}

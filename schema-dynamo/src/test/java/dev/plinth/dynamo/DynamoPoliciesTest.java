package dev.plinth.dynamo;

import static dev.plinth.dsl.SchemaDsl.NEW_AND_OLD_IMAGES;
import static dev.plinth.dsl.SchemaDsl.customerManaged;
import static dev.plinth.dsl.SchemaDsl.dynamoTable;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.Run;
import dev.plinth.Step;
import dev.plinth.model.Schema;
import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.test.dynamo.FakeDynamoDb;
import dev.plinth.test.dynamo.VirtualClock;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DynamoPoliciesTest {

    private static final DynamoTable SESSIONS = dynamoTable("Sessions", t -> t.partitionKey(t.string("id")));

    private static final DynamoTable ORDERS = dynamoTable("Orders", t -> {
        t.partitionKey(t.string("id"));
        t.globalIndex("by-user").partitionKey(t.string("user")).contributorInsights();
        t.timeToLive(t.number("expires_at")).pointInTimeRecovery().tag("team", "orders");
        t.resourcePolicy("{\"Statement\":[]}").contributorInsights().stream(NEW_AND_OLD_IMAGES);
        t.kinesisDestination("arn:aws:kinesis:eu-central-1:123456789012:stream/orders");
    });

    private static DynamoPolicies policies() {
        return DynamoPolicies.of().account("123456789012").region("eu-central-1");
    }

    /** The actions on DynamoDB that a policy allows, without their prefix. */
    private static Set<String> actions(String policy) {
        return Pattern.compile("\"dynamodb:(\\w+)\"").matcher(policy).results()
                .map((MatchResult action) -> action.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void looking_takes_what_is_declared_and_no_more() {
        assertThat(policies().names(TableNames.asDeclared().prefix("dev-")).verify(Tables.of(SESSIONS, ORDERS)))
                .isEqualTo("""
                        {
                          "Version": "2012-10-17",
                          "Statement": [
                            {
                              "Effect": "Allow",
                              "Action": [
                                "dynamodb:DescribeContinuousBackups",
                                "dynamodb:DescribeKinesisStreamingDestination",
                                "dynamodb:DescribeTimeToLive",
                                "dynamodb:GetResourcePolicy",
                                "dynamodb:ListTagsOfResource",
                                "dynamodb:Scan"
                              ],
                              "Resource": [
                                "arn:aws:dynamodb:eu-central-1:123456789012:table/dev-Orders"
                              ]
                            },
                            {
                              "Effect": "Allow",
                              "Action": [
                                "dynamodb:DescribeContributorInsights"
                              ],
                              "Resource": [
                                "arn:aws:dynamodb:eu-central-1:123456789012:table/dev-Orders",
                                "arn:aws:dynamodb:eu-central-1:123456789012:table/dev-Orders/index/by-user"
                              ]
                            },
                            {
                              "Effect": "Allow",
                              "Action": [
                                "dynamodb:DescribeTable"
                              ],
                              "Resource": [
                                "arn:aws:dynamodb:eu-central-1:123456789012:table/dev-Sessions",
                                "arn:aws:dynamodb:eu-central-1:123456789012:table/dev-Orders"
                              ]
                            },
                            {
                              "Effect": "Allow",
                              "Action": [
                                "dynamodb:ListTables"
                              ],
                              "Resource": [
                                "*"
                              ]
                            },
                            {
                              "Effect": "Allow",
                              "Action": [
                                "kinesis:DescribeStream",
                                "kinesis:DescribeStreamSummary"
                              ],
                              "Resource": [
                                "arn:aws:kinesis:eu-central-1:123456789012:stream/orders"
                              ]
                            }
                          ]
                        }
                        """);
    }

    @Test
    void creating_and_adding_take_their_own_actions() {
        assertThat(actions(policies().create(Tables.of(SESSIONS))))
                .containsExactly("CreateTable", "DescribeTable");
        assertThat(actions(policies().add(Tables.of(SESSIONS)))).containsExactly("DescribeTable");
    }

    @Test
    void arns_are_of_the_partition_of_the_region_or_of_the_one_that_is_said() {
        DynamoTable replicated = dynamoTable("Orders", t -> {
            t.partitionKey(t.string("id"));
            t.replica("cn-northwest-1");
        });

        assertThat(arns(DynamoPolicies.of().region("cn-north-1").create(Tables.of(replicated)))).containsExactly(
                "arn:aws-cn:dynamodb:cn-north-1:*:table/Orders",
                "arn:aws-cn:dynamodb:cn-northwest-1:*:table/Orders",
                "arn:aws-cn:iam::*:role/aws-service-role/replication.dynamodb.amazonaws.com/"
                        + "AWSServiceRoleForDynamoDBReplication");
        assertThat(arns(policies().region("us-gov-west-1").verify(Tables.of(SESSIONS))))
                .containsExactly("arn:aws-us-gov:dynamodb:us-gov-west-1:123456789012:table/Sessions");
        assertThat(arns(DynamoPolicies.of().verify(Tables.of(SESSIONS))))
                .containsExactly("arn:aws:dynamodb:*:*:table/Sessions");
        assertThat(arns(DynamoPolicies.of().partition("aws-cn").verify(Tables.of(SESSIONS))))
                .containsExactly("arn:aws-cn:dynamodb:*:*:table/Sessions");
        assertThat(arns(policies().verify(Tables.of(SESSIONS))))
                .containsExactly("arn:aws:dynamodb:eu-central-1:123456789012:table/Sessions");
    }

    private static Set<String> arns(String policy) {
        return Pattern.compile("\"(arn:[^\"]+)\"").matcher(policy).results()
                .map((MatchResult arn) -> arn.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void tables_with_a_prefix_are_listed_and_others_are_not() {
        Calls calls = new Calls();
        DynamoStore store = DynamoStore.of(DynamoDbLocal.client("listed", calls));

        store.verify(Tables.of(SESSIONS), Tables.soon());
        assertThat(new TreeSet<>(calls.take())).isEqualTo(actions(DynamoPolicies.of().verify(Tables.of(SESSIONS))));
        store.tablePrefix("dev-").verify(Tables.of(SESSIONS), Tables.soon());
        assertThat(new TreeSet<>(calls.take())).isEqualTo(
                actions(DynamoPolicies.of().names(TableNames.asDeclared().prefix("dev-")).verify(Tables.of(SESSIONS))));
    }

    @Test
    void a_key_of_the_customer_is_granted() {
        String key = "arn:aws:kms:eu-central-1:123456789012:key/5f0e";
        DynamoTable secret =
                dynamoTable("Secrets", t -> t.partitionKey(t.string("id")).encryption(customerManaged(key)));

        assertThat(policies().create(Tables.of(secret))).contains("kms:CreateGrant", "kms:DescribeKey", key);
    }

    @Test
    void scaling_takes_the_actions_of_its_own_service() {
        DynamoTable scaled = dynamoTable("Scaled", t -> {
            t.partitionKey(t.string("id"));
            t.provisioned(5, 5).scaleReads(5, 50, 70);
        });
        String looking = "\"application-autoscaling:DescribeScalableTargets\"";
        String adding = """
                    {
                      "Effect": "Allow",
                      "Action": [
                        "application-autoscaling:PutScalingPolicy",
                        "application-autoscaling:RegisterScalableTarget"
                      ],
                      "Resource": [
                        "arn:aws:application-autoscaling:eu-central-1:123456789012:scalable-target/*"
                      ]
                    }""".indent(4);

        assertThat(policies().verify(Tables.of(scaled)))
                .contains(looking, "\"application-autoscaling:DescribeScalingPolicies\"")
                .doesNotContain("RegisterScalableTarget", "PutScalingPolicy");
        assertThat(policies().create(Tables.of(scaled))).contains(looking, adding.stripTrailing(),
                "\"cloudwatch:PutMetricAlarm\"");
        assertThat(policies().add(Tables.of(scaled))).contains(looking, adding.stripTrailing()).doesNotContain("Delete",
                "Deregister");
        assertThat(policies().add(Tables.of(ORDERS))).doesNotContain("application-autoscaling", "cloudwatch");
    }

    @Test
    void every_call_of_an_apply_is_allowed_and_nothing_that_deletes() {
        Schema schema = Tables.of(ORDERS);
        VirtualClock clock = new VirtualClock();
        FakeDynamoDb service = new FakeDynamoDb(clock);
        Set<String> called = new TreeSet<>();
        service.beforeCall(called::add);
        DynamoStore store = DynamoStore.of(service).sleeper(clock).allow(GuardedAddition.values());

        store.apply(Tables.of(dynamoTable("Orders", t -> t.partitionKey(t.string("id")))),
                Run.within(Duration.ofDays(1)));
        called.clear();
        var added = store.indexWait(IndexWait.ACTIVE).apply(schema, Run.within(Duration.ofDays(1)));

        assertThat(added.steps()).extracting(Step::status).containsOnly(Step.Status.DONE);
        assertThat(actions(policies().add(schema))).containsAll(called);
        assertThat(called).contains("UpdateTable", "TagResource", "UpdateTimeToLive", "PutResourcePolicy");

        service.remove("Orders");
        called.clear();
        store.apply(schema, Run.within(Duration.ofDays(1)));

        assertThat(actions(policies().create(schema))).containsAll(called);
        assertThat(called).contains("CreateTable").doesNotContain("UpdateTable");
        assertThat(policies().create(schema) + policies().add(schema)).doesNotContain("Delete");
    }
}

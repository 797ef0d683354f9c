package dev.plinth.dynamo;

import dev.plinth.dynamo.internal.inspect.Declared;
import dev.plinth.dynamo.internal.render.PolicyDocument;
import dev.plinth.model.Schema;
import dev.plinth.model.dynamo.Billing;
import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.model.dynamo.Encryption;
import dev.plinth.model.dynamo.GlobalIndex;
import dev.plinth.model.dynamo.Replica;
import dev.plinth.model.dynamo.TableSettings;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;

/**
 * The IAM policies that a {@link DynamoStore} needs for a schema, and nothing beyond: one to look, one to create tables, one to
 * add to tables that exist. None of them lets anybody delete a table, an index or a setting. Immutable.
 *
 * {@snippet :
 * String policy = DynamoPolicies.of().account("123456789012").region("eu-central-1").verify(SCHEMA);
 * }
 *
 * @see <a href="https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazondynamodb.html">Actions of
 *      DynamoDB</a>
 */
public final class DynamoPolicies {

    private static final String ANY = "*";

    private final TableNames names;
    private final String region;
    private final String account;
    private final @Nullable String partition;

    private DynamoPolicies(TableNames names, String region, String account, @Nullable String partition) {
        this.names = names;
        this.region = region;
        this.account = account;
        this.partition = partition;
    }

    /** The tables under their declared names, in any region and account. */
    public static DynamoPolicies of() {
        return new DynamoPolicies(TableNames.asDeclared(), ANY, ANY, null);
    }

    /** Calls the tables otherwise than they are declared. */
    public DynamoPolicies names(TableNames tableNames) {
        return new DynamoPolicies(tableNames, region, account, partition);
    }

    /** {@code eu-central-1}, ...; any of the partition where nothing is said. */
    public DynamoPolicies region(String name) {
        return new DynamoPolicies(names, name, account, partition);
    }

    /** The twelve digits of an account; any where nothing is said. */
    public DynamoPolicies account(String id) {
        return new DynamoPolicies(names, region, id, partition);
    }

    /**
     * {@code aws-cn}, {@code aws-us-gov}, ...; where nothing is said that of the region, and {@code aws} where no region is said
     * either.
     */
    public DynamoPolicies partition(String id) {
        return new DynamoPolicies(names, region, account, id);
    }

    /**
     * What {@code plan()} and {@code verify()} call.
     *
     * @throws IllegalArgumentException when {@link TableNames#check} refuses the names
     */
    public String verify(Schema schema) {
        PolicyDocument policy = new PolicyDocument();
        look(policy, schema);
        return policy.json();
    }

    /**
     * What an {@code apply()} calls that creates missing tables, and then only looks.
     *
     * @throws IllegalArgumentException when {@link TableNames#check} refuses the names
     */
    public String create(Schema schema) {
        PolicyDocument policy = new PolicyDocument();
        look(policy, schema);
        for (DynamoTable table : schema.dynamoTables()) {
            String arn = arn(table);
            policy.allow(arn, "dynamodb:CreateTable");
            attach(policy, table, arn);
            encryption(policy, table);
            companions(policy, table, arn);
        }
        return policy.json();
    }

    /**
     * What an {@code apply()} calls that adds to tables that exist, and creates none.
     *
     * @throws IllegalArgumentException when {@link TableNames#check} refuses the names
     */
    public String add(Schema schema) {
        PolicyDocument policy = new PolicyDocument();
        look(policy, schema);
        for (DynamoTable table : schema.dynamoTables()) {
            String arn = arn(table);
            if (isUpdatedLater(table)) {
                policy.allow(arn, "dynamodb:UpdateTable");
            }
            attach(policy, table, arn);
            companions(policy, table, arn);
        }
        return policy.json();
    }

    /** Whether it has anything that UpdateTable adds to a table that exists. */
    private static boolean isUpdatedLater(DynamoTable table) {
        TableSettings settings = table.settings();
        return !table.globalIndexes().isEmpty()
                || !table.vectorIndexes().isEmpty()
                || settings.stream() != null
                || settings.deletionProtection()
                || settings.warmThroughput() != null
                || !settings.replication().isNone()
                || table.billing() instanceof Billing.PayPerRequest perRequest && perRequest.maximum() != null;
    }

    /** Whether it has an addition that is held back where the table holds items. */
    private static boolean concernsItems(DynamoTable table) {
        return !table.globalIndexes().isEmpty()
                || !table.vectorIndexes().isEmpty()
                || table.settings().timeToLive() != null
                || !table.settings().replication().isNone();
    }

    private void look(PolicyDocument policy, Schema schema) {
        names.check(schema);
        if (names.isMarked()) {
            policy.allow(ANY, "dynamodb:ListTables");
        }
        schema.dynamoTables().forEach(table -> look(policy, table, arn(table)));
        if (schema.dynamoTables().stream().anyMatch(DynamoPolicies::scales)) {
            policy.allow(
                    ANY, "application-autoscaling:DescribeScalableTargets",
                    "application-autoscaling:DescribeScalingPolicies");
        }
    }

    private static boolean scales(DynamoTable table) {
        return !Declared.scaling(table).isEmpty();
    }

    private static void look(PolicyDocument policy, DynamoTable table, String arn) {
        TableSettings settings = table.settings();
        policy.allow(arn, "dynamodb:DescribeTable");
        if (concernsItems(table)) {
            policy.allow(arn, "dynamodb:Scan");
        }
        if (settings.timeToLive() != null) {
            policy.allow(arn, "dynamodb:DescribeTimeToLive");
        }
        if (settings.pointInTimeRecovery() != null) {
            policy.allow(arn, "dynamodb:DescribeContinuousBackups");
        }
        if (!settings.tags().isEmpty()) {
            policy.allow(arn, "dynamodb:ListTagsOfResource");
        }
        if (settings.resourcePolicy() != null) {
            policy.allow(arn, "dynamodb:GetResourcePolicy");
        }
        withInsights(table, arn).forEach(on -> policy.allow(on, "dynamodb:DescribeContributorInsights"));
        settings.kinesisDestinations().forEach(to -> {
            policy.allow(arn, "dynamodb:DescribeKinesisStreamingDestination");
            policy.allow(to.streamArn(), "kinesis:DescribeStream", "kinesis:DescribeStreamSummary");
        });
    }

    /** What CreateTable carries and yet asks for as an action of its own, and what is added so later. */
    private static void attach(PolicyDocument policy, DynamoTable table, String arn) {
        if (!table.settings().tags().isEmpty()) {
            policy.allow(arn, "dynamodb:TagResource");
        }
        if (table.settings().resourcePolicy() != null) {
            policy.allow(arn, "dynamodb:PutResourcePolicy");
        }
    }

    private static void encryption(PolicyDocument policy, DynamoTable table) {
        if (table.settings().encryption() instanceof Encryption.CustomerManaged(String keyId)) {
            policy.allow(keyId.startsWith("arn:") ? keyId : ANY, "kms:CreateGrant", "kms:DescribeKey");
        }
    }

    private void companions(PolicyDocument policy, DynamoTable table, String arn) {
        TableSettings settings = table.settings();
        if (settings.timeToLive() != null) {
            policy.allow(arn, "dynamodb:UpdateTimeToLive");
        }
        if (settings.pointInTimeRecovery() != null) {
            policy.allow(arn, "dynamodb:UpdateContinuousBackups");
        }
        withInsights(table, arn).forEach(on -> policy.allow(on, "dynamodb:UpdateContributorInsights"));
        settings.kinesisDestinations().forEach(to -> {
            policy.allow(arn, "dynamodb:EnableKinesisStreamingDestination");
            policy.allow(to.streamArn(), "kinesis:PutRecords");
            policy.allow(ANY, "kinesis:ListStreams");
            policy.allow(role("kinesisreplication", "AWSServiceRoleForDynamoDBKinesisDataStreamsReplication"),
                    "iam:CreateServiceLinkedRole");
        });
        if (scales(table)) {
            scaling(policy, arn);
        }
        if (!settings.replication().isNone()) {
            policy.allow(arn, "dynamodb:UpdateTable");
            policy.allow(role("replication", "AWSServiceRoleForDynamoDBReplication"), "iam:CreateServiceLinkedRole");
        }
        settings.replication().replicas().forEach(replica -> replica(policy, table, replica));
    }

    /**
     * Application Auto Scaling asks for what it will do to be allowed to the caller as well.
     *
     * @see <a href="https://docs.aws.amazon.com/autoscaling/application/userguide/security_iam_id-based-policy-examples.html">
     *      Permissions for the target service and CloudWatch</a>
     */
    private void scaling(PolicyDocument policy, String arn) {
        policy.allow(
                "arn:" + partition() + ":application-autoscaling:" + region + ":" + account + ":scalable-target/*",
                "application-autoscaling:RegisterScalableTarget",
                "application-autoscaling:PutScalingPolicy");
        policy.allow(arn, "dynamodb:UpdateTable");
        policy.allow(ANY, "cloudwatch:DescribeAlarms", "cloudwatch:PutMetricAlarm");
        policy.allow(
                "arn:" + partition() + ":iam::" + account
                        + ":role/aws-service-role/dynamodb.application-autoscaling.amazonaws.com/"
                        + "AWSServiceRoleForApplicationAutoScaling_DynamoDBTable",
                "iam:CreateServiceLinkedRole");
    }

    /**
     * A replica is filled by DynamoDB in the name of the caller, which takes actions on its items.
     *
     * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/V2gt_IAM.html">Global tables and
     *      IAM</a>
     */
    private void replica(PolicyDocument policy, DynamoTable table, Replica replica) {
        policy.allow(
                arn(table, replica.region()),
                "dynamodb:BatchWriteItem",
                "dynamodb:CreateTable",
                "dynamodb:CreateTableReplica",
                "dynamodb:DeleteItem",
                "dynamodb:GetItem",
                "dynamodb:PutItem",
                "dynamodb:Query",
                "dynamodb:Scan",
                "dynamodb:UpdateItem");
    }

    /** The table and the indexes that declare Contributor Insights. */
    private static Stream<String> withInsights(DynamoTable table, String arn) {
        Stream<String> indexes = table.globalIndexes().stream()
                .filter(index -> index.contributorInsights() != null)
                .map(GlobalIndex::name)
                .map(name -> arn + "/index/" + name);
        return table.settings().contributorInsights() == null ? indexes : Stream.concat(Stream.of(arn), indexes);
    }

    private String arn(DynamoTable table) {
        return arn(table, region);
    }

    private String arn(DynamoTable table, String inRegion) {
        return "arn:" + partition() + ":dynamodb:" + inRegion + ":" + account + ":table/" + names.of(table);
    }

    private String role(String service, String name) {
        return "arn:" + partition() + ":iam::" + account + ":role/aws-service-role/" + service
                + ".dynamodb.amazonaws.com/" + name;
    }

    private String partition() {
        if (partition != null) {
            return partition;
        }
        return region.equals(ANY) ? "aws" : PartitionMetadata.of(Region.of(region)).id();
    }
}

package dev.plinth.rule;

import static dev.plinth.dsl.SchemaDsl.customerManaged;
import static dev.plinth.dsl.SchemaDsl.dynamoTable;

import dev.plinth.dsl.AttributeHandle;
import dev.plinth.dsl.DynamoTableBuilder;
import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.model.dynamo.Replication;
import dev.plinth.model.dynamo.TableSettings;
import dev.plinth.model.dynamo.Tag;
import java.util.List;

/** DynamoDB: settings of a table in one region. */
final class DynamoSettingsPairs {

    private static final String STREAM = "arn:aws:kinesis:eu-west-1:123456789012:stream/";

    private DynamoSettingsPairs() {}

    static List<Pair> pairs() {
        return List.of(
                DynamoTables.limit(
                        "a key of the customer without an id",
                        (t, key) -> t.encryption(customerManaged(key)),
                        "",
                        "ERROR Reports EncryptionKey",
                        "5f0e"),
                DynamoTables.limit(
                        "a key of the customer by its alias",
                        (t, key) -> t.encryption(customerManaged(key)),
                        "alias/reports",
                        "WARNING Reports EncryptionKey",
                        "arn:aws:kms:eu-west-1:123456789012:key/5f0e"),
                DynamoTables.pair(
                        "items that expire by a string",
                        t -> t.timeToLive(t.string("expires")),
                        "ERROR Reports.expires TimeToLiveType",
                        t -> t.timeToLive(t.number("expires"))),
                Pair.of(
                        "items that expire by their partition key",
                        () -> expiring(true),
                        "WARNING Reports.at TimeToLiveKey",
                        () -> expiring(false)),
                DynamoTables.limit(
                        "recovery over no day",
                        DynamoTableBuilder::pointInTimeRecovery,
                        0,
                        "ERROR Reports RecoveryPeriod",
                        1),
                DynamoTables.limit(
                        "recovery over 36 days",
                        DynamoTableBuilder::pointInTimeRecovery,
                        36,
                        "ERROR Reports RecoveryPeriod",
                        35),
                DynamoTables.limit("51 tags", DynamoSettingsPairs::tags, 51, "ERROR Reports TagCount", 50),
                DynamoTables.limit("a tag without a key", (t, key) -> t.tag(key, ""), "", "ERROR Reports TagText", "a"),
                DynamoTables.limit(
                        "a tag with a key of 129 characters",
                        (t, key) -> t.tag(key, ""),
                        "é".repeat(129),
                        "ERROR Reports TagText",
                        "é".repeat(128)),
                DynamoTables.limit(
                        "a tag with a value of 257 characters",
                        (t, value) -> t.tag("team", value),
                        "v".repeat(257),
                        "ERROR Reports TagText",
                        "v".repeat(256)),
                DynamoTables.limit(
                        "a tag of AWS", (t, key) -> t.tag(key, ""), "AWS:team", "ERROR Reports TagText", "aws-team"),
                DynamoTables.handmade(
                        "one tag twice",
                        table -> tagged(table, "team", "team"),
                        "ERROR Reports DuplicateTag",
                        table -> tagged(table, "team", "Team")),
                DynamoTables.limit(
                        "a resource policy of 20,481 bytes",
                        DynamoTableBuilder::resourcePolicy,
                        "{" + " ".repeat(20_479) + "}",
                        "ERROR Reports ResourcePolicySize",
                        "{" + " ".repeat(20_478) + "}"),
                policy("a resource policy that is no object", "[]", "{}"),
                policy(
                        "a resource policy with a comma too many",
                        "{\n  \"Version\": \"2012-10-17\",\n}",
                        "{\n  \"Version\": \"2012-10-17\"\n}"),
                DynamoTables.limit(
                        "three Kinesis destinations",
                        DynamoSettingsPairs::destinations,
                        3,
                        "ERROR Reports KinesisDestinationCount",
                        2),
                DynamoTables.limit(
                        "a Kinesis destination that is no ARN",
                        (t, arn) -> t.kinesisDestination(arn),
                        "reports",
                        "ERROR Reports KinesisStream",
                        STREAM + "reports"),
                DynamoTables.limit(
                        "one Kinesis destination twice",
                        (t, name) -> t.kinesisDestination(STREAM + "reports").kinesisDestination(STREAM + name),
                        "reports",
                        "ERROR Reports KinesisStream",
                        "Reports"));
    }

    private static Pair policy(String title, String bad, String inside) {
        return DynamoTables.limit(
                title, DynamoTableBuilder::resourcePolicy, bad, "ERROR Reports ResourcePolicySyntax", inside);
    }

    private static DynamoTable expiring(boolean partition) {
        return dynamoTable("Reports", t -> {
            AttributeHandle at = t.number("at");
            t.partitionKey(partition ? at : t.string("id")).timeToLive(at);
        });
    }

    private static void tags(DynamoTableBuilder t, int count) {
        for (int i = 0; i < count; i++) {
            t.tag("key-" + i, "");
        }
    }

    private static void destinations(DynamoTableBuilder t, int count) {
        for (int i = 0; i < count; i++) {
            t.kinesisDestination(STREAM + "number-" + i);
        }
    }

    private static DynamoTable tagged(DynamoTable table, String one, String two) {
        List<Tag> tags = List.of(new Tag(one, "a"), new Tag(two, "b"));
        return table.withSettings(new TableSettings(
                null, null, null, false, null, null, null, tags, null, null, List.of(), Replication.NONE));
    }
}

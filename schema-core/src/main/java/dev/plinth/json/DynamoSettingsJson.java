package dev.plinth.json;

import dev.plinth.model.dynamo.ContributorInsights;
import dev.plinth.model.dynamo.Encryption;
import dev.plinth.model.dynamo.KinesisDestination;
import dev.plinth.model.dynamo.PointInTimeRecovery;
import dev.plinth.model.dynamo.Replica;
import dev.plinth.model.dynamo.Replication;
import dev.plinth.model.dynamo.Replication.Consistency;
import dev.plinth.model.dynamo.StreamView;
import dev.plinth.model.dynamo.TableClass;
import dev.plinth.model.dynamo.TableSettings;
import dev.plinth.model.dynamo.Tag;
import org.jspecify.annotations.Nullable;

/** Settings of DynamoDB tables: fields of the table, each left out where nothing is said. */
final class DynamoSettingsJson {

    private DynamoSettingsJson() {}

    static Fields write(TableSettings settings) {
        return new Fields()
                .put("encryption", encryption(settings.encryption()))
                .put("encryptionKey", key(settings.encryption()))
                .put("stream", settings.stream())
                .put("tableClass", settings.tableClass())
                .flag("deletionProtection", settings.deletionProtection())
                .put("warmThroughput", CapacityJson.warm(settings.warmThroughput()))
                .put("timeToLive", settings.timeToLive())
                .put("pointInTimeRecovery", recovery(settings.pointInTimeRecovery()))
                .each("tags", settings.tags(), DynamoSettingsJson::tag)
                .put("resourcePolicy", settings.resourcePolicy())
                .put("contributorInsights", settings.contributorInsights())
                .each("kinesisDestinations", settings.kinesisDestinations(), DynamoSettingsJson::kinesis)
                .put("replication", replication(settings.replication()));
    }

    static TableSettings read(JsonObject table) {
        return new TableSettings(
                encryption(table),
                table.optionalConstant("stream", StreamView.class),
                table.optionalConstant("tableClass", TableClass.class),
                table.flag("deletionProtection"),
                table.optionalObject("warmThroughput", CapacityJson::warm).orElse(null),
                table.optionalText("timeToLive"),
                table.optionalObject("pointInTimeRecovery", DynamoSettingsJson::recovery).orElse(null),
                table.each("tags", DynamoSettingsJson::tag),
                table.optionalText("resourcePolicy"),
                table.optionalConstant("contributorInsights", ContributorInsights.class),
                table.each("kinesisDestinations", DynamoSettingsJson::kinesis),
                table.optionalObject("replication", DynamoSettingsJson::replication).orElse(Replication.NONE));
    }

    private static @Nullable String encryption(@Nullable Encryption encryption) {
        return switch (encryption) {
            case null -> null;
            case Encryption.AwsOwned() -> "AWS_OWNED";
            case Encryption.AwsManaged() -> "AWS_MANAGED";
            case Encryption.CustomerManaged(String keyId) -> "CUSTOMER_MANAGED";
        };
    }

    private static @Nullable String key(@Nullable Encryption encryption) {
        return encryption instanceof Encryption.CustomerManaged(String keyId) ? keyId : null;
    }

    private static @Nullable Encryption encryption(JsonObject table) {
        String kind = table.optionalText("encryption");
        String key = table.optionalText("encryptionKey");
        if (kind == null) {
            return null;
        }
        return switch (kind) {
            case "AWS_OWNED" -> Encryption.AWS_OWNED;
            case "AWS_MANAGED" -> Encryption.AWS_MANAGED;
            case "CUSTOMER_MANAGED" -> {
                if (key == null) {
                    throw table.problem("\"encryptionKey\" is missing");
                }
                yield new Encryption.CustomerManaged(key);
            }
            default ->
                throw table.problem("\"encryption\" must be one of AWS_OWNED, AWS_MANAGED, CUSTOMER_MANAGED");
        };
    }

    /** An empty object stands for the default period. */
    private static @Nullable Fields recovery(@Nullable PointInTimeRecovery recovery) {
        return recovery == null ? null : new Fields().put("recoveryPeriodInDays", recovery.recoveryPeriodInDays());
    }

    private static PointInTimeRecovery recovery(JsonObject recovery) {
        return new PointInTimeRecovery(
                recovery.has("recoveryPeriodInDays") ? recovery.integer("recoveryPeriodInDays") : null);
    }

    private static Fields tag(Tag tag) {
        return new Fields().put("key", tag.key()).put("value", tag.value());
    }

    private static Tag tag(JsonObject tag) {
        return new Tag(tag.text("key"), tag.text("value"));
    }

    private static Fields kinesis(KinesisDestination destination) {
        return new Fields().put("streamArn", destination.streamArn()).put("precision", destination.precision());
    }

    private static KinesisDestination kinesis(JsonObject destination) {
        return new KinesisDestination(
                destination.text("streamArn"),
                destination.optionalConstant("precision", KinesisDestination.Precision.class));
    }

    private static @Nullable Fields replication(Replication replication) {
        return replication.equals(Replication.NONE)
                ? null
                : new Fields()
                        .put("consistency", replication.consistency())
                        .each("replicas", replication.replicas(), DynamoSettingsJson::replica)
                        .put("witness", replication.witness());
    }

    private static Replication replication(JsonObject replication) {
        return new Replication(
                replication.constant("consistency", Consistency.class),
                replication.each("replicas", DynamoSettingsJson::replica),
                replication.optionalText("witness"));
    }

    private static Fields replica(Replica replica) {
        return new Fields().put("region", replica.region()).put("keyId", replica.keyId());
    }

    private static Replica replica(JsonObject replica) {
        return new Replica(replica.text("region"), replica.optionalText("keyId"));
    }
}

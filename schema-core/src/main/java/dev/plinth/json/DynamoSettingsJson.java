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

/**
 * Settings of DynamoDB tables: fields of the table, each left out where nothing is said. The key of a customer stands beside
 * {@code encryption}, the period beside {@code pointInTimeRecovery}.
 */
final class DynamoSettingsJson {

    private DynamoSettingsJson() {}

    static Fields write(TableSettings settings) {
        PointInTimeRecovery recovery = settings.pointInTimeRecovery();
        return encryption(settings.encryption())
                .put("stream", settings.stream())
                .put("tableClass", settings.tableClass())
                .flag("deletionProtection", settings.deletionProtection())
                .put("warmThroughput", CapacityJson.warm(settings.warmThroughput()))
                .put("timeToLive", settings.timeToLive())
                .flag("pointInTimeRecovery", recovery != null)
                .put("recoveryPeriodInDays", recovery == null ? null : recovery.recoveryPeriodInDays())
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
                recovery(table),
                table.each("tags", DynamoSettingsJson::tag),
                table.optionalText("resourcePolicy"),
                table.optionalConstant("contributorInsights", ContributorInsights.class),
                table.each("kinesisDestinations", DynamoSettingsJson::kinesis),
                table.optionalObject("replication", DynamoSettingsJson::replication).orElse(Replication.NONE));
    }

    private enum KeyOwner {
        AWS_OWNED,
        AWS_MANAGED,
        CUSTOMER_MANAGED
    }

    private static Fields encryption(@Nullable Encryption encryption) {
        return switch (encryption) {
            case null -> new Fields();
            case Encryption.AwsOwned() -> new Fields().put("encryption", KeyOwner.AWS_OWNED);
            case Encryption.AwsManaged() -> new Fields().put("encryption", KeyOwner.AWS_MANAGED);
            case Encryption.CustomerManaged(String keyId) ->
                new Fields().put("encryption", KeyOwner.CUSTOMER_MANAGED).put("encryptionKey", keyId);
        };
    }

    private static @Nullable Encryption encryption(JsonObject table) {
        KeyOwner owner = table.optionalConstant("encryption", KeyOwner.class);
        if (table.has("encryptionKey") && owner != KeyOwner.CUSTOMER_MANAGED) {
            throw table.problem("\"encryptionKey\" is only for \"encryption\": \"CUSTOMER_MANAGED\"");
        }
        return switch (owner) {
            case null -> null;
            case AWS_OWNED -> Encryption.AWS_OWNED;
            case AWS_MANAGED -> Encryption.AWS_MANAGED;
            case CUSTOMER_MANAGED -> new Encryption.CustomerManaged(table.text("encryptionKey"));
        };
    }

    private static @Nullable PointInTimeRecovery recovery(JsonObject table) {
        boolean enabled = table.flag("pointInTimeRecovery");
        Integer days = table.has("recoveryPeriodInDays") ? table.integer("recoveryPeriodInDays") : null;
        if (days != null && !enabled) {
            throw table.problem("\"recoveryPeriodInDays\" is only for \"pointInTimeRecovery\": true");
        }
        return enabled ? new PointInTimeRecovery(days) : null;
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
                        .put("consistency",
                                replication.consistency() == Consistency.EVENTUAL ? null : Consistency.STRONG)
                        .each("replicas", replication.replicas(), DynamoSettingsJson::replica)
                        .put("witness", replication.witness());
    }

    private static Replication replication(JsonObject replication) {
        return new Replication(
                replication.constant("consistency", Consistency.EVENTUAL),
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

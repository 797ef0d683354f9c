package dev.plinth.dynamo.internal.cloudformation;

import dev.plinth.dynamo.internal.json.JsonTree;
import dev.plinth.model.dynamo.ContributorInsights;
import dev.plinth.model.dynamo.Encryption;
import dev.plinth.model.dynamo.KinesisDestination;
import dev.plinth.model.dynamo.PointInTimeRecovery;
import dev.plinth.model.dynamo.StreamView;
import dev.plinth.model.dynamo.TableSettings;
import dev.plinth.model.dynamo.WarmThroughput;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Settings that both kinds of tables say alike, here of the table, there of its replica; absent where nothing is declared. */
final class SettingProperties {

    private static final String ENABLED = "Enabled";

    private SettingProperties() {}

    /** What belongs to a table in one region. */
    static Members addTo(Members members, TableSettings settings) {
        return members.with("DeletionProtectionEnabled", settings.deletionProtection() ? true : null)
                .with("PointInTimeRecoverySpecification", recovery(settings.pointInTimeRecovery()))
                .with("Tags",
                        settings.tags().stream()
                                .map(tag -> Members.of("Key", tag.key(), "Value", tag.value()))
                                .toList())
                .with("ResourcePolicy", policy(settings.resourcePolicy()))
                .with("ContributorInsightsSpecification", insights(settings.contributorInsights()))
                .with("KinesisStreamSpecification",
                        settings.kinesisDestinations().stream()
                                .map(SettingProperties::kinesis)
                                .findFirst()
                                .orElse(null));
    }

    /** Without the customer's key, which each replica has of its own. */
    static @Nullable Members encryption(@Nullable Encryption encryption) {
        if (encryption == null) {
            return null;
        }
        return switch (encryption) {
            case Encryption.AwsOwned() -> new Members().with("SSEEnabled", false);
            case Encryption.AwsManaged() -> new Members().with("SSEEnabled", true).with("SSEType", "KMS");
            case Encryption.CustomerManaged(String keyId) ->
                new Members().with("SSEEnabled", true).with("SSEType", "KMS");
        };
    }

    static @Nullable Map<String, Object> stream(@Nullable StreamView view) {
        return view == null ? null : Members.of("StreamViewType", view.name());
    }

    static @Nullable Map<String, Object> timeToLive(@Nullable String attribute) {
        return attribute == null ? null : Members.of("AttributeName", attribute, ENABLED, true);
    }

    static @Nullable Map<String, Object> warm(@Nullable WarmThroughput warm) {
        return warm == null
                ? null
                : Members.of(
                        "ReadUnitsPerSecond",
                        warm.readUnitsPerSecond(),
                        "WriteUnitsPerSecond",
                        warm.writeUnitsPerSecond());
    }

    static @Nullable Map<String, Object> insights(@Nullable ContributorInsights mode) {
        return mode == null ? null : Members.of(ENABLED, true, "Mode", mode.name());
    }

    private static @Nullable Map<String, Object> recovery(@Nullable PointInTimeRecovery recovery) {
        return recovery == null
                ? null
                : Members.of(
                        "PointInTimeRecoveryEnabled", true, "RecoveryPeriodInDays", recovery.recoveryPeriodInDays());
    }

    private static @Nullable Map<String, Object> policy(@Nullable String document) {
        return document == null ? null : Members.of("PolicyDocument", JsonTree.object(document));
    }

    private static Map<String, Object> kinesis(KinesisDestination to) {
        return Members.of(
                "StreamArn",
                to.streamArn(),
                "ApproximateCreationDateTimePrecision",
                to.precision() == null ? null : to.precision().name());
    }
}

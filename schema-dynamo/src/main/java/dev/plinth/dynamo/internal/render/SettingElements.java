package dev.plinth.dynamo.internal.render;

import dev.plinth.model.dynamo.Encryption;
import dev.plinth.model.dynamo.StreamView;
import dev.plinth.model.dynamo.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.SSESpecification;
import software.amazon.awssdk.services.dynamodb.model.SSEType;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;

/** Settings in the words of the SDK. */
final class SettingElements {

    private SettingElements() {}

    /** Absent for a key that AWS owns, which is what DynamoDB takes by itself. */
    static @Nullable SSESpecification encryption(@Nullable Encryption encryption) {
        if (encryption == null) {
            return null;
        }
        return switch (encryption) {
            case Encryption.AwsOwned() -> null;
            case Encryption.AwsManaged() ->
                SSESpecification.builder().enabled(true).sseType(SSEType.KMS).build();
            case Encryption.CustomerManaged(String keyId) ->
                SSESpecification.builder().enabled(true).sseType(SSEType.KMS).kmsMasterKeyId(keyId).build();
        };
    }

    static StreamSpecification stream(StreamView view) {
        return StreamSpecification.builder()
                .streamEnabled(true)
                .streamViewType(view.name())
                .build();
    }

    static List<software.amazon.awssdk.services.dynamodb.model.Tag> tags(List<Tag> tags) {
        return tags.stream()
                .map(tag -> software.amazon.awssdk.services.dynamodb.model.Tag.builder()
                        .key(tag.key())
                        .value(tag.value())
                        .build())
                .toList();
    }
}

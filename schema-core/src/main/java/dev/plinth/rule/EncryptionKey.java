package dev.plinth.rule;

import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.model.dynamo.Encryption;
import java.util.stream.Stream;

/**
 * The key of a customer has an id, and only its ARN can be compared with what is live.
  */
final class EncryptionKey implements DynamoTableRule {

    @Override
    public DynamoPage source() {
        return DynamoPage.ENCRYPTION;
    }

    @Override
    public Stream<Problem> check(DynamoTable table) {
        return table.settings().encryption() instanceof Encryption.CustomerManaged(String keyId)
                ? check(table.name(), keyId)
                : Stream.empty();
    }

    private Stream<Problem> check(String subject, String keyId) {
        if (keyId.isEmpty() || keyId.chars().anyMatch(Character::isWhitespace)) {
            return Stream.of(error(
                    subject,
                    "is encrypted with the key \"" + keyId + "\", which is neither an ARN nor an id nor an alias",
                    "Name the key in customerManaged(...), or say AWS_MANAGED."));
        }
        return keyId.contains("alias/")
                ? Stream.of(warning(
                        subject,
                        "is encrypted with an alias, and DynamoDB tells the ARN of a key only: they cannot be compared",
                        "Write the ARN of the key in customerManaged(...)."))
                : Stream.empty();
    }
}

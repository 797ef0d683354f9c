package dev.plinth.dynamo.internal.inspect;

import dev.plinth.diff.LiveDynamoTable;
import dev.plinth.diff.LiveDynamoTable.Recovery;
import dev.plinth.diff.LiveDynamoTable.Status;
import dev.plinth.diff.LiveEncryption;
import dev.plinth.model.dynamo.Attribute;
import dev.plinth.model.dynamo.AttributeType;
import dev.plinth.model.dynamo.Billing;
import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.model.dynamo.KeySchema;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.SSEDescription;
import software.amazon.awssdk.services.dynamodb.model.SSEStatus;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;

/** From the answer of DescribeTable to the words of the model. What the answer leaves out has a meaning, too. */
record LiveTables(DynamoTable declared, TableDescription table, Capabilities capabilities) {

    LiveDynamoTable live(Recovery recovery) {
        Billing billing = billing();
        return new LiveDynamoTable(
                declared.name(),
                status(),
                key(table.keySchema()),
                table.attributeDefinitions().stream().flatMap(LiveTables::attribute).toList(),
                table.globalSecondaryIndexes().stream()
                        .map(index -> LiveIndexes.live(index, billing))
                        .toList(),
                table.localSecondaryIndexes().stream()
                        .map(LocalSecondaryIndexDescription::indexName)
                        .toList(),
                billing,
                encryption(),
                recovery);
    }

    static KeySchema key(List<KeySchemaElement> elements) {
        return new KeySchema(names(elements, KeyType.HASH), names(elements, KeyType.RANGE));
    }

    private static List<String> names(List<KeySchemaElement> elements, KeyType type) {
        return elements.stream()
                .filter(element -> element.keyType() == type)
                .map(KeySchemaElement::attributeName)
                .toList();
    }

    private static Stream<Attribute> attribute(AttributeDefinition definition) {
        return Stream.of(AttributeType.values())
                .filter(type -> type.code().equals(definition.attributeTypeAsString()))
                .map(type -> new Attribute(definition.attributeName(), type, null));
    }

    private Status status() {
        TableStatus status = table.tableStatus();
        return status == null
                ? Status.UNKNOWN
                : switch (status) {
                    case CREATING -> Status.CREATING;
                    case ACTIVE -> Status.ACTIVE;
                    case UPDATING -> Status.UPDATING;
                    case DELETING -> Status.DELETING;
                    case INACCESSIBLE_ENCRYPTION_CREDENTIALS -> Status.INACCESSIBLE_ENCRYPTION_CREDENTIALS;
                    case ARCHIVING -> Status.ARCHIVING;
                    case ARCHIVED -> Status.ARCHIVED;
                    case REPLICATION_NOT_AUTHORIZED -> Status.REPLICATION_NOT_AUTHORIZED;
                    case UNKNOWN_TO_SDK_VERSION -> Status.UNKNOWN;
                };
    }

    /** A table that has always been provisioned has no summary. */
    private Billing billing() {
        boolean perRequest = table.billingModeSummary() != null
                && table.billingModeSummary().billingMode() == BillingMode.PAY_PER_REQUEST;
        return perRequest
                ? new Billing.PayPerRequest()
                : new Billing.Provisioned(LiveIndexes.throughput(table.provisionedThroughput()));
    }

    /** No description, or a disabled one, stands for a key that AWS owns. */
    private LiveEncryption encryption() {
        if (!capabilities.encryption()) {
            return new LiveEncryption.NotReported();
        }
        SSEDescription encryption = table.sseDescription();
        return encryption == null || isOff(encryption.status())
                ? new LiveEncryption.AwsOwned()
                : new LiveEncryption.AccountKey(Objects.toString(encryption.kmsMasterKeyArn(), "of the account"));
    }

    private static boolean isOff(SSEStatus status) {
        return status == SSEStatus.DISABLED || status == SSEStatus.DISABLING;
    }
}

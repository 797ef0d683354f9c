package dev.plinth.dynamo.internal.inspect;

import dev.plinth.diff.LiveDynamoTable;
import dev.plinth.diff.LiveDynamoTable.Status;
import dev.plinth.diff.LiveGlobalIndex;
import dev.plinth.diff.LiveSettings;
import dev.plinth.model.dynamo.Attribute;
import dev.plinth.model.dynamo.AttributeType;
import dev.plinth.model.dynamo.AutoScaling;
import dev.plinth.model.dynamo.Billing;
import dev.plinth.model.dynamo.KeySchema;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;

/** From the answer of DescribeTable to the words of the model. What the answer leaves out has a meaning, too. */
final class LiveTables {

    private LiveTables() {}

    static LiveDynamoTable live(
            String declaredName, TableDescription table, List<LiveGlobalIndex> indexes, LiveSettings settings) {
        return new LiveDynamoTable(
                declaredName,
                status(table),
                key(table.keySchema()),
                table.attributeDefinitions().stream().flatMap(LiveTables::attribute).toList(),
                table.localSecondaryIndexes().stream().map(LiveIndexes::local).toList(),
                indexes,
                LiveVectors.of(table),
                billing(table),
                settings);
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

    static Status status(TableDescription table) {
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
    static Billing billing(TableDescription table) {
        return isPaidPerRequest(table)
                ? new Billing.PayPerRequest(LiveCapacity.onDemand(table.onDemandThroughput()))
                : new Billing.Provisioned(LiveCapacity.provisioned(table.provisionedThroughput()), AutoScaling.NONE);
    }

    static boolean isPaidPerRequest(TableDescription table) {
        return table.billingModeSummary() != null
                && table.billingModeSummary().billingMode() == BillingMode.PAY_PER_REQUEST;
    }
}

package dev.plinth.dynamo.internal.cloudformation;

import dev.plinth.model.dynamo.Billing;
import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.model.dynamo.Encryption;
import dev.plinth.model.dynamo.GlobalIndex;
import dev.plinth.model.dynamo.OnDemandThroughput;
import dev.plinth.model.dynamo.TableSettings;
import dev.plinth.model.dynamo.Throughput;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The properties of a table in one region.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dynamodb-table.html">
 *      AWS::DynamoDB::Table</a>
 */
final class RegionalTable {

    static final String TYPE = "AWS::DynamoDB::Table";

    private RegionalTable() {}

    static Map<String, Object> properties(DynamoTable table, Object tableName) {
        TableSettings settings = table.settings();
        Members members = KeyProperties.of(table, tableName)
                .with("GlobalSecondaryIndexes",
                        table.globalIndexes().stream().map(RegionalTable::index).toList());
        bill(members, table.billing());
        members.with("WarmThroughput", SettingProperties.warm(settings.warmThroughput()))
                .with("SSESpecification", encryption(settings.encryption()))
                .with("StreamSpecification", SettingProperties.stream(settings.stream()))
                .with("TableClass", settings.tableClass() == null ? null : settings.tableClass().name())
                .with("TimeToLiveSpecification", SettingProperties.timeToLive(settings.timeToLive()));
        return SettingProperties.addTo(members, settings).map();
    }

    private static void bill(Members members, Billing billing) {
        switch (billing) {
            case Billing.PayPerRequest(OnDemandThroughput maximum) ->
                members.with("BillingMode", "PAY_PER_REQUEST").with("OnDemandThroughput", onDemand(maximum));
            case Billing.Provisioned provisioned ->
                members.with("BillingMode", "PROVISIONED")
                        .with("ProvisionedThroughput", provisioned(provisioned.throughput()));
        }
    }

    private static Map<String, Object> index(GlobalIndex index) {
        return KeyProperties.of(index)
                .with("ProvisionedThroughput", provisioned(index.capacity().throughput()))
                .with("OnDemandThroughput", onDemand(index.capacity().onDemandThroughput()))
                .with("WarmThroughput", SettingProperties.warm(index.capacity().warmThroughput()))
                .with("ContributorInsightsSpecification", SettingProperties.insights(index.contributorInsights()))
                .map();
    }

    private static @Nullable Map<String, Object> encryption(@Nullable Encryption encryption) {
        Members members = SettingProperties.encryption(encryption);
        if (members == null) {
            return null;
        }
        return encryption instanceof Encryption.CustomerManaged(String keyId)
                ? members.with("KMSMasterKeyId", keyId).map()
                : members.map();
    }

    private static @Nullable Map<String, Object> provisioned(@Nullable Throughput throughput) {
        return throughput == null
                ? null
                : Members.of(
                        "ReadCapacityUnits",
                        throughput.readCapacityUnits(),
                        "WriteCapacityUnits",
                        throughput.writeCapacityUnits());
    }

    private static @Nullable Map<String, Object> onDemand(@Nullable OnDemandThroughput maximum) {
        return maximum == null
                ? null
                : Members.of(
                        "MaxReadRequestUnits",
                        maximum.maxReadRequestUnits(),
                        "MaxWriteRequestUnits",
                        maximum.maxWriteRequestUnits());
    }
}

package dev.plinth.dynamo.internal.cloudformation;

import dev.plinth.model.dynamo.AutoScaling;
import dev.plinth.model.dynamo.Billing;
import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.model.dynamo.Encryption;
import dev.plinth.model.dynamo.GlobalIndex;
import dev.plinth.model.dynamo.Replica;
import dev.plinth.model.dynamo.Replication;
import dev.plinth.model.dynamo.Replication.Consistency;
import dev.plinth.model.dynamo.StreamView;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The properties of a table with replicas. The first replica is the table in the region of the stack, which alone has what
 * DynamoDB does not copy to replicas (tags, a policy, backups, ...); what it does copy is said for each.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dynamodb-globaltable.html">
 *      AWS::DynamoDB::GlobalTable</a>
 */
record GlobalTable(DynamoTable table) {

    static final String TYPE = "AWS::DynamoDB::GlobalTable";

    Map<String, Object> properties(Object tableName) {
        Members members = KeyProperties.of(table, tableName)
                .with("GlobalSecondaryIndexes",
                        table.globalIndexes().stream().map(GlobalTable::index).toList())
                .with("BillingMode",
                        table.billing() instanceof Billing.Provisioned ? "PROVISIONED" : "PAY_PER_REQUEST");
        Members encryption = SettingProperties.encryption(table.settings().encryption());
        return capacity()
                .addWrites(members)
                .with("WarmThroughput", SettingProperties.warm(table.settings().warmThroughput()))
                .with("SSESpecification", encryption == null ? null : encryption.map())
                .with("StreamSpecification", SettingProperties.stream(stream()))
                .with("TimeToLiveSpecification", SettingProperties.timeToLive(table.settings().timeToLive()))
                .with("MultiRegionConsistency", isStrong() ? Consistency.STRONG.name() : null)
                .with("GlobalTableWitnesses",
                        Stream.<String>ofNullable(replication().witness()).map(region -> Members.of("Region", region))
                                .toList())
                .with("Replicas", Stream.concat(Stream.of(home()), replication().replicas().stream().map(this::away))
                        .toList())
                .map();
    }

    /** Replication with eventual consistency works on a stream, which DynamoDB enables by itself and CloudFormation does not. */
    private @Nullable StreamView stream() {
        return isStrong() ? table.settings().stream() : StreamView.NEW_AND_OLD_IMAGES;
    }

    private static Map<String, Object> index(GlobalIndex index) {
        return capacity(index)
                .addWrites(KeyProperties.of(index))
                .with("WarmThroughput", SettingProperties.warm(index.capacity().warmThroughput()))
                .map();
    }

    private Map<String, Object> home() {
        String key = table.settings().encryption() instanceof Encryption.CustomerManaged(String keyId) ? keyId : null;
        Members members = replica(Members.of("Ref", "AWS::Region"), key, indexes(true));
        return SettingProperties.addTo(members, table.settings()).map();
    }

    private Map<String, Object> away(Replica replica) {
        return replica(replica.region(), replica.keyId(), indexes(false)).map();
    }

    private Members replica(Object region, @Nullable String key, List<Map<String, Object>> indexes) {
        Members members = new Members()
                .with("Region", region)
                .with("SSESpecification", key == null ? null : Members.of("KMSMasterKeyId", key))
                .with("TableClass",
                        table.settings().tableClass() == null ? null : table.settings().tableClass().name())
                .with("GlobalSecondaryIndexes", indexes);
        return capacity().addReads(members);
    }

    /** The indexes of which a replica has something of its own to say. */
    private List<Map<String, Object>> indexes(boolean home) {
        return table.globalIndexes().stream()
                .map(index -> capacity(index)
                        .addReads(new Members().with("IndexName", index.name()))
                        .with("ContributorInsightsSpecification",
                                home ? SettingProperties.insights(index.contributorInsights()) : null)
                        .map())
                .filter(members -> members.size() > 1)
                .toList();
    }

    private GlobalCapacity capacity() {
        return switch (table.billing()) {
            case Billing.PayPerRequest(var maximum) -> new GlobalCapacity(null, AutoScaling.NONE, maximum);
            case Billing.Provisioned(var throughput, var scaling) -> new GlobalCapacity(throughput, scaling, null);
        };
    }

    private static GlobalCapacity capacity(GlobalIndex index) {
        return new GlobalCapacity(
                index.capacity().throughput(),
                index.capacity().autoScaling(),
                index.capacity().onDemandThroughput());
    }

    private Replication replication() {
        return table.settings().replication();
    }

    private boolean isStrong() {
        return replication().consistency() == Consistency.STRONG;
    }
}

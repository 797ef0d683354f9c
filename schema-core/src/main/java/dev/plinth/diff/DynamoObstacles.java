package dev.plinth.diff;

import dev.plinth.diff.DynamoChange.AddGlobalIndex;
import dev.plinth.diff.DynamoChange.AddReplicas;
import dev.plinth.diff.DynamoChange.AddTags;
import dev.plinth.diff.DynamoChange.AddVectorIndex;
import dev.plinth.diff.DynamoChange.CreateDynamoTable;
import dev.plinth.diff.DynamoChange.EnableContributorInsights;
import dev.plinth.diff.DynamoChange.EnableDeletionProtection;
import dev.plinth.diff.DynamoChange.EnableKinesisDestination;
import dev.plinth.diff.DynamoChange.EnablePointInTimeRecovery;
import dev.plinth.diff.DynamoChange.EnableStream;
import dev.plinth.diff.DynamoChange.EnableTimeToLive;
import dev.plinth.diff.DynamoChange.LimitOnDemandThroughput;
import dev.plinth.diff.DynamoChange.PutResourcePolicy;
import dev.plinth.diff.DynamoChange.RaiseWarmThroughput;
import dev.plinth.diff.DynamoChange.RegisterAutoScaling;
import dev.plinth.model.dynamo.Attribute;
import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.model.dynamo.GlobalIndex;
import dev.plinth.model.dynamo.VectorIndex;
import java.util.List;
import java.util.Optional;

/** Why an addition to a live table cannot be made, however long one waits. */
public final class DynamoObstacles {

    private DynamoObstacles() {}

    /**
     * What is in the way of a change to {@code declared}, if anything: the state of the live table, another key (the
     * table may be somebody else's), or an index that contradicts the live table.
     */
    public static Optional<String> of(DynamoTable declared, DynamoChange change, LiveDynamoTable live) {
        return ofState(live).or(() -> ofKey(declared, live)).or(() -> switch (change) {
            case AddGlobalIndex(DynamoTable table, GlobalIndex index) ->
                ofType(table, index.key().attributes(), live).or(() -> ofBilling(table, live));
            case AddVectorIndex(DynamoTable table, VectorIndex index) ->
                ofType(table, index.searchAttributes(), live).or(() -> ofBilling(table, live));
            case EnableContributorInsights insights -> Optional.empty();
            case CreateDynamoTable create -> Optional.empty();
            case AddTags tags -> Optional.empty();
            case EnableTimeToLive timeToLive -> Optional.empty();
            case EnablePointInTimeRecovery recovery -> Optional.empty();
            case PutResourcePolicy policy -> Optional.empty();
            case EnableStream stream -> Optional.empty();
            case EnableKinesisDestination destination -> Optional.empty();
            case EnableDeletionProtection protection -> Optional.empty();
            case RaiseWarmThroughput throughput -> Optional.empty();
            case LimitOnDemandThroughput throughput -> Optional.empty();
            case RegisterAutoScaling scaling -> Optional.empty();
            case AddReplicas replicas -> Optional.empty();
        });
    }

    /** A state that does not pass by itself, or ends with the table gone. */
    static Optional<String> ofState(LiveDynamoTable live) {
        return switch (live.status()) {
            case CREATING, ACTIVE, UPDATING, UNKNOWN -> Optional.empty();
            case DELETING -> Optional.of("somebody is deleting the table: run again when it is gone");
            case INACCESSIBLE_ENCRYPTION_CREDENTIALS ->
                Optional.of("DynamoDB cannot use the table's encryption key: enable the key, or restore its grant; the"
                        + " table comes back within the hour");
            case ARCHIVING, ARCHIVED ->
                Optional.of("the table was archived after its encryption key had been out of reach for a week: restore"
                        + " it from its backup");
            case REPLICATION_NOT_AUTHORIZED ->
                Optional.of("the table's replica is not authorised: repair the replication first");
        };
    }

    private static Optional<String> ofKey(DynamoTable declared, LiveDynamoTable live) {
        return DynamoKey.declared(declared.key(), declared).equals(DynamoKey.live(live.key(), live))
                ? Optional.empty()
                : Optional.of("the live table has another key and may be somebody else's: nothing is added to it");
    }

    /** UpdateTable ignores a type that contradicts the live one without a word and builds another index than asked. */
    private static Optional<String> ofType(DynamoTable declared, List<String> attributes, LiveDynamoTable live) {
        return attributes.stream()
                .flatMap(name -> declared.attribute(name).stream())
                .filter(attribute -> live.typeOf(attribute.name())
                        .filter(type -> type != attribute.type())
                        .isPresent())
                .findFirst()
                .map(attribute -> contradiction(attribute, live));
    }

    private static String contradiction(Attribute attribute, LiveDynamoTable live) {
        String liveType = live.typeOf(attribute.name()).map(DynamoWords::type).orElse("");
        return "attribute " + attribute.name() + " is " + DynamoWords.type(attribute.type()) + " in the schema, and "
                + liveType
                + " in a key of the live table: an attribute has one type in all keys of a table";
    }

    private static Optional<String> ofBilling(DynamoTable declared, LiveDynamoTable live) {
        return DynamoCapacityDiff.sameMode(declared.billing(), live.billing())
                ? Optional.empty()
                : Optional.of("billing is " + DynamoWords.billing(declared.billing()) + " in the schema and "
                        + DynamoWords.billing(live.billing())
                        + " live, and the capacity of an index depends on it: settle the billing first");
    }
}

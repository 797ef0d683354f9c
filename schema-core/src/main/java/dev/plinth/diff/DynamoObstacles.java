package dev.plinth.diff;

import dev.plinth.diff.Change.AddGlobalIndex;
import dev.plinth.diff.Change.CreateDynamoTable;
import dev.plinth.diff.Change.DynamoChange;
import dev.plinth.diff.Change.EnablePointInTimeRecovery;
import dev.plinth.model.dynamo.Attribute;
import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.model.dynamo.GlobalIndex;
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
            case CreateDynamoTable create -> Optional.empty();
            case EnablePointInTimeRecovery recovery -> Optional.empty();
            case AddGlobalIndex(DynamoTable table, GlobalIndex index) ->
                ofType(table, index, live).or(() -> ofBilling(table, live));
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
    private static Optional<String> ofType(DynamoTable declared, GlobalIndex index, LiveDynamoTable live) {
        return index.key().attributes().stream()
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
        return DynamoDrift.sameMode(declared.billing(), live.billing())
                ? Optional.empty()
                : Optional.of("billing is " + DynamoWords.billing(declared.billing()) + " in the schema and "
                        + DynamoWords.billing(live.billing())
                        + " live, and the capacity of an index depends on it: settle the billing first");
    }
}

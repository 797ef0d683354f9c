package dev.plinth.diff;

import static dev.plinth.dsl.SchemaDsl.COSINE;
import static dev.plinth.dsl.SchemaDsl.dynamoTable;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.diff.DynamoChange.AddGlobalIndex;
import dev.plinth.diff.DynamoChange.AddVectorIndex;
import dev.plinth.diff.DynamoChange.EnableTimeToLive;
import dev.plinth.diff.LiveDynamoTable.Status;
import dev.plinth.model.dynamo.Attribute;
import dev.plinth.model.dynamo.AttributeType;
import dev.plinth.model.dynamo.Billing;
import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.model.dynamo.KeySchema;
import dev.plinth.model.dynamo.Throughput;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What stands in the way of an addition for good. */
class DynamoObstaclesTest {

    private static final DynamoTable DECLARED = dynamoTable("T", t -> {
        t.partitionKey(t.string("id"));
        t.globalIndex("by-at").partitionKey(t.number("at"));
        t.vectorIndex("alike").vectorAttribute(t.list("v"), 3).distanceFunction(COSINE).inlineFilter(t.number("size"));
    });
    private static final DynamoChange INDEX = new AddGlobalIndex(DECLARED, DECLARED.globalIndexes().get(0));
    private static final DynamoChange VECTOR = new AddVectorIndex(DECLARED, DECLARED.vectorIndexes().get(0));
    private static final DynamoChange TIME_TO_LIVE = new EnableTimeToLive("T", "expires");

    private static Optional<String> obstacle(DynamoChange change, LiveTables live) {
        return DynamoObstacles.of(DECLARED, change, live.table());
    }

    @ParameterizedTest
    @EnumSource
    void aStateThatDoesNotPassIsInTheWayOfEverythingAndIsDriftUnlessItEndsWithTheTableGone(Status status) {
        LiveTables live = LiveTables.like(DECLARED);
        live.status = status;
        boolean passes = switch (status) {
            case CREATING, ACTIVE, UPDATING, UNKNOWN -> true;
            case DELETING, INACCESSIBLE_ENCRYPTION_CREDENTIALS, ARCHIVING, ARCHIVED, REPLICATION_NOT_AUTHORIZED ->
                false;
        };
        assertThat(obstacle(TIME_TO_LIVE, live).isEmpty()).isEqualTo(passes);
        List<String> expected = switch (status) {
            case CREATING -> List.of("begun DynamoDB table T");
            case ACTIVE, UPDATING, UNKNOWN -> List.of();
            case DELETING -> List.of("missing DynamoDB table T");
            case INACCESSIBLE_ENCRYPTION_CREDENTIALS, ARCHIVING, ARCHIVED, REPLICATION_NOT_AUTHORIZED ->
                List.of("INVALID DynamoDB table T: status: schema says ACTIVE, store has " + status);
        };
        assertThat(Differences.of(DECLARED, live)).isEqualTo(expected);
    }

    @Test
    void ofATableThatIsBeingDeletedAllIsMissingAndNothingDiffers() {
        DynamoTable declared = dynamoTable("T", t -> t.partitionKey(t.string("id")).timeToLive(t.number("at"))
                .pointInTimeRecovery().tag("team", "a"));
        LiveTables live = LiveTables.like(declared);
        live.status = Status.DELETING;
        live.key = new KeySchema(List.of("id"), List.of("at"));
        live.billing = Billing.provisioned(new Throughput(1, 2));
        assertThat(Differences.of(declared, live)).containsExactly(
                "missing DynamoDB table T", "missing time to live T", "missing point in time recovery T");
        assertThat(DynamoDiff.unmanaged(declared, LiveTables.like(DECLARED).table())).isNotEmpty();
        assertThat(DynamoDiff.unmanaged(declared, live.table())).isEmpty();
    }

    @Test
    void nothingIsAddedToATableWithAnotherKey() {
        LiveTables live = LiveTables.like(DECLARED);
        live.key = new KeySchema(List.of("id"), List.of("at"));
        assertThat(obstacle(TIME_TO_LIVE, live))
                .contains("the live table has another key and may be somebody else's: nothing is added to it");
        assertThat(Differences.of(DECLARED, live))
                .containsExactly("DIFFERENT DynamoDB table T: key: schema says id string (HASH), store has id string"
                        + " (HASH), at number (RANGE)");
    }

    @Test
    void anIndexWhoseAttributeHasAnotherTypeInALiveKeyIsNotAdded() {
        LiveTables live = LiveTables.like(DECLARED).indexes();
        live.attributes = List.of(
                new Attribute("id", AttributeType.STRING, null),
                new Attribute("at", AttributeType.STRING, null),
                new Attribute("size", AttributeType.BINARY, null));
        assertThat(obstacle(INDEX, live))
                .contains(
                        "attribute at is number in the schema, and string in a key of the live table: an attribute has"
                                + " one type in all keys of a table");
        assertThat(obstacle(VECTOR, live))
                .contains("attribute size is number in the schema, and binary in a key of the live table: an attribute"
                        + " has one type in all keys of a table");
        assertThat(obstacle(TIME_TO_LIVE, live)).isEmpty();
    }

    @Test
    void anIndexIsNotAddedWhereTheBillingDiffers() {
        LiveTables live = LiveTables.like(DECLARED).indexes();
        live.billing = Billing.provisioned(new Throughput(1, 2));
        String reason =
                "billing is PAY_PER_REQUEST in the schema and PROVISIONED, 1 read and 2 write capacity units live,"
                        + " and the capacity of an index depends on it: settle the billing first";
        assertThat(obstacle(INDEX, live)).contains(reason);
        assertThat(obstacle(VECTOR, live)).contains(reason);
    }
}

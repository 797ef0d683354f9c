package dev.plinth.diff;

import static dev.plinth.diff.IndexStage.Status.ACTIVE;
import static dev.plinth.diff.IndexStage.Status.DELETING;
import static dev.plinth.dsl.SchemaDsl.dynamoTable;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.diff.DynamoChange.AddGlobalIndex;
import dev.plinth.diff.DynamoChange.CreateDynamoTable;
import dev.plinth.diff.DynamoChange.EnablePointInTimeRecovery;
import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.model.dynamo.Encryption;
import dev.plinth.model.dynamo.GlobalIndex;
import dev.plinth.model.dynamo.LocalIndex;
import dev.plinth.model.dynamo.PointInTimeRecovery;
import dev.plinth.model.dynamo.Projection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DynamoDiffTest {

    private static final String KEY_ARN = "arn:aws:kms:eu-central-1:123456789012:key/5f0e";

    private static final DynamoTable DECLARED = declared(Encryption.AWS_MANAGED);
    private static final GlobalIndex BY_USER = DECLARED.globalIndexes().get(0);

    private static final PointInTimeRecovery RECOVERY = new PointInTimeRecovery(null);
    private static final DynamoDifference NOTHING =
            new DynamoDifference(List.of(), List.of(), Map.of(), Map.of(), Map.of(), List.of());

    private static DynamoTable declared(Encryption encryption) {
        return dynamoTable("Events", t -> {
            t.partitionKey(t.string("id"));
            t.globalIndex("by-user").partitionKey(t.string("user"));
            t.encryption(encryption).pointInTimeRecovery();
        });
    }

    private static LiveTables live(LiveEncryption encryption) {
        LiveTables live = LiveTables.like(DECLARED);
        live.encryption = encryption;
        live.recovery = new LiveValue.Present<>(RECOVERY);
        return live;
    }

    private static LiveDynamoTable withKey(LiveEncryption encryption) {
        return live(encryption).table();
    }

    private static List<String> drift(DynamoTable declared, LiveEncryption live) {
        return DynamoDiff.compare(declared, withKey(live)).drift().stream().map(Drift::message).toList();
    }

    @Test
    void where_there_is_no_table_all_of_it_is_missing() {
        assertThat(DynamoDiff.absent(DECLARED))
                .containsExactly(new CreateDynamoTable(DECLARED), new EnablePointInTimeRecovery("Events", RECOVERY));
    }

    @Test
    void a_complete_table_has_nothing_missing_and_no_drift() {
        assertThat(DynamoDiff.compare(DECLARED, withKey(new LiveEncryption.AccountKey(KEY_ARN))))
                .isEqualTo(NOTHING);
    }

    @Test
    void recovery_comes_before_the_indexes() {
        LiveTables bare = live(new LiveEncryption.AccountKey(KEY_ARN)).indexes();
        bare.recovery = new LiveValue.Absent<>();

        assertThat(DynamoDiff.compare(DECLARED, bare.table()).missing())
                .containsExactly(new EnablePointInTimeRecovery("Events", RECOVERY),
                        new AddGlobalIndex(DECLARED, BY_USER));
    }

    @Test
    void an_index_that_is_being_deleted_is_missing_and_one_that_is_being_filled_is_begun() {
        LiveEncryption key = new LiveEncryption.AccountKey(KEY_ARN);
        LiveDynamoTable going = live(key).index(BY_USER, new IndexStage(DELETING, false)).table();
        LiveDynamoTable filling = live(key).index(BY_USER, new IndexStage(ACTIVE, true)).table();
        AddGlobalIndex add = new AddGlobalIndex(DECLARED, BY_USER);

        assertThat(DynamoDiff.compare(DECLARED, going))
                .isEqualTo(new DynamoDifference(List.of(add), List.of(), Map.of(), Map.of(), Map.of(), List.of()));
        assertThat(DynamoDiff.compare(DECLARED, filling))
                .isEqualTo(new DynamoDifference(List.of(), List.of(add), Map.of(), Map.of(), Map.of(), List.of()));
    }

    @Test
    void what_is_not_declared_is_unmanaged_and_no_drift() {
        DynamoTable older = dynamoTable("Events", t -> t.partitionKey(t.string("id")));
        LiveTables tables = live(new LiveEncryption.AccountKey(KEY_ARN));
        tables.localIndexes = List.of(new LocalIndex("local", "at", new Projection.All(), null));
        LiveDynamoTable live = tables.table();

        assertThat(DynamoDiff.compare(older, live)).isEqualTo(NOTHING);
        assertThat(DynamoDiff.unmanaged(older, live))
                .containsExactly("global index by-user on Events", "local index local on Events");
    }

    @Test
    void encryption_that_is_missing_is_drift() {
        assertThat(drift(DECLARED, new LiveEncryption.AwsOwned()))
                .containsExactly(
                        "DynamoDB table Events: encryption: schema says the AWS-managed key aws/dynamodb, store has a"
                                + " key that AWS owns; change the key with UpdateTable (four times a day at most), or make the schema"
                                + " say what is live");
    }

    @Test
    void encryption_with_an_own_key_where_one_that_aws_owns_is_declared_is_drift() {
        assertThat(drift(declared(Encryption.AWS_OWNED), new LiveEncryption.AccountKey(KEY_ARN)))
                .containsExactly(
                        "DynamoDB table Events: encryption: schema says a key that AWS owns, store has the key "
                                + KEY_ARN
                                + "; change the key with UpdateTable (four times a day at most), or make the schema say what"
                                + " is live");
    }

    @Test
    void encryption_that_an_emulator_does_not_report_is_no_drift() {
        assertThat(drift(DECLARED, new LiveEncryption.NotReported())).isEmpty();
        assertThat(drift(declared(Encryption.AWS_OWNED), new LiveEncryption.NotReported())).isEmpty();
    }
}

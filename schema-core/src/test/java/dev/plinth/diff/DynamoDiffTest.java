package dev.plinth.diff;

import static dev.plinth.dsl.SchemaDsl.dynamoTable;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.diff.DynamoChange.AddGlobalIndex;
import dev.plinth.diff.DynamoChange.CreateDynamoTable;
import dev.plinth.diff.DynamoChange.EnablePointInTimeRecovery;
import dev.plinth.diff.LiveDynamoTable.Recovery;
import dev.plinth.diff.LiveDynamoTable.Status;
import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.model.dynamo.Encryption;
import dev.plinth.model.dynamo.GlobalIndex;
import java.util.List;
import org.junit.jupiter.api.Test;

class DynamoDiffTest {

    private static final String KEY_ARN = "arn:aws:kms:eu-central-1:123456789012:key/5f0e";

    private static final DynamoTable DECLARED = declared(Encryption.AWS_MANAGED);
    private static final GlobalIndex BY_USER = DECLARED.globalIndexes().get(0);

    private static DynamoTable declared(Encryption encryption) {
        return dynamoTable("Events", t -> {
            t.partitionKey(t.string("id"));
            t.globalIndex("by-user").partitionKey(t.string("user"));
            t.encryption(encryption).pointInTimeRecovery();
        });
    }

    private static LiveDynamoTable live(
            Status status, LiveEncryption encryption, Recovery recovery, LiveGlobalIndex... indexes) {
        return new LiveDynamoTable(
                "Events",
                status,
                DECLARED.key(),
                DECLARED.attributes(),
                List.of(indexes),
                List.of("local"),
                DECLARED.billing(),
                encryption,
                recovery);
    }

    private static LiveDynamoTable withKey(LiveEncryption encryption) {
        return live(Status.ACTIVE, encryption, Recovery.ENABLED, LiveGlobalIndex.ready(BY_USER));
    }

    private static List<String> drift(DynamoTable declared, LiveEncryption live) {
        return DynamoDiff.compare(declared, withKey(live)).drift().stream().map(Drift::message).toList();
    }

    @Test
    void where_there_is_no_table_all_of_it_is_missing() {
        assertThat(DynamoDiff.absent(DECLARED))
                .containsExactly(new CreateDynamoTable(DECLARED), new EnablePointInTimeRecovery("Events"));
    }

    @Test
    void a_complete_table_has_nothing_missing_and_no_drift() {
        Difference<?> difference =
                DynamoDiff.compare(DECLARED, withKey(new LiveEncryption.AccountKey(KEY_ARN)));

        assertThat(difference.missing()).isEmpty();
        assertThat(difference.drift()).isEmpty();
    }

    @Test
    void recovery_comes_before_the_indexes() {
        LiveDynamoTable bare =
                live(Status.ACTIVE, new LiveEncryption.AccountKey(KEY_ARN), Recovery.DISABLED);

        assertThat(DynamoDiff.compare(DECLARED, bare).missing())
                .containsExactly(new EnablePointInTimeRecovery("Events"), new AddGlobalIndex(DECLARED, BY_USER));
    }

    @Test
    void an_index_that_is_being_deleted_is_missing_and_one_that_is_being_filled_is_begun() {
        LiveEncryption key = new LiveEncryption.AccountKey(KEY_ARN);
        LiveDynamoTable going = live(
                Status.ACTIVE,
                key,
                Recovery.ENABLED,
                new LiveGlobalIndex(BY_USER, LiveGlobalIndex.Status.DELETING, false));
        LiveDynamoTable filling = live(
                Status.ACTIVE,
                key,
                Recovery.ENABLED,
                new LiveGlobalIndex(BY_USER, LiveGlobalIndex.Status.ACTIVE, true));

        assertThat(DynamoDiff.compare(DECLARED, going).missing())
                .containsExactly(new AddGlobalIndex(DECLARED, BY_USER));
        assertThat(DynamoDiff.begun(DECLARED, going)).isEmpty();
        assertThat(DynamoDiff.compare(DECLARED, filling).missing()).isEmpty();
        assertThat(DynamoDiff.begun(DECLARED, filling)).containsExactly(new AddGlobalIndex(DECLARED, BY_USER));
    }

    @Test
    void what_is_not_declared_is_unmanaged_and_no_drift() {
        DynamoTable older = dynamoTable("Events", t -> t.partitionKey(t.string("id")));
        LiveDynamoTable live = live(
                Status.ACTIVE, new LiveEncryption.AwsOwned(), Recovery.NOT_ASKED, LiveGlobalIndex.ready(BY_USER));

        assertThat(DynamoDiff.compare(older, live)).isEqualTo(new Difference<>(List.of(), List.of()));
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
    void encryption_that_was_not_asked_for_is_drift() {
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

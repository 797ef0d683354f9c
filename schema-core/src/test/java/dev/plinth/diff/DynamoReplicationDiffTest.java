package dev.plinth.diff;

import static dev.plinth.dsl.SchemaDsl.STRONG;
import static dev.plinth.dsl.SchemaDsl.customerManaged;
import static dev.plinth.dsl.SchemaDsl.dynamoTable;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.diff.DynamoChange.AddReplicas;
import dev.plinth.diff.LiveValue.Absent;
import dev.plinth.diff.LiveValue.Arriving;
import dev.plinth.diff.LiveValue.GivenUp;
import dev.plinth.diff.LiveValue.NotOffered;
import dev.plinth.diff.LiveValue.Present;
import dev.plinth.diff.LiveValue.Unreadable;
import dev.plinth.dsl.DynamoTableBuilder;
import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.model.dynamo.Replica;
import dev.plinth.model.dynamo.Replication;
import dev.plinth.model.dynamo.Replication.Consistency;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Copies in other regions. */
class DynamoReplicationDiffTest {

    private static final String KEY = "arn:aws:kms:eu-west-2:123456789012:key/5f0e";
    private static final DynamoTable EVENTUAL = table(t -> t.replica("eu-west-2").replica("eu-west-3"));
    private static final DynamoTable WITNESSED =
            table(t -> t.multiRegionConsistency(STRONG).replica("eu-west-2").witness("eu-west-3"));

    private static DynamoTable table(Consumer<DynamoTableBuilder> statements) {
        return dynamoTable("T", t -> {
            t.partitionKey(t.string("id"));
            statements.accept(t);
        });
    }

    private static Present<Replica> there(String region) {
        return new Present<>(new Replica(region, null));
    }

    private static LiveReplication eventual(Map<String, LiveValue<Replica>> replicas) {
        return new LiveReplication(Consistency.EVENTUAL, replicas, new Absent<>());
    }

    private static List<String> lines(DynamoTable declared, LiveReplication found) {
        return lines(declared, new Present<>(found));
    }

    private static List<String> lines(DynamoTable declared, LiveValue<LiveReplication> found) {
        LiveTables live = LiveTables.like(declared);
        live.replication = found;
        return Differences.of(declared, live);
    }

    @Test
    void eachReplicaIsAnAdditionOfItsOwn() {
        assertThat(lines(EVENTUAL, eventual(Map.of())))
                .containsExactly("missing replicas eu-west-2 on T", "missing replicas eu-west-3 on T");
        assertThat(
                lines(EVENTUAL, eventual(Map.of("eu-west-3", there("eu-west-3"), "eu-north-1", there("eu-north-1")))))
                .containsExactly("missing replicas eu-west-2 on T");
        assertThat(lines(EVENTUAL, eventual(Map.of(
                "eu-west-2", new Arriving<>(new Replica("eu-west-2", null)),
                "eu-west-3", new GivenUp<>("the role is missing")))))
                .containsExactly(
                        "missing replicas eu-west-3 on T",
                        "begun replicas eu-west-2 on T",
                        "given up replicas eu-west-3 on T: the role is missing");
        assertThat(lines(EVENTUAL, eventual(Map.of("eu-west-2", there("eu-west-2"), "eu-west-3", there("eu-west-3")))))
                .isEmpty();
    }

    @Test
    void aReplicaThatGoesIsMissing() {
        assertThat(lines(EVENTUAL, eventual(Map.of("eu-west-2", new Absent<>(), "eu-west-3", there("eu-west-3")))))
                .containsExactly("missing replicas eu-west-2 on T");
        assertThat(lines(WITNESSED, eventual(Map.of("eu-west-2", new Absent<>()))))
                .containsExactly("missing replicas eu-west-2, eu-west-3 on T");
    }

    @Test
    void whatIsNotDeclaredIsNoDrift() {
        assertThat(lines(table(t -> {}), eventual(Map.of("eu-west-2", there("eu-west-2"))))).isEmpty();
    }

    @Test
    void whatIsNotOfferedOrCannotBeReadIsSaidOfEachReplica() {
        assertThat(lines(EVENTUAL, new NotOffered<>("one region only")))
                .containsExactly(
                        "not offered replicas eu-west-2 on T: one region only",
                        "not offered replicas eu-west-3 on T: one region only");
        assertThat(lines(WITNESSED, new Unreadable<>("access denied")))
                .containsExactly("unreadable replicas eu-west-2, eu-west-3 on T: access denied");
    }

    @Test
    void withStrongConsistencyAllRegionsComeInOneCall() {
        LiveTables live = LiveTables.like(WITNESSED);
        live.replication = new Present<>(eventual(Map.of()));
        assertThat(DynamoDiff.compare(WITNESSED, live.table()).missing())
                .containsExactly(new AddReplicas(
                        "T",
                        new Replication(Consistency.STRONG, List.of(new Replica("eu-west-2", null)), "eu-west-3")));
    }

    private static LiveReplication strong(Map<String, LiveValue<Replica>> replicas, LiveValue<String> witness) {
        return new LiveReplication(Consistency.STRONG, replicas, witness);
    }

    @Test
    void strongConsistencyIsSettledWhenItIsMade() {
        assertThat(lines(WITNESSED, strong(Map.of("eu-west-2", there("eu-west-2")), new Present<>("eu-west-3"))))
                .isEmpty();
        assertThat(lines(WITNESSED, eventual(Map.of("eu-west-2", there("eu-west-2")))))
                .containsExactly("DIFFERENT replicas T: consistency: schema says STRONG, store has EVENTUAL");
        assertThat(lines(EVENTUAL, strong(Map.of("eu-west-2", there("eu-west-2")), new Present<>("eu-west-3"))))
                .containsExactly("DIFFERENT replicas T: consistency: schema says EVENTUAL, store has STRONG");
        assertThat(lines(WITNESSED, strong(
                Map.of("eu-west-2", there("eu-west-2"), "eu-west-3", there("eu-west-3")), new Absent<>())))
                .containsExactly("DIFFERENT replicas T: regions: schema says eu-west-2, witness eu-west-3, store"
                        + " has eu-west-2, eu-west-3");
    }

    @Test
    void regionsThatArriveMayBeToldOfOneAfterTheOther() {
        Map<String, LiveValue<Replica>> arriving = Map.of("eu-west-2", new Arriving<>(new Replica("eu-west-2", null)));
        assertThat(lines(WITNESSED, strong(arriving, new Absent<>())))
                .containsExactly("begun replicas eu-west-2, eu-west-3 on T");
        assertThat(lines(WITNESSED, strong(arriving, new Present<>("eu-north-1"))))
                .containsExactly("DIFFERENT replicas T: regions: schema says eu-west-2, witness eu-west-3, store has"
                        + " eu-west-2, witness eu-north-1");
    }

    @Test
    void aStrongReplicaThatTheServiceGaveUpIsInvalid() {
        assertThat(lines(WITNESSED, strong(Map.of("eu-west-2", new GivenUp<>("no key")), new Present<>("eu-west-3"))))
                .containsExactly(
                        "DIFFERENT replicas T: regions: schema says eu-west-2, witness eu-west-3, store has witness"
                                + " eu-west-3",
                        "INVALID replicas eu-west-2 on T: state: schema says ACTIVE, store has no key");
    }

    @Test
    void theKeyOfAReplica() {
        DynamoTable byArn = table(t -> t.encryption(customerManaged(KEY)).replica("eu-west-2", KEY));
        DynamoTable byId = table(t -> t.encryption(customerManaged(KEY)).replica("eu-west-2", "5f0e"));
        DynamoTable byAlias = table(t -> t.encryption(customerManaged(KEY)).replica("eu-west-2", "alias/shop"));
        LiveReplication same = eventual(Map.of("eu-west-2", new Present<>(new Replica("eu-west-2", KEY))));
        LiveReplication none = eventual(Map.of("eu-west-2", there("eu-west-2")));
        assertThat(lines(byArn, same)).isEmpty();
        assertThat(lines(byId, same)).isEmpty();
        assertThat(lines(byAlias, same))
                .containsExactly("UNDECIDED replicas eu-west-2 on T: key: schema says alias/shop, store has " + KEY
                        + " (could not be proved equal or different)");
        assertThat(lines(byArn, none))
                .containsExactly("DIFFERENT replicas eu-west-2 on T: key: schema says " + KEY + ", store has nothing");
        assertThat(lines(table(t -> t.replica("eu-west-2")), same)).isEmpty();
    }
}

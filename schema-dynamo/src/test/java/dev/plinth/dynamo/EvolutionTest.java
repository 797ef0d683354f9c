package dev.plinth.dynamo;

import static dev.plinth.dsl.SchemaDsl.NEW_AND_OLD_IMAGES;
import static dev.plinth.dsl.SchemaDsl.dynamoTable;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.Run;
import dev.plinth.Step;
import dev.plinth.StoreReport;
import dev.plinth.model.dynamo.DynamoTable;
import dev.plinth.test.dynamo.AcceptedChange;
import dev.plinth.test.dynamo.FakeDynamoDb;
import dev.plinth.test.dynamo.VirtualClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A table over the years: each version adds to the one before, and each apply creates only what is new. */
class EvolutionTest {

    private final VirtualClock clock = new VirtualClock();
    private final FakeDynamoDb service = new FakeDynamoDb(clock);
    private final DynamoStore store = DynamoStore.of(service)
            .sleeper(clock)
            .indexWait(IndexWait.ACTIVE)
            .allow(GuardedAddition.GLOBAL_INDEX, GuardedAddition.TIME_TO_LIVE);

    private static DynamoTable version(int indexes, boolean stream, boolean timeToLive, String... tags) {
        return dynamoTable("Orders", t -> {
            t.partitionKey(t.string("id"));
            for (int i = 1; i <= indexes; i++) {
                t.globalIndex("by-a" + i).partitionKey(t.string("a" + i));
            }
            if (stream) {
                t.stream(NEW_AND_OLD_IMAGES);
            }
            if (timeToLive) {
                t.timeToLive(t.number("expires_at"));
            }
            for (String tag : tags) {
                t.tag(tag, "yes");
            }
        });
    }

    private List<String> changes(DynamoTable version) {
        int known = service.accepted().size();
        StoreReport report = store.apply(Tables.of(version), Run.within(Duration.ofDays(1)));
        service.holdsItems("Orders", true);
        assertThat(report.steps()).extracting(Step::status).containsOnly(Step.Status.DONE);
        assertThat(report.drift()).isEmpty();
        List<String> changes =
                service.accepted().stream().skip(known).map(AcceptedChange::toString).toList();
        service.changes();
        assertThat(store.apply(Tables.of(version), Run.within(Duration.ofDays(1))).steps()).isEmpty();
        assertThat(service.changes()).isEmpty();
        return changes;
    }

    @Test
    void each_version_adds_what_is_new_in_it() {
        assertThat(changes(version(0, false, false))).containsExactly("CreateTable Orders");
        assertThat(changes(version(1, false, false))).containsExactly("UpdateTable Orders by-a1");
        assertThat(changes(version(2, false, false))).containsExactly("UpdateTable Orders by-a2");
        assertThat(changes(version(5, false, false)))
                .containsExactly("UpdateTable Orders by-a3", "UpdateTable Orders by-a4", "UpdateTable Orders by-a5");
        assertThat(changes(version(5, true, false))).containsExactly("UpdateTable Orders StreamSpecification");
        assertThat(changes(version(5, true, true))).containsExactly("UpdateTimeToLive Orders");
        assertThat(changes(version(5, true, true, "team"))).containsExactly("TagResource Orders team");
        assertThat(changes(version(5, true, true, "team", "stage"))).containsExactly("TagResource Orders stage");
    }

    @Test
    void the_oldest_version_leaves_all_of_it_alone() {
        changes(version(5, true, true, "team"));

        StoreReport report = store.apply(Tables.of(version(0, false, false)), Run.within(Duration.ofMinutes(1)));

        assertThat(report.steps()).isEmpty();
        assertThat(report.drift()).isEmpty();
        assertThat(service.changes()).isEmpty();
        assertThat(report.failures()).isEmpty();
    }
}
